import type { INodeProperties } from 'n8n-workflow';
import { alsoShownWhen, type Show } from './conditions';
import { propertyWith, withLook, type Field, type Look } from './field';
import { FieldError } from './fieldError';
import type { Form } from './form';
import { alphabetically } from './order';
import { quoted } from './rule';

/** A choice of a dropdown that brings its own fields. */
interface Variant {
	name: string;
	/** The value of the dropdown. */
	value: string;
	description: string;
	fields: INodeProperties[];
}

/** The entries of the dropdown, in alphabetical order. */
export function variantOptions(choices: Array<Omit<Variant, 'fields'>>) {
	return choices
		.map(({ name, value, description }) => ({ name, value, description }))
		.sort((a, b) => alphabetically(a.name, b.name));
}

/** Fields that are shown for some values of a dropdown, besides their own conditions. */
export function shownFor(
	dropdown: string,
	values: string[],
	fields: INodeProperties[],
): INodeProperties[] {
	return fields.map((field) => alsoShownWhen(field, { [dropdown]: values }));
}

/**
 * The fields of all choices of a dropdown, each shown for the choices that have it. A field that
 * several choices have (the very same object) is one field.
 */
export function variantFields(dropdown: string, choices: Variant[]): INodeProperties[] {
	const fields = [...new Set(choices.flatMap((choice) => choice.fields))];
	return fields.flatMap((field) =>
		shownFor(
			dropdown,
			choices.filter((choice) => choice.fields.includes(field)).map(({ value }) => value),
			[field],
		),
	);
}

/**
 * The choice that the form holds.
 *
 * @throws FieldError when it is none of them, as an expression may give
 */
export function selected<T extends { value: string }>(
	form: Form,
	dropdown: string,
	choices: T[],
): T {
	const value = form.text(dropdown);
	const choice = choices.find((candidate) => candidate.value === value);
	if (choice) return choice;
	throw new FieldError(
		`'${form.label(dropdown)}' has an unknown value`,
		`You entered ${quoted(value)}. Use one of: ${choices.map((known) => known.value).join(', ')}.`,
	);
}

/** The same fields, under further conditions. */
export const shownWhen = (show: Show, fields: Field[]): Field[] =>
	fields.map((field) => ({ ...field, property: alsoShownWhen(field.property, show) }));

/** The same fields, but not under some conditions. */
export const hiddenWhen = (hide: Show, fields: Field[]): Field[] =>
	fields.map((field) => withLook(field, { displayOptions: { hide } }));

/** A choice of a dropdown: what the list shows of it. */
interface Listed {
	name: string;
	value: string;
	description: string;
}

/** A dropdown whose value is the whole choice, in alphabetical order. */
export const variants = <V extends Listed>(
	displayName: string,
	name: string,
	list: V[],
	look: Look & { default: NoInfer<V['value']> },
): Field<V> => {
	const { default: initial, ...shown } = look;
	return {
		property: propertyWith(
			{ displayName, name, type: 'options', options: variantOptions(list), default: initial },
			shown,
		),
		of: (form) => selected(form, name, list),
	};
};

/**
 * The fields of all choices of a dropdown, each shown for the choices that have it. A field that
 * several choices have (the very same object) is one field.
 *
 * @param path of the dropdown, where the fields are in rows and it is not: with a slash
 */
export function fieldsOfVariants(
	{ property: { name } }: Field,
	list: Array<{ value: string; fields: Field[] }>,
	path = name,
): Field[] {
	const fields = [...new Set(list.flatMap((variant) => variant.fields))];
	return fields.flatMap((field) => {
		const having = list.filter((variant) => variant.fields.includes(field));
		return shownWhen({ [path]: having.map(({ value }) => value) }, [field]);
	});
}
