import type { Json } from '../engine.mts';

/** One limit of the API, with values just within it and just beyond it. */
export interface Constraint {
	place: [resource: string, operation: string];
	/** What the error calls the field, without the quotes. */
	label: string;
	/** Where the value goes in the parameters, e.g. "tags.tag.0.key". */
	path: string;
	inside: unknown[];
	outside: unknown[];
	/** Parameters besides the example's. */
	more?: Json;
	/** The value as the request carries it, where that is another. */
	sent?: (value: unknown) => unknown;
	/** For what n8n does not let be an expression. */
	isLiteral?: true;
}

export type Limits = Pick<Constraint, 'inside' | 'outside'>;

export const letters = (count: number) => 'a'.repeat(count);
export const digits = (count: number) => '1'.repeat(count);

/** A text of exactly this many characters that begins and ends as given. */
export const between = (start: string, end: string, count: number) =>
	start + letters(count - start.length - end.length) + end;

/** A text with a maximum length; `''` is beyond the limit where the member is required. */
export const upTo = (longest: number, required = false): Limits => ({
	inside: ['a', letters(longest)],
	outside: [letters(longest + 1), ...(required ? ['', ' \n', null] : [])],
});

/** A phone number, as it is sent. */
export const asPhoneNumber = (value: unknown) => `+${String(value).replace('+', '')}`;

/** A URL with a maximum length. */
export const linkUpTo = (longest: number): Limits => ({
	inside: ['https://a/', between('https://a.example/', '', longest)],
	outside: [
		between('https://a.example/', '', longest + 1),
		between('https://a.example/ü', '', longest),
		'a',
		'https://a\n/',
	],
});

/** The same limits for a field that several operations have. */
export function forAll(
	places: Array<[resource: string, operation: string]>,
	constraint: Omit<Constraint, 'place'>,
): Constraint[] {
	return places.map((place) => ({ place, ...constraint }));
}

/** A JSON document of exactly this many bytes. */
export function documentOf(bytes: number, make: (padding: string) => unknown): unknown {
	const empty = Buffer.byteLength(JSON.stringify(make('')));
	return make(letters(bytes - empty));
}

export const asBlob = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** Other spellings of a switch, and what they mean. */
const SPELLED = new Map<unknown, boolean>([
	['TRUE', true],
	[' yes ', true],
	[1, true],
	['Off', false],
	['no', false],
	[0, false],
]);
export const spelled = (value: unknown) => SPELLED.get(value) ?? value;

export const switches: Limits & Pick<Constraint, 'sent'> = {
	inside: [true, false, ...SPELLED.keys()],
	outside: [2, 'maybe', [], ['a'], {}, { a: 1 }, null, ''],
	sent: spelled,
};
