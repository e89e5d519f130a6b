import { choice } from './choices';
import { checkKnown } from './collection';
import { grouped } from './counts';
import { properties, propertyWith, type Field, type Look } from './field';
import { emptyField, FieldError } from './fieldError';
import type { Form } from './form';
import { json } from './jsonFields';
import { allows, type LimitOwner } from './rule';
import { isRecord } from './unknown';

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** How many rows are required, both bounds included, and who says so; WhatsApp if nothing is said. */
interface Count {
	min?: number;
	max: number;
	by?: LimitOwner;
}

/** @throws FieldError when there are too few or too many */
function counted(found: Form[], label: string, { min = 1, max, by = 'WhatsApp' }: Count): Form[] {
	if (found.length >= min && found.length <= max) return found;
	const bounds = min === 0 ? 'at most ' : min === max ? '' : `${grouped(min)} to `;
	const advice = `It has ${grouped(found.length)}; ${allows(by)} ${bounds}${grouped(max)}.`;
	throw found.length === 0
		? emptyField(label, advice)
		: new FieldError(`'${label}' has the wrong number of entries`, advice);
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

/** The rows of a repeatable field, which n8n keeps in an object and expressions give as a list. */
function rowsIn(group: unknown): unknown[] {
	if (Array.isArray(group)) return group;
	return isRecord(group) ? Object.values(group).flat() : [];
}

/** @throws FieldError when a row has what there is no field for */
function rowForms(form: Form, list: Field, found: unknown[], written: unknown[]): Form[] {
	return found.map((row, i) => {
		checkKnown(row, list.inner ?? [], `${form.label(list)} ${i + 1}`);
		return form.row(list, i, row, written[i]);
	});
}

/** A list of rows that the user fills in one by one, each a form of its own. */
export function rows(
	displayName: string,
	name: string,
	{ row, rowName = 'row', fields, count, ...look }: RowsLook,
): Field<Form[]> {
	const add = `Add ${row.toLowerCase()}`;
	const property = propertyWith(
		'fixedCollection',
		{
			displayName,
			name,
			default: {},
			options: [{ displayName: row, name: rowName, values: properties(fields) }],
		},
		{
			typeOptions: { multipleValues: true, multipleValueButtonText: add },
			placeholder: add,
			...look,
		},
		{ min: count?.min, max: count?.max },
	);
	const list: Field<Form[]> = {
		property,
		inner: fields,
		of: (form) => {
			const found = rowForms(form, list, rowsIn(form.raw(list)), rowsIn(form.written(name)));
			return count ? counted(found, form.label(list), count) : found;
		},
	};
	return list;
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

/** The rows of a JSON field, whose keys are the names of the fields in the list. */
function rowsInJson(form: Form, asJson: Field, list: Field): Form[] {
	const found = asJson.of(form) ?? [];
	if (Array.isArray(found) && found.every(isRecord)) return rowForms(form, list, found, []);
	throw new FieldError(
		`'${form.label(asJson)}' is not a list of objects`,
		'Enter it in square brackets, with one object in curly braces for each row.',
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
		`specify${capitalized(name)}`,
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
			const found = rowsInJson(form, asJson, byForm);
			return look.count ? counted(found, form.label(byForm), look.count) : found;
		},
	};
}

/**
 * Refuses entries of which two have the same, as WhatsApp does.
 *
 * @param label of the list
 * @param what must differ, as people call it, e.g. "title"
 * @param labels of the entries, where they are not numbered as one list
 * @throws FieldError
 */
export function checkDifferent<T>(
	label: string,
	what: string,
	entries: T[],
	read: (entry: T) => string,
	labels = entries.map((_, i) => `${label} ${i + 1}`),
): void {
	const found = entries.map(read);
	const twice = found.findIndex((each, i) => found.indexOf(each) !== i);
	if (twice === -1) return;
	throw new FieldError(
		`'${labels[twice]}' has the same ${what} as '${labels[found.indexOf(found[twice] ?? '')]}'`,
		`WhatsApp requires a different ${what} for each. Change one of them.`,
	);
}
