import { MEDIA_TYPES } from './mediaTypes';
import { MIME_TABLE } from './mimeTable';

/** Types that say no more than "some bytes", and what is not a type at all. */
const SAYS_NOTHING =
	/^[^/]*$|^\*\/\*$|\/(?:x-)?(?:force-?|file-?)?(?:octet-?stream|download|unknown|bin|binary|save|file)$/;

/**
 * Other names of the types that WhatsApp takes, where neither an "x-" nor the ending tells. Sources: the
 * aliases of freedesktop.org's shared-mime-info, and what Meta's, PHP's and file-type's lists add.
 */
const SAME_AS = new Map([
	['application/acrobat', 'application/pdf'],
	['application/excel', 'application/vnd.ms-excel'],
	['application/dos_ms_excel', 'application/vnd.ms-excel'],
	['application/ms-excel', 'application/vnd.ms-excel'],
	['application/ms-powerpoint', 'application/vnd.ms-powerpoint'],
	['application/ms-word', 'application/msword'],
	['application/msexcel', 'application/vnd.ms-excel'],
	['application/mspowerpoint', 'application/vnd.ms-powerpoint'],
	['application/nappdf', 'application/pdf'],
	['application/ogg', 'audio/ogg'],
	['application/powerpoint', 'application/vnd.ms-powerpoint'],
	['application/vnd.ms-word', 'application/msword'],
	['application/vnd.msexcel', 'application/vnd.ms-excel'],
	['application/vnd.msword', 'application/msword'],
	['application/vnd.pdf', 'application/pdf'],
	['application/winword', 'application/msword'],
	['application/word', 'application/msword'],
	['application/zip-compressed', 'application/zip'],
	['audio/3gp', 'video/3gpp'],
	['audio/3gpp', 'video/3gpp'],
	['audio/aacp', 'audio/aac'],
	['audio/acc', 'audio/aac'],
	['audio/amr-nb', 'audio/amr'],
	['audio/hx-aac-adts', 'audio/aac'],
	['audio/mp4a-latm', 'audio/mp4'],
	['audio/mpeg3', 'audio/mpeg'],
	['audio/mpeg-3', 'audio/mpeg'],
	['audio/mpg', 'audio/mpeg'],
	['audio/opus+ogg', 'audio/ogg'],
	['audio/vorbis', 'audio/ogg'],
	['audio/vorbis+ogg', 'audio/ogg'],
	['audio/vnd.dlna.adts', 'audio/aac'],
	['image/pjpeg', 'image/jpeg'],
	['video/m4v', 'video/mp4'],
	['video/mp4v-es', 'video/mp4'],
	['video/mpeg4', 'video/mp4'],
]);

/** The endings that people use, where mime-db begins with another one. */
const USUAL = new Map([
	['application/postscript', 'ps'],
	['audio/aac', 'aac'],
	['audio/mpeg', 'mp3'],
	['audio/ogg', 'ogg'],
	['text/vcard', 'vcf'],
	['video/quicktime', 'mov'],
]);

/** What is text in its substance. */
const IS_TEXT =
	/^text\/|[/+](json|json5|xml|yaml|toml|sql|javascript|x-(sh|subrip|tex|httpd-php))$/;

/** Text that is not meant to be read as it stands: pages, pictures, models, programs, letters with codes. */
const NOT_TO_READ = /^(image|model)\/|html|php|xul|script|jsx|[/-]c?sh$|rtf|richtext/;

/** Types that are in their substance another one: who says the second may mean the first. */
const SPECIAL_CASES: Array<[special: RegExp, of: RegExp]> = [
	[IS_TEXT, /^text\/plain$/],
	[/\+xml$|^text\/html$/, /^(application|text)\/xml$/],
	[/\+json$/, /^application\/json$/],
	[
		/[.+]zip$|openxmlformats|opendocument|macroenabled|(java|package)-archive|\.kmz$|\.apple\.|iwork/,
		/^application\/zip$/,
	],
	// Windows calls it so where Excel is installed.
	[/^text\/csv$/, /^application\/vnd\.ms-excel$/],
];

interface Table {
	/** Endings by type. */
	extensions: Map<string, string[]>;
	/** Types by ending. */
	types: Map<string, string[]>;
}

let known: Table | undefined;

