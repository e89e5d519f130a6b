import { firstMatching, HALF_CHARACTER } from '../../../aws/characters';
import { isInexact } from '../../../aws/spelling';
import { FieldError } from './fieldError';

/** What AWS accepts for a text member. Lengths are in characters, as AWS counts them. */
export interface TextRule {
	minLength?: number;
	maxLength?: number;
	/** In UTF-8, where the limit counts bytes: of a key in S3. */
	maxBytes?: number;
	/** Has to match the whole text. */
	pattern?: RegExp;
	/** What the pattern means, e.g. "an ID such as waba-… or an ARN". Goes into the error. */
	format?: string;
	required?: boolean;
	/** Whether it becomes part of an address, which cannot carry half a character. */
	inAddress?: boolean;
}

/**
 * The digits of a number, as it was written. An ID that JavaScript has rounded would be somebody
 * else's, and no customer is to read NaN.
 */
function digitsOf(value: number, label: string): string {
	if (!Number.isFinite(value)) {
		throw new FieldError(
			`'${label}' is not a text`,
			`It holds ${value}, which is what a calculation without a result gives. Check the expression.`,
		);
	}
	if (isInexact(value)) throw inexact(value, label);
	const digits = String(value);
	if (digits.includes('e')) {
		throw new FieldError(
			`'${label}' holds a number that is too small to be written out`,
			`It is ${digits}. Write it in quotes, the way it is to be read.`,
		);
	}
	return digits;
}

/** The error of a number that JavaScript has rounded, or has made infinity or nothing of. */
export function inexact(value: number, label: string): FieldError {
	if (Number.isNaN(value)) {
		return new FieldError(
			`'${label}' holds a number that is none`,
			'It is NaN, which is what a calculation without a result gives. Check the expression.',
		);
	}
	return new FieldError(
		`'${label}' holds a number that is too long to be kept exactly`,
		`It is near ${value}. Write it in quotes.`,
	);
}

/**
 * Text may come from an expression as a number or a boolean; anything else is not text.
 *
 * @throws FieldError naming the field, also for a number that is not exact: beyond 2^53, NaN, infinite,
 * or so small that it would be written with an exponent
 */
export function textOf(value: unknown, label: string): string {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return digitsOf(value, label);
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	throw new FieldError(
		`'${label}' is not a text`,
		`It holds ${Array.isArray(value) ? 'a list' : 'an object'}. Choose a single value with an expression, for instance {{ $json.name }}.`,
	);
}

/** Long or hostile values are shortened: enough to find them, never a page of text. */
export function quoted(text: string): string {
	const characters = [...text];
	return `"${characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : text}"`;
}

/** Any value as an error shows it: a text in quotes and shortened, and of what is no text the kind. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'function') return 'a function';
	return typeof value === 'object' && value !== null ? 'an object' : quoted(String(value));
}

/**
 * Refuses a text for an address that was cut inside a character: no address can carry it.
 *
 * @throws FieldError naming the field and the place
 */
export function checkWhole(text: string, label: string): void {
	const half = firstMatching(text, HALF_CHARACTER);
	if (!half) return;
	throw new FieldError(
		`'${label}' holds one half of a character`,
		`Character ${half.position} is ${half.name}: a text was cut inside an emoji or another long character. Cut it by characters, for instance with {{ [...$json.name].slice(0, 20).join("") }}.`,
	);
}

function checkBytes(text: string, label: string, maxBytes: number): void {
	const bytes = Buffer.byteLength(text);
	if (bytes <= maxBytes) return;
	throw new FieldError(
		`'${label}' is too long`,
		`It has ${bytes} bytes, in which most characters but plain letters and digits count two to four. Amazon S3 takes at most ${maxBytes}. Shorten it.`,
	);
}

/**
 * Checks a text against a rule of the AWS API before anything is sent.
 *
 * @returns the text without surrounding blanks, or undefined when it is empty
 * @throws FieldError naming the field and the limit
 */
export function checkText(value: unknown, label: string, rule: TextRule): string | undefined {
	const text = textOf(value, label).trim();
	if (text === '') {
		if (rule.required) throw new FieldError(`'${label}' is empty`, 'Enter a value and try again.');
		return undefined;
	}
	const { length } = [...text];
	const { minLength = 0, maxLength = Infinity } = rule;
	if (length < minLength || length > maxLength) {
		throw new FieldError(
			`'${label}' is too ${length < minLength ? 'short' : 'long'}`,
			`It has ${length} characters. AWS accepts ${length < minLength ? `at least ${minLength}` : `at most ${maxLength}`}.`,
		);
	}
	if (rule.maxBytes !== undefined) checkBytes(text, label, rule.maxBytes);
	if (rule.inAddress) checkWhole(text, label);
	if (rule.pattern && !rule.pattern.test(text)) {
		throw new FieldError(
			`'${label}' does not have the expected form`,
			`You gave ${quoted(text)}. Expected: ${rule.format ?? String(rule.pattern)}.`,
		);
	}
	return text;
}
