import { MEDIA_TYPES, type MediaKind } from './mediaTypes';
import { declaredType, isReadableText, isSpecialCaseOf, sentType, typesByName } from './mimeTypes';
import { signatureOf } from './signature';
import type { Signature } from './signatures/look';
import { isTextInPlaceOfFile, looksLikeText } from './text';

/** A file as it is described, and as it begins. */
export interface DescribedFile {
	fileName?: string;
	/** As the source names it; may carry parameters, say nothing useful, or be wrong. */
	mimeType?: string;
	/** Its first bytes, up to `HEAD_BYTES`; undefined where nobody has looked. */
	head?: Buffer;
	bytes: number;
}

export interface FileType {
	/** As WhatsApp is told it. */
	mimeType: string;
	/** What it is more exactly, for its name: a list in text/csv goes as text/plain. */
	exactly: string;
	/** Whether the bytes told it, against what the file was said to be. */
	byContent: boolean;
}

export const TEXT = 'text/plain';

/** Types are often given for the container alone. */
const ARCHIVE = 'application/zip';

/** Office opens text under the names of its old formats: lists as CSV or HTML, letters as RTF. */
const MAY_BE_TEXT = /^text\/|^application\/(msword|vnd\.ms-)/;

/** What a container holds: what it was said to be, the wanted kind first unless WhatsApp does not take that. */
function inside(signature: Signature, said: string[], kind?: MediaKind): string {
	const [first = signature.type] = said;
	if (kind === undefined || !MEDIA_TYPES.has(first)) return first;
	return [...said, signature.type].find((each) => MEDIA_TYPES.get(each) === kind) ?? first;
}

/** The type that the file was given, or one by its name where that is more exact. */
function bySaying(named: string[], declared?: string): string | undefined {
	if (declared === undefined) return named[0];
	return named.find((each) => isSpecialCaseOf(each, declared)) ?? declared;
}

/** Whether a file is a text, where no signature tells what it is. */
function isText(head: Buffer, said?: string): boolean {
	if (said === undefined) return looksLikeText(head);
	return MEDIA_TYPES.has(said) && !MAY_BE_TEXT.test(said) && isTextInPlaceOfFile(head);
}

/**
 * The type of a file. Its bytes decide where they have a signature; where that is one of a container,
 * name and type say what is inside, in this order. Without a signature, and for a text that only begins
 * like one, the type counts that the file was given, or its name where that is more exact, unless there
 * is plainly a text and the file was said to be what never is.
 *
 * @param kind what the file is wanted for: decides between the types that are possible
 */
export function fileType(
	{ fileName, mimeType, head }: Omit<DescribedFile, 'bytes'>,
	kind?: MediaKind,
): FileType | undefined {
	const declared = declaredType(mimeType);
	const named = typesByName(fileName);
	const all = declared === undefined ? named : [...named, declared];
	const signature = head && signatureOf(head);
	if (signature) {
		const agrees = (type: string) => type === signature.type || signature.also?.test(type);
		const said = all.filter((type) => agrees(type) && (type !== ARCHIVE || named.includes(type)));
		if (said.length > 0 || !all.some(isReadableText) || !looksLikeText(head)) {
			const type = inside(signature, said, kind);
			return { mimeType: type, exactly: type, byContent: !all.includes(type) };
		}
	}
	const type = bySaying(named, declared);
	if (head && isText(head, type)) {
		return { mimeType: TEXT, exactly: TEXT, byContent: type !== undefined };
	}
	if (type === undefined) return undefined;
	return { mimeType: sentType(type), exactly: type, byContent: false };
}
