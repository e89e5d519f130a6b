import type { INodeProperties } from 'n8n-workflow';
import { properties, propertyWith, type Field, type Look } from './field';
import { FieldError } from './fieldError';
import type { Form } from './form';
import { choice } from './choices';
import { isJsonObject, jsonOf } from './json';
import { json } from './jsonFields';
import { allows, type LimitOwner } from './rule';

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
					description: 'When the number of rows depends on the data',
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
			description: `A list of objects with these keys: ${keys}`,
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
			'Enter it in square brackets, with one object in curly brackets for each row.',
		);
	}
	return form.rowsOf(name, rows);
}

/** How many rows there have to be, both bounds included, and who says so; WhatsApp if nothing is said. */
interface Count {
	min?: number;
	max: number;
	by?: LimitOwner;
}

/** @throws FieldError when there are too few or too many */
function counted(found: Form[], label: string, { min = 1, max, by = 'WhatsApp' }: Count): Form[] {
	if (found.length >= min && found.length <= max) return found;
	throw new FieldError(
		found.length === 0 ? `'${label}' is empty` : `'${label}' has the wrong number of entries`,
		`It has ${found.length}; ${allows(by)} ${min === 0 ? 'at most ' : min === max ? '' : `${min} to `}${max}.`,
	);
}

interface RowsLook extends Look {
	/** What one row is called, e.g. "Button". */
	row: string;
	/** Under which name n8n keeps the rows; "row" if nothing is said. */
	rowName?: string;
	fields: Field[];
	/** {min} and {max} in the description. */
	count?: Count;
}

/** A list of rows that the user fills in one by one, each a form of its own. */
export function rows(
	displayName: string,
	name: string,
	{ row, rowName = 'row', fields, count, ...look }: RowsLook,
): Field<Form[]> {
	const add = `Add ${row.toLowerCase()}`;
	return {
		property: propertyWith(
			{
				displayName,
				name,
				type: 'fixedCollection',
				default: {},
				options: [{ displayName: row, name: rowName, values: properties(fields) }],
			},
			{
				typeOptions: { multipleValues: true, multipleValueButtonText: add },
				placeholder: add,
				...look,
			},
			{ min: count?.min, max: count?.max },
		),
		inner: fields,
		of: (form) => {
			const found = form.rows(name);
			return count ? counted(found, form.label(name), count) : found;
		},
	};
}

/** Several fields of the panel that make one value. */
export interface FieldGroup<T> {
	fields: Field[];
	/** @throws FieldError */
	of(form: Form): T;
}

interface RowsGroup extends FieldGroup<Form[]> {
	/** The rows by form, after which both are called. */
	list: Field<Form[]>;
}

/** The rows of a JSON field, whose keys are the names of the group's fields. */
function rowsInJson(form: Form, name: string, group: string): Form[] {
	const label = form.label(name);
	const found = jsonOf(form.raw(name), label) ?? [];
	if (Array.isArray(found) && found.every(isJsonObject)) return form.rowsOf(group, found);
	throw new FieldError(
		`'${label}' is not a list of objects`,
		'Enter it in square brackets, with one object in curly brackets for each row.',
	);
}

/** A list of rows by form, or, where only the data know how many there are, as JSON with the same keys. */
export function rowsOrJson(
	displayName: string,
	name: string,
	{ example, ...look }: Omit<RowsLook, 'example'> & { example: object[] },
): RowsGroup {
	const specify = choice(
		`Specify ${displayName}`,
		specifyName(name),
		{
			fields: 'Using Fields Below',
			json: ['Using JSON', 'When the number of rows depends on the data'],
		},
		{ default: 'fields' },
	);
	const whenIs = (way: string) => ({
		displayOptions: { show: { [specify.property.name]: [way] } },
	});
	const byForm = rows(displayName, name, { ...look, ...whenIs('fields') });
	const keys = look.fields.map(({ property }) => property.name).join(', ');
	const asJson = json(`${displayName} (JSON)`, `${name}Json`, {
		default: JSON.stringify(example, null, 2),
		required: true,
		description: `A list of objects with these keys: ${keys}`,
		...whenIs('json'),
	});
	return {
		list: byForm,
		fields: [specify, byForm, asJson],
		of: (form) => {
			if (specify.of(form) !== 'json') return byForm.of(form);
			const found = rowsInJson(form, asJson.property.name, name);
			return look.count ? counted(found, form.label(byForm), look.count) : found;
		},
	};
}

/**
 * Makes sure that no two entries are the same, as WhatsApp refuses that.
 *
 * @param label of the list
 * @param what the entries' name for people, e.g. "title"
 * @throws FieldError
 */
export function checkDifferent(label: string, what: string, entries: string[]): void {
	const twice = entries.findIndex((entry, i) => entries.indexOf(entry) !== i);
	if (twice === -1) return;
	throw new FieldError(
		`'${label} ${twice + 1}' has the same ${what} as ${entries.indexOf(entries[twice] ?? '') + 1}`,
		`WhatsApp requires a different ${what} for each. Change one of them.`,
	);
}
