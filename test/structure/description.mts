import type {
	IDisplayOptions,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { AwsWhatsApp } from '../../nodes/AwsWhatsApp/AwsWhatsApp.node.ts';
import type { Operation } from '../../engine/operation.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';

export const node = new AwsWhatsApp();
export const { description } = node;
export const { properties } = description;

type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

export function isField(entry: Entry): entry is INodeProperties {
	return 'type' in entry && 'displayName' in entry;
}

/** The choices of a dropdown. */
export function choicesOf(field: INodeProperties): INodePropertyOptions[] {
	if (field.type !== 'options' && field.type !== 'multiOptions') return [];
	return (field.options ?? []).filter(
		(entry): entry is INodePropertyOptions => !isField(entry) && 'value' in entry,
	);
}

/** The fields inside a collection. */
export function membersOf(field: INodeProperties): INodeProperties[] {
	return field.type === 'collection' ? (field.options ?? []).filter(isField) : [];
}

/** What a person can add to a repeatable group: each is a row of fields. */
export function rowsOf(field: INodeProperties): INodePropertyCollection[] {
	if (field.type !== 'fixedCollection') return [];
	return (field.options ?? []).filter(
		(entry): entry is INodePropertyCollection => 'values' in entry,
	);
}

function withInner(field: INodeProperties): INodeProperties[] {
	const inner = [...membersOf(field), ...rowsOf(field).flatMap(({ values }) => values)];
	return [field, ...inner.flatMap(withInner)];
}

/** All fields, those inside collections and rows included, at any depth. */
export const everyField: INodeProperties[] = properties.flatMap(withInner);

/** The fields that have a name of their own in the workflow: not those of rows. */
export const namedFields: INodeProperties[] = properties.flatMap((field) => [
	field,
	...membersOf(field),
]);

/** The rows of all repeatable groups, at any depth. */
export const everyRow: INodePropertyCollection[] = everyField.flatMap(rowsOf);

/** Where a field is, to name it in the output of a test. */
export function whereIs({ name, displayOptions }: INodeProperties): string {
	return `${name} ${JSON.stringify(displayOptions ?? {})}`;
}

export type Values = Record<string, unknown>;

/** `show` and `hide` as pairs of a parameter's name and its values. */
export function conditionsOf({ show, hide }: IDisplayOptions = {}) {
	return [...Object.entries(show ?? {}), ...Object.entries(hide ?? {})].map(([path, values]) => ({
		name: path.replace(/^\//, ''),
		absolute: path.startsWith('/'),
		values,
	}));
}

export function isShown({ displayOptions: { show, hide } = {} }: INodeProperties, values: Values) {
	const meets = ([path, wanted]: [string, unknown]) =>
		Array.isArray(wanted) && wanted.includes(values[path.replace(/^\//, '')]);
	return Object.entries(show ?? {}).every(meets) && !Object.entries(hide ?? {}).some(meets);
}

/** The values that a field may have, where other fields can depend on it. */
export function possibleValues(field: INodeProperties): unknown[] {
	if (field.type === 'boolean') return [true, false];
	return choicesOf(field).map(({ value }) => value);
}

/** The names of the fields on which these, or what lies in them, depend. */
function decidersOf(siblings: INodeProperties[]): Set<string> {
	const own = siblings.flatMap(({ displayOptions }) => conditionsOf(displayOptions));
	const inner = siblings
		.flatMap(withInner)
		.flatMap(({ displayOptions }) => conditionsOf(displayOptions))
		.filter(({ absolute }) => absolute);
	return new Set([...own, ...inner].map(({ name }) => name));
}

/** Every way in which the fields that their siblings depend on can be set. */
export function everyForm(
	siblings: INodeProperties[],
	values: Values = {},
	deciding = decidersOf(siblings),
): Values[] {
	const open = siblings.find(
		(field) => deciding.has(field.name) && !(field.name in values) && isShown(field, values),
	);
	if (!open) return [values];
	return possibleValues(open).flatMap((value) =>
		everyForm(siblings, { ...values, [open.name]: value }, deciding),
	);
}

export interface OperationEntry {
	/** e.g. "message.send" */
	id: string;
	resource: string;
	/** The entry of the dropdown. */
	operation: INodePropertyOptions;
	/** The operation as it was written. */
	sheet: Operation;
	/** The fields that n8n can show for it, in their order. */
	fields: INodeProperties[];
	/** Every way in which the fields that others depend on can be set. */
	forms: Values[];
	/** What n8n shows for it, form by form. */
	visible: INodeProperties[][];
}

const shownFor = (field: INodeProperties, name: string): unknown[] =>
	field.displayOptions?.show?.[name] ?? [];

const sheets = new Map(
	resources.flatMap(({ value, operations }) =>
		operations.map((sheet) => [`${value}.${sheet.value}`, sheet]),
	),
);

function entryOf(resource: string, operation: INodePropertyOptions): OperationEntry {
	const { value } = operation;
	const id = `${resource}.${String(value)}`;
	const sheet = sheets.get(id);
	if (!sheet) throw new Error(`${id} has no data sheet`);
	const fields = properties.filter(
		(field) =>
			shownFor(field, 'resource').includes(resource) &&
			shownFor(field, 'operation').includes(value),
	);
	const forms = everyForm(fields, { resource, operation: value });
	const visible = forms.map((form) => properties.filter((field) => isShown(field, form)));
	return { id, resource, operation, sheet, fields, forms, visible };
}

/** Every operation that the dropdowns offer, in their order. */
export const operations: OperationEntry[] = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((dropdown) =>
		shownFor(dropdown, 'resource').flatMap((resource) =>
			choicesOf(dropdown).map((operation) => entryOf(String(resource), operation)),
		),
	);

export function operationOf(id: string): OperationEntry {
	const found = operations.find((operation) => operation.id === id);
	if (!found) throw new Error(`There is no operation ${id}`);
	return found;
}

/** A field of an operation by its name, those inside its collections included. */
export function fieldOf({ id, fields }: OperationEntry, name: string): INodeProperties {
	const found = fields
		.flatMap((field) => [field, ...membersOf(field)])
		.find((field) => field.name === name);
	if (!found) throw new Error(`${id} has no field ${name}`);
	return found;
}
