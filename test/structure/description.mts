import type {
	IDisplayOptions,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { AwsWhatsApp } from '../../nodes/AwsWhatsApp/AwsWhatsApp.node.ts';

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

/** All fields, those inside collections included. */
export const everyField: INodeProperties[] = properties.flatMap((field) => [
	field,
	...membersOf(field),
]);

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

export const visible = (values: Values) => properties.filter((field) => isShown(field, values));

/** The values that a field may have, where other fields can depend on it. */
export function possibleValues(field: INodeProperties): unknown[] {
	if (field.type === 'boolean') return [true, false];
	return choicesOf(field).map(({ value }) => value);
}

const deciding = new Set(
	everyField.flatMap(({ displayOptions }) => conditionsOf(displayOptions).map(({ name }) => name)),
);

/** Every way in which the fields that others depend on can be set. */
export function everyForm(values: Values = {}): Values[] {
	const open = visible(values).find(({ name }) => deciding.has(name) && !(name in values));
	if (!open) return [values];
	return possibleValues(open).flatMap((value) => everyForm({ ...values, [open.name]: value }));
}

export interface OperationEntry {
	resource: string;
	operation: INodePropertyOptions;
	fields: INodeProperties[];
}

const shownFor = (field: INodeProperties, name: string): unknown[] =>
	field.displayOptions?.show?.[name] ?? [];

/** Every operation with its fields in their order. */
export const operations: OperationEntry[] = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((dropdown) =>
		shownFor(dropdown, 'resource').flatMap((resource) =>
			choicesOf(dropdown).map((operation) => ({
				resource: String(resource),
				operation,
				fields: properties.filter(
					(field) =>
						shownFor(field, 'resource').includes(resource) &&
						shownFor(field, 'operation').includes(operation.value),
				),
			})),
		),
	);
