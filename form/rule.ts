import { firstMatching, HALF_CHARACTER } from './characters';
import { grouped, howMany } from './counts';
import { isInexact } from './spelling';
import { dateText, isDate } from './dates';
import { emptyField, FieldError } from './fieldError';

/**
 * Who sets a limit. The error says it, so that users know whose documents to check. `this node` sets
 * those that nobody else documents, generous ones against a page of text where an ID is meant.
 */
export type LimitOwner = 'Amazon S3' | 'AWS' | 'WhatsApp' | 'this node';

/** How long a text may be, in characters (Unicode code points), and who says so. */
interface Limited {
	minLength?: number;
	maxLength?: number;
	/** In UTF-8, where the limit counts bytes: of a key in S3. */
	maxBytes?: number;
	by: LimitOwner;
}

type Unlimited = Partial<Record<Exclude<keyof Limited, 'by'>, undefined>>;

/** What is accepted as a text. */
export type TextRule = (Limited | Unlimited) & {
	/** Has to match the whole text. */
	pattern?: RegExp;
	/** What the pattern means, e.g. "an ID such as waba-… or an ARN". Goes into the error. */
	format?: string;
	required?: boolean;
	/** Whether it becomes part of an address, which cannot carry half a character. */
	inAddress?: boolean;
};

/** What an error says of a limit, up to the number: "WhatsApp allows", "AWS accepts". */
export const allows = (by: LimitOwner): string =>
	by === 'WhatsApp' ? 'WhatsApp allows' : `${by} accepts`;

/**
 * The digits of a number, as it was written. An ID that JavaScript has rounded would be someone
 * else's, and no customer is to read NaN.
 */
function digitsOf(value: number, label: string): string {
	if (!Number.isFinite(value)) {
		throw new FieldError(
			`'${label}' is not text`,
			`It contains ${value}, the result of a failed calculation. Check the expression.`,
		);
	}
	if (isInexact(value)) throw inexact(value, label);
	const digits = String(value);
	if (digits.includes('e')) {
		throw new FieldError(
			`'${label}' contains a number that is too small to write out`,
			`It is ${digits}. Put it in quotes, exactly as it should appear.`,
		);
	}
	return digits;
}

/** The error of a number that JavaScript has rounded, or has made infinity or nothing of. */
export function inexact(value: number, label: string): FieldError {
	if (Number.isNaN(value)) {
		return new FieldError(
			`'${label}' contains an invalid number`,
			'It is NaN, the result of a failed calculation. Check the expression.',
		);
	}
	return new FieldError(
		`'${label}' contains a number that is too long to stay exact`,
		`It is close to ${value}. Put it in quotes.`,
	);
}

/**
 * Text may come from an expression as a number, a boolean or a date; anything else is not text. A date
 * reads as ISO text.
 *
 * @throws FieldError naming the field, also for an invalid date, and for a number that is not exact:
 * beyond 2^53, NaN, infinite, or so small that it would be written with an exponent
 */
export function textOf(value: unknown, label: string): string {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return digitsOf(value, label);
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (isDate(value)) return dateText(value, label);
	throw new FieldError(
		`'${label}' is not text`,
		`It contains ${Array.isArray(value) ? 'a list' : 'an object'}. Select a single value with an expression, such as {{ $json.name }}.`,
	);
}

/** Long or hostile values are shortened: enough to find them, never a page of text. */
export function quoted(text: string): string {
	const characters = [...text];
	return `"${characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : text}"`;
}

/** Any value as an error shows it: a text in quotes and shortened, and only the kind of anything else. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'function') return 'a function';
	return typeof value === 'object' && value !== null ? 'an object' : quoted(String(value));
}

/** Refuses a text for an address that was cut inside a character: no address can carry it. */
export function checkWhole(text: string, label: string): void {
	const half = firstMatching(text, HALF_CHARACTER);
	if (!half) return;
	throw new FieldError(
		`'${label}' contains half of a character`,
		`Character ${half.position} is ${half.name}: the text was cut inside an emoji or another character of several code units. Cut it by whole characters, e.g. with {{ [...$json.name].slice(0, 20).join("") }}.`,
	);
}

/** @throws FieldError naming the field, the limit and whose it is */
function checkLength(text: string, label: string, rule: Limited): void {
	const { minLength = 0, maxLength = Infinity, maxBytes = Infinity, by } = rule;
	const { length } = [...text];
	if (length < minLength || length > maxLength) {
		throw new FieldError(
			`'${label}' is too ${length < minLength ? 'short' : 'long'}`,
			`It has ${howMany(length, 'character')}; ${length < minLength ? `${by} requires at least ${grouped(minLength)}` : `${allows(by)} at most ${grouped(maxLength)}`}.`,
		);
	}
	if (maxBytes === Infinity) return;
	const bytes = Buffer.byteLength(text);
	if (bytes <= maxBytes) return;
	throw new FieldError(
		`'${label}' is too long`,
		`It has ${howMany(bytes, 'byte')}; ${allows(by)} at most ${grouped(maxBytes)}. Most characters other than plain letters and digits count as 2 to 4 bytes. Shorten it.`,
	);
}

/**
 * Checks a text against a rule before anything is sent.
 *
 * @returns the text without surrounding spaces, or undefined when it is empty
 * @throws FieldError naming the field and the limit
 */
export function checkText(value: unknown, label: string, rule: TextRule): string | undefined {
	const text = textOf(value, label).trim();
	if (text === '') {
		if (rule.required) throw emptyField(label);
		return undefined;
	}
	if ('by' in rule) checkLength(text, label, rule);
	if (rule.inAddress) checkWhole(text, label);
	if (rule.pattern && !rule.pattern.test(text)) {
		throw new FieldError(
			`'${label}' has an invalid format`,
			`You entered ${quoted(text)}. Expected: ${rule.format ?? String(rule.pattern)}.`,
		);
	}
	return text;
}
