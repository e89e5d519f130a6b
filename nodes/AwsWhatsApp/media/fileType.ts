import { MEDIA_TYPES, type MediaKind } from './mediaTypes';
import { declaredType, typesByName } from './mimeTypes';
import { looksLikeText, signatureOf } from './signature';

/** A file as it is described, and as it begins. */
export interface DescribedFile {
	fileName?: string;
	/** As the source names it; may carry parameters, say nothing useful, or be wrong. */
	mimeType?: string;
	/** Its first bytes, up to `HEAD_BYTES`; undefined where nobody has looked. */
	head?: Buffer;
}

export interface FileType {
	mimeType: string;
	/** Whether the bytes told it, against what the file was said to be. */
	byContent: boolean;
}

export const TEXT = 'text/plain';

/** Office opens text under the names of its old formats: lists as CSV or HTML, letters as RTF. */
const MAY_BE_TEXT = /^text\/|^application\/(msword|vnd\.ms-)/;

const isNeverText = (type = '') =>
	type === '' || (MEDIA_TYPES.has(type) && !MAY_BE_TEXT.test(type));

/**
 * The type of a file. Its bytes decide where they have a signature; where that is one of a container,
 * name and type say what is inside, in this order, since types are often given for the container. Without
 * a signature the type counts that the file was given, then its name, unless it is plainly text and was
 * said to be what never is.
 *
 * @param kind what the file is wanted for: decides between the types that are possible
 */
export function fileType(
	{ fileName, mimeType, head }: DescribedFile,
	kind?: MediaKind,
): FileType | undefined {
	const declared = declaredType(mimeType);
	const named = typesByName(fileName);
	const signature = head && signatureOf(head);
	if (!signature) {
		const said = declared ?? named[0];
		if (head && isNeverText(said) && looksLikeText(head)) {
			return { mimeType: TEXT, byContent: said !== undefined };
		}
		return said === undefined ? undefined : { mimeType: said, byContent: false };
	}
	const said = [...named, ...(declared === undefined ? [] : [declared])];
	const possible = said.filter((type) => type === signature.type || signature.also?.test(type));
	const types = [...possible, signature.type];
	const type = types.find((each) => kind && MEDIA_TYPES.get(each) === kind) ?? types[0];
	return type === undefined ? undefined : { mimeType: type, byContent: !said.includes(type) };
}
