import type { Field } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { quoted, textOf } from '../../form/rule';
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
 * Makes sure that n8n has left the variables in what the user typed.
 *
 * @param advice how to write them so that it does
 * @throws FieldError when it has made an expression of them
 */
export function checkTyped(
	form: Form,
	field: Field,
	advice = 'Write {1} instead, in single curly braces, or switch the field to Fixed and enter the text again.',
): void {
	const written = form.written(field.property.name);
	if (takenVariable(written) === undefined) return;
	throw new FieldError(
		`'${form.label(field)}' was turned into an expression by n8n, so its variables are lost`,
		`n8n turned ${quoted(String(written).slice(1))} into an expression because of the double curly braces. ${advice}`,
	);
}

/** The same field of JSON, which also refuses the expression that n8n has made of JSON with variables. */
export const typedJson = <T>(field: Field<T>): Field<T> => ({
	...field,
	of: (form) => {
		checkTyped(form, field, 'Switch the field to Fixed, then replace its content with the JSON.');
		return field.of(form);
	},
});

/**
 * The same field, whose text has its variables as WhatsApp wants them: in double braces, whichever way
 * they were typed. It refuses what n8n has made an expression of.
 */
export const withVariables = <T>(field: Field<T>): Field<T> => ({
	...field,
	of: (form) => {
		const { name } = field.property;
		const typed = textOf(form.raw(field), form.label(field));
		checkTyped(form, field);
		return field.of(form.overlay({ [name]: asSent(typed) }));
	},
});

/** The same field, whose text refuses variables: WhatsApp fills in none there. */
export const withoutVariables = (field: Field<string>): Field<string> => ({
	...field,
	of: (form) => {
		const text = field.of(form);
		const isTaken = takenVariable(form.written(field.property.name)) !== undefined;
		if (!isTaken && !holdsVariable(text)) return text;
		throw new FieldError(
			`'${form.label(field)}' has a variable`,
			'WhatsApp does not fill in variables here. Remove the curly braces.',
		);
	},
});
