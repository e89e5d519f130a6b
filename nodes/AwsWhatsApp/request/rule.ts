import { FieldError } from './fieldError';

/** What AWS accepts for a text member. Lengths are in characters, as AWS counts them. */
export interface TextRule {
	minLength?: number;
	maxLength?: number;
	/** Has to match the whole text. */
	pattern?: RegExp;
	/** What the pattern means, e.g. "an ID such as waba-… or an ARN". Goes into the error. */
	format?: string;
	required?: boolean;
}

/** Text may come from an expression as a number or a boolean; anything else is not text. */
export function textOf(value: unknown, label: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
		return String(value);
	}
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
	if (rule.pattern && !rule.pattern.test(text)) {
		throw new FieldError(
			`'${label}' does not have the expected form`,
			`You gave ${quoted(text)}. Expected: ${rule.format ?? String(rule.pattern)}.`,
		);
	}
	return text;
}
