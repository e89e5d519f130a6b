import { MEDIA_TYPES } from './mediaTypes';
import {
	declaredType,
	extensionFor,
	extensionOf,
	fitsName,
	isReadableText,
	typesByName,
} from './mimeTypes';

/** Longest name that common file systems take, in bytes of UTF-8. */
const MAX_BYTES = 255;

/**
 * What a name must not have: control characters, halves of characters, and what nobody sees but what
 * turns the order of the others around, or hides the ending.
 */
const NOT_IN_NAMES =
	/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Names of devices, which Windows takes for them with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

const ENDING = /\.[\p{L}\p{N}_-]{1,24}$/u;

/** The name with as many characters as fit, its ending included. */
export function shortName(name: string, maxBytes = MAX_BYTES): string {
	if (Buffer.byteLength(name) <= maxBytes) return name;
	const [ending = ''] = ENDING.exec(name) ?? [];
	let bytes = Buffer.byteLength(ending);
	let stem = '';
	for (const character of name.slice(0, name.length - ending.length)) {
		bytes += Buffer.byteLength(character);
		if (bytes > maxBytes) break;
		stem += character;
	}
	// What joined a character that is cut off now, or stood in front of it.
	return stem.replace(/[\s.\u200c\u200d]+$/, '') + ending;
}

/**
 * The bare name of a file: without folders, control characters, halves of characters, marks that turn
 * the reading direction, and excess length, and never a name that means a folder or a device. Names
 * come from mails and strangers and become part of an S3 key and of paths, so that what would do harm
 * is taken out instead of refused.
 *
 * @returns at most 255 bytes of UTF-8; undefined where nothing is left
 */
export function safeFileName(name = ''): string | undefined {
	const last = name.split(/[/\\]/).pop() ?? '';
	const plain = last
		.replace(/[\t\n\r\u2028\u2029]/g, ' ')
		.replace(NOT_IN_NAMES, '')
		.trim();
	// Windows and people's eyes lose dots and spaces at the ends.
	const clean = shortName(plain).replace(/^[\s.]+|[\s.]+$/g, '');
	if (clean === '') return undefined;
	return DEVICE.test(clean) ? shortName(`_${clean}`) : clean;
}

/** From the root, from home, from a drive, from a server, or from the folder above. */
const IS_PATH = /^\s*([/\\]|~[/\\]|[a-z][a-z\d+.-]*:[/\\]|\.{1,2}[/\\])/i;

/** Of a path that was typed, the last part; otherwise a slash is meant to be read: "Invoice 12/2026". */
const nameTyped = (typed = '') =>
	safeFileName(IS_PATH.test(typed) ? typed : typed.replace(/[/\\:]+/g, '-'));

/** What is known of a file, for its name. */
export interface NameFacts {
	/** The name that the file has. */
	own?: string;
	/** Its MIME type, where that is known. */
	mimeType?: string;
	/** Where it lies: the end of a path may be a name, or the name of a script. */
	path?: string;
}

/** The type that the end of a path tells; undefined where it does not look like a file for WhatsApp. */
function typeInPath(name?: string): string | undefined {
	const types = typesByName(name);
	const taken = types.find((type) => MEDIA_TYPES.has(type));
	return taken ?? types.find(isReadableText);
}

/**
 * The name of a file under which it opens: where its type is known, with an ending of that type, which
 * is added if there is none or another's: that of the file's own name, or the usual one.
 *
 * @param typed what the user wants it to be called
 * @returns undefined where nothing is known that could be a name
 */
export function fileNameOf({ own, mimeType, path }: NameFacts, typed?: string): string | undefined {
	const inPath = safeFileName(path);
	const type = declaredType(mimeType) ?? typeInPath(inPath);
	const fits = (name = '') => type !== undefined && fitsName(type, name);
	const ownName = safeFileName(own) ?? (fits(inPath) ? inPath : undefined);
	const name = nameTyped(typed) ?? ownName;
	if (name === undefined || type === undefined || fits(name)) return name;
	const extension = fits(ownName) ? extensionOf(ownName) : extensionFor(type);
	return extension === undefined ? name : shortName(`${name}.${extension}`);
}

/** The path of a link, as people read it. */
export function pathOf(link: string): string {
	const { pathname } = new URL(link);
	try {
		return decodeURIComponent(pathname);
	} catch {
		// A lone "%": not encoded after all.
		return pathname;
	}
}
