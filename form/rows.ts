import type { INodeProperties } from 'n8n-workflow';
import { FieldError } from './fieldError';
import type { Form } from './form';
import { isJsonObject, jsonOf } from './json';

interface Rows {
	displayName: string;
	name: string;
	/** What one row is called, e.g. "Button". */
	row: string;
	values: INodeProperties[];
	description?: string;
	required?: boolean;
}

/** A list of rows that the user fills in one by one. */
export function rowsField({
	displayName,
	name,
	row,
	values,
	description,
	required,
}: Rows): INodeProperties {
	const add = `Add ${row.toLowerCase()}`;
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: add },
		placeholder: add,
		default: {},
		...(required ? { required } : {}),
		...(description ? { description } : {}),
		options: [{ displayName: row, name: 'row', values }],
	};
}

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const specifyName = (name: string) => `specify${capitalized(name)}`;

/** A list of rows by form, or, where only the data know how many there are, as JSON with the same keys. */
export function rowsFields(rows: Rows & { example: object[] }): INodeProperties[] {
	const { displayName, name, values, example } = rows;
	const specify = specifyName(name);
	const keys = values.map((value) => value.name).join(', ');
	return [
		{
			displayName: `Specify ${displayName}`,
			name: specify,
			type: 'options',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{
					name: 'Using JSON',
					value: 'json',
					description: 'For a number of rows that only the incoming data know',
				},
			],
			default: 'fields',
		},
		{ ...rowsField(rows), displayOptions: { show: { [specify]: ['fields'] } } },
		{
			displayName: `${displayName} (JSON)`,
			name: `${name}Json`,
			type: 'json',
			default: JSON.stringify(example, null, 2),
			required: true,
			description: `A list of objects with the keys of the fields: ${keys}`,
			displayOptions: { show: { [specify]: ['json'] } },
		},
	];
}

/** The rows of `rowsFields`, by whichever way they were given. */
export function rowsOf(form: Form, name: string): Form[] {
	if (form.text(specifyName(name)) !== 'json') return form.rows(name);
	const json = `${name}Json`;
	const label = form.label(json);
	const rows = jsonOf(form.raw(json), label) ?? [];
	if (!Array.isArray(rows) || !rows.every(isJsonObject)) {
		throw new FieldError(
			`'${label}' is not a list of objects`,
			'Write it in square brackets, with one object in curly brackets for each row.',
		);
	}
	return form.rowsOf(name, rows);
}
