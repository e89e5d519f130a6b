/** How values are written into fields, by people, sheets, databases and AI tools: for every reader of a field. */

const SPELLINGS = new Map<string, boolean>([
	...['true', 'yes', 'on', '1', 'y', 't'].map((word): [string, boolean] => [word, true]),
	...['false', 'no', 'off', '0', 'n', 'f'].map((word): [string, boolean] => [word, false]),
]);

/** The longest of the spellings, without surrounding spaces; what is longer need not be looked up. */
const LONGEST = 5;

/**
 * A switch in any of its usual spellings: true/false, yes/no, on/off, 1/0, y/n, t/f, as text in any
 * case and with spaces around it, and as a number.
 *
 * @returns undefined for everything else
 */
export function switchOf(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number' || typeof value === 'bigint') return SPELLINGS.get(String(value));
	if (typeof value !== 'string') return undefined;
	const word = value.trim();
	return word.length > LONGEST ? undefined : SPELLINGS.get(word.toLowerCase());
}

/** Whether there is nothing in it, as where an expression returned nothing: undefined, null, only spaces. */
export function isNothing(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Whether JavaScript has rounded the number, or has made infinity or nothing of it. */
export function isInexact(value: number): boolean {
	return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