/** Read when it is first asked for: a text message never does. */
function table(): Table {
	if (known) return known;
	const made: Table = { extensions: new Map(), types: new Map() };
	for (const [group, entries] of Object.entries(MIME_TABLE)) {
		for (const entry of entries.split(';')) {
			const [name = '', ...extensions] = entry.trim().split(' ');
			const type = `${group}/${name}`;
			made.extensions.set(type, extensions);
			for (const each of extensions) made.types.set(each, [...(made.types.get(each) ?? []), type]);
		}
	}
	known = made;
	return made;
}

/** Without parameters, quotation marks and what a second header of the same name added. */
function bare(mimeType = ''): string {
	const [first = ''] = mimeType.slice(0, 500).split(/[;,]/);
	return first.replace(/["']/g, '').trim().toLowerCase();
}

/** The name with and without the "x-" of types that were not registered once. */
function spellings(type: string): [plain: string, experimental: string] {
	const [group, name = ''] = type.split('/', 2);
	const plain = name.replace(/^x-/, '');
	return [`${group}/${plain}`, `${group}/x-${plain}`];
}

/**
 * Whether a type is text for people: notes, lists and data, which WhatsApp takes as text/plain. Pages,
 * scripts and what is only written in letters are not.
 */
export const isReadableText = (type: string) => IS_TEXT.test(type) && !NOT_TO_READ.test(type);

/** The type under which WhatsApp takes a file, if it does. */
export const sentType = (type: string) => (isReadableText(type) ? 'text/plain' : type);

/** The type that has this ending and goes to WhatsApp, if it may be called after it: "audio/mp3", "application/csv". */
function calledByExtension(type: string): string | undefined {
	const [plain] = spellings(type);
	const extension = plain.split('/')[1] ?? '';
	const own = table().extensions.get(type);
	if (own && !own.includes(extension)) return undefined;
	return table()
		.types.get(extension)
		?.map((each) => SAME_AS.get(each) ?? each)
		.find((each) => MEDIA_TYPES.has(each) || isReadableText(each));
}

/** The MIME type without parameters; under its standard name where WhatsApp takes it. */
export function standardMimeType(mimeType?: string): string {
	const type = bare(mimeType);
	if (MEDIA_TYPES.has(type) || !type.includes('/')) return type;
	const [plain] = spellings(type);
	if (MEDIA_TYPES.has(plain)) return plain;
	return SAME_AS.get(type) ?? SAME_AS.get(plain) ?? calledByExtension(type) ?? type;
}

/** The type that a file was given, or undefined where that says nothing about the file. */
export function declaredType(mimeType?: string): string | undefined {
	const type = standardMimeType(mimeType);
	return SAYS_NOTHING.test(type) ? undefined : type;
}

/** The same for two names of one type. */
function canonical(mimeType: string): string {
	const type = standardMimeType(mimeType);
	return spellings(type).find((each) => table().extensions.has(each)) ?? type;
}

/** The extension of a file name in lowercase letters, without the dot; empty where it has none. */
export function extensionOf(fileName = ''): string {
	return /[^.]\.([a-z0-9_-]{1,24})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** The types that a file of this name can have; those that WhatsApp takes come first. */
export function typesByName(fileName?: string): string[] {
	const types = (table().types.get(extensionOf(fileName)) ?? []).map(standardMimeType);
	return [...new Set(types)].sort(
		(a, b) => Number(MEDIA_TYPES.has(b)) - Number(MEDIA_TYPES.has(a)),
	);
}

/** The usual ending of a type, without the dot; undefined where none is known. */
export function extensionFor(mimeType: string): string | undefined {
	const type = canonical(mimeType);
	return USUAL.get(type) ?? table().extensions.get(type)?.[0];
}

/** Whether who says the second type may mean the first. */
export const isSpecialCaseOf = (special: string, of: string) =>
	SPECIAL_CASES.some(([one, other]) => one.test(canonical(special)) && other.test(canonical(of)));

/** Whether a file of this type opens under the name: its ending is one of the type, or of a special case of it. */
export function fitsName(mimeType: string, fileName: string): boolean {
	const type = canonical(mimeType);
	return typesByName(fileName).some(
		(named) => canonical(named) === type || isSpecialCaseOf(named, type),
	);
}
