import { alsoShownWhen, type Show } from './conditions';
import { fieldOf, propertyWith, withLook, type Field, type Look } from './field';
import { alphabetically } from './order';
import { unknownValue } from './readers';
import { textOf } from './rule';

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

/** A choice of a dropdown with fields of its own. */
export interface Variant extends Listed {
	fields: Field[];
}

/** A dropdown whose value is the whole choice, in alphabetical order. */
export function variants<V extends Listed>(
	displayName: string,
	name: string,
	list: V[],
	{ default: initial, ...look }: Look & { default: NoInfer<V['value']> },
): Field<V> {
	const options = list
		.map(({ name: label, value, description }) => ({ name: label, value, description }))
		.sort((a, b) => alphabetically(a.name, b.name));
	const property = propertyWith('options', { displayName, name, options, default: initial }, look);
	return fieldOf(property, (given, label): V => {
		const value = textOf(given, label);
		const found = list.find((variant) => variant.value === value);
		if (found) return found;
		const known = list.map((variant) => variant.value);
		throw unknownValue(value, label, known);
	});
}

/**
 * The fields of all choices of a dropdown, each shown for the choices that have it. A field that
 * several choices have (the very same object) is one field.
 *
 * @param path of the dropdown, where the fields are in rows and it is not: with a slash
 */
export function fieldsOfVariants(
	{ property: { name } }: Field,
	list: Array<Pick<Variant, 'fields' | 'value'>>,
	path = name,
): Field[] {
	const fields = [...new Set(list.flatMap((variant) => variant.fields))];
	return fields.flatMap((field) => {
		const having = list.filter((variant) => variant.fields.includes(field));
		return shownWhen({ [path]: having.map(({ value }) => value) }, [field]);
	});
}
