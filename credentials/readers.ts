import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialError } from '../aws/errors/errors';
import { fieldOf, propertyWith, type Field, type Look } from '../form/field';
import { Form } from '../form/form';
import type { Read } from '../form/readers';
import { isInexact, isNothing } from '../form/spelling';

/** The credential as n8n gives it, which leaves out the fields that the panel does not show. */
export const formOf = (credentials: ICredentialDataDecryptedObject): Form =>
	new Form(
		(name) => credentials[name],
		undefined,
		'',
		(name) => Object.hasOwn(credentials, name),
	);

/** @throws CredentialError, as everything that is wrong with a credential */
export function refuse(label: string, what: string): never {
	throw new CredentialError(`'${label}' in the AWS credential ${what}`);
}

/**
 * A text, without the spaces and line breaks that come along when it is pasted. n8n gives whatever an
 * expression gave, and an object taken for an empty field would mean less protection than was asked for.
 */
export const pasted: Read<string> = (value, label) => {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value.trim() : refuse(label, 'is not text');
};

/** The same of a field that has to be filled in. */
export const needed =
	(read: Read<string>): Read<string> =>
	(value, label) => {
		const text = read(value, label);
		if (!text) throw new CredentialError(`'${label}' in the AWS credential is empty`);
		return text;
	};

/**
 * The text of a field that may be left empty. What is not text is made text, to be refused by the rule
 * of the field: taking it for empty would, for one, use the keys where a role was wanted.
 */
export function optional(value: unknown): string {
	if (value === undefined || value === null) return '';
	return (typeof value === 'object' ? '[object]' : String(value)).trim();
}

/** An identifier that may be left empty. As a number that JavaScript has rounded it would be another one. */
export const optionalId =
	(rule: RegExp, what: string): Read<string> =>
	(value, label) => {
		if (typeof value === 'number' && isInexact(value)) {
			refuse(label, 'is a number with too many digits to be exact. Enter it in quotes');
		}
		const id = optional(value);
		return !id || rule.test(id) ? id : refuse(label, what);
	};

/** A line of text in the panel, and what is read of it. */
export const line = (
	displayName: string,
	name: string,
	read: Read<string>,
	{ default: initial = '', ...look }: Look & { default?: string } = {},
): Field<string> =>
	fieldOf(propertyWith('string', { displayName, name, default: initial }, look), read);

/**
 * A field that is refused where it is there, but without a value, though n8n fills in a default where
 * nobody typed one: an expression returned nothing.
 */
export const unlessNothing = <T>(field: Field<T>, isMissing = isNothing): Field<T> => ({
	...field,
	of: (form) => {
		if (form.isGiven(field.property.name) && isMissing(form.raw(field))) {
			refuse(
				form.label(field),
				'is set by an expression that returns nothing. Correct the expression, or choose a value',
			);
		}
		return field.of(form);
	},
});
