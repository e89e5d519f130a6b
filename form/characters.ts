/** Characters that nobody sees, or that look like others, by the names that people know. */
const NAMES = new Map<number, string>([
	[0x09, 'a tab'],
	[0x0a, 'a line break'],
	[0x0d, 'a line break'],
	[0x20, 'a space'],
	[0x22, 'a quotation mark'],
	[0x27, 'an apostrophe'],
	[0x5c, 'a backslash'],
	[0x60, 'a backtick'],
	[0xa0, 'a non-breaking space'],
	[0xad, 'a soft hyphen'],
	[0x200b, 'a zero-width space'],
	[0x200c, 'a zero-width non-joiner'],
	[0x200d, 'a zero-width joiner'],
	[0x200e, 'a left-to-right mark'],
	[0x200f, 'a right-to-left mark'],
	[0x2010, 'a Unicode hyphen'],
	[0x2011, 'a non-breaking hyphen'],
	[0x2013, 'an en dash'],
	[0x2014, 'an em dash'],
	[0x2018, 'a left single quotation mark'],
	[0x2019, 'a right single quotation mark'],
	[0x201c, 'a left double quotation mark'],
	[0x201d, 'a right double quotation mark'],
	[0x201e, 'a low double quotation mark'],
	[0x2026, 'an ellipsis'],
	[0x2028, 'a line separator'],
	[0x2029, 'a paragraph separator'],
	[0x202f, 'a narrow non-breaking space'],
	[0x2060, 'a word joiner'],
	[0x3000, 'a wide space'],
	[0xfeff, 'a byte order mark'],
	[0xfffd, 'a replacement character'],
]);

/** What a character without a name of its own belongs to. */
const KINDS: Array<[pattern: RegExp, name: string]> = [
	[/\p{Cs}/u, 'half of a character'],
	[/\p{Cc}/u, 'a control character'],
	[/\p{Cf}/u, 'an invisible character'],
	[/\p{Z}/u, 'a space'],
	[/\p{M}/u, 'a combining mark'],
];

/** e.g. "a line break (U+000A)" or "a left double quotation mark (U+201C)" */
export function nameOfCharacter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const name =
		NAMES.get(code) ?? KINDS.find(([kind]) => kind.test(character))?.[1] ?? 'a character';
	return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}

/**
 * The first character of a text that a pattern matches, and its place, counted from 1 in characters.
 *
 * @param pattern for one character, with the flag u
 */
export function firstMatching(text: string, pattern: RegExp) {
	const index = text.search(pattern);
	if (index === -1) return undefined;
	const [character = ''] = text.slice(index);
	return { name: nameOfCharacter(character), position: [...text.slice(0, index)].length + 1 };
}

/** One half of a character that takes two, such as an emoji: what is left when a text is cut inside one. */
export const HALF_CHARACTER = /\p{Cs}/u;
