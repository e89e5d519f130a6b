/** Short enough for every file system and, with folders in front, for an S3 key of 1,024 bytes. */
const MAX_CHARACTERS = 200;

/** Control characters, and the halves of characters that are left where a text was cut inside one. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cs}]/gu;

/**
 * The bare name of a file: without folders, control characters, halves of characters and excess
 * length, and never a name that means a folder. Names come from mails and strangers, and this one
 * becomes part of an S3 key, so that what would break the key is taken out instead of refused.
 */
export function safeFileName(name = ''): string | undefined {
	const last = (name.split(/[/\\]/).pop() ?? '').replace(NOT_IN_NAMES, '').trim();
	if (last === '' || last === '.' || last === '..') return undefined;
	// The end is kept, since it holds the extension.
	return [...last].slice(-MAX_CHARACTERS).join('');
}

/** The file name at the end of a URL, as people read it. */
export function fileNameInUrl(url: URL): string | undefined {
	try {
		return safeFileName(decodeURIComponent(url.pathname));
	} catch {
		// A lone "%": not encoded after all.
		return safeFileName(url.pathname);
	}
}
