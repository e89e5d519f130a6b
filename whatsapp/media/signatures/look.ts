/** First bytes of a file that are looked at. */
export const HEAD_BYTES = 64 * 1024;

/** What the first bytes of a file tell. */
export interface Signature {
	/** The type, or the usual one of a container that can hold several. */
	type: string;
	/** What else such a container can be, where name or type says so. */
	also?: RegExp;
}

/** A look at the first bytes, which come also as a text of one character a byte. */
export type Look = (head: Buffer, text: string) => Signature | undefined;

/** Tells a type by its first bytes. */
export const startsWith =
	(beginning: string, type: string, also?: RegExp): Look =>
	(_head, text) =>
		text.startsWith(beginning) ? { type, also } : undefined;

/** The same by a pattern: where words begin a file, something has to follow that no text has. */
export const beginsLike =
	(beginning: RegExp, type: string): Look =>
	(_head, text) =>
		beginning.test(text) ? { type } : undefined;
