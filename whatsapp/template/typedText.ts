import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import type { Reader } from '../../form/readers';
import { quoted } from '../../form/rule';
import { asSent, holdsVariable } from './typedVariables';

/** A part that n8n computes in an expression, with the backslashes in front of it. */
const COMPUTED = /(\\*)\{\{([^]*?)\}\}/g;

/**
 * A variable of a template that n8n takes for its own code. Its editor makes an expression of what is
 * typed or pasted into an empty field and holds double braces, and computes 1 of {{1}} and nothing of
 * {{first_name}}. No expression of n8n's is of use that takes nothing from the data ("$") and calls
 * nothing: a number, a name, or nothing at all.
 */
function takenVariable(written: unknown): string | undefined {
	if (typeof written !== 'string' || !written.startsWith('=')) return undefined;
	return [...written.matchAll(COMPUTED)]
		.filter(([, backslashes = '']) => backslashes.length % 2 === 0)
		.map(([, , code = '']) => code.trim())
		.find((code) => /^[\p{L}\p{N}_.\s{-]*$/u.test(code));
}

/**
 * Makes sure that n8n has left the variables in what somebody typed.
 *
 * @param advice how to write them so that it does
 * @throws FieldError when it has made an expression of them
 */
function checkLeft(written: unknown, label: string, advice: string): void {
	if (takenVariable(written) === undefined) return;
	throw new FieldError(
		`'${label}' has become an expression, which has no variables`,
		`n8n has turned ${quoted(String(written).slice(1))} into an expression, because of the double braces. ${advice}`,
	);
}

/** A reader of JSON that also refuses the expression that n8n has made of JSON with variables. */
export const typedJson =
	<T>(read: Reader<T>): Reader<T> =>
	(value, label, written) => {
		checkLeft(
			written,
			label,
			'Switch the field to Fixed, and paste the JSON again over what is in it then.',
		);
		return read(value, label, written);
	};

/** @throws FieldError when n8n has made an expression of a text with variables */
export function checkTyped(form: Form, name: string): void {
	checkLeft(
		form.written(name),
		form.label(name),
		'Write {1} instead, in single braces, or switch the field to Fixed and write the text again.',
	);
}

/**
 * The same form with the variables of a field as WhatsApp wants them: in double braces, whichever way
 * they were typed.
 *
 * @throws FieldError when n8n has made an expression of them
 */
export function typedText(form: Form, name: string): Form {
	checkTyped(form, name);
	return form.overlay({ [name]: asSent(form.text(name)) });
}

/**
 * A text in which WhatsApp fills in nothing.
 *
 * @param maxLength in Unicode code points
 * @throws FieldError when it has a variable
 */
export function plainText(form: Form, name: string, maxLength: number): string {
	const text = form.limitedText(name, maxLength);
	if (holdsVariable(text) || takenVariable(form.written(name)) !== undefined) {
		throw new FieldError(
			`'${form.label(name)}' has a variable`,
			'WhatsApp fills in none here. Leave out the braces.',
		);
	}
	return text;
}

/** The same for a text that has to be there. */
export function requiredPlainText(form: Form, name: string, maxLength: number): string {
	form.requiredText(name, maxLength);
	return plainText(form, name, maxLength);
}
