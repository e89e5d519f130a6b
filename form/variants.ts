import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { FieldError } from './fieldError';
import type { Form } from './form';
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
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** Fields that are shown for some values of a dropdown, besides their own conditions. */
export function shownFor(
	dropdown: string,
	values: string[],
	fields: INodeProperties[],
): INodeProperties[] {
	return updateDisplayOptions({ show: { [dropdown]: values } }, fields);
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
		`'${form.label(dropdown)}' is not one of the list`,
		`You gave ${quoted(value)}. Choose one of: ${choices.map((known) => known.value).join(', ')}.`,
	);
}
