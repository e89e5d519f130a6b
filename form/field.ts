import type { GenericValue, IDataObject, INodeProperties, NodePropertyTypes } from 'n8n-workflow';
import { grouped } from './counts';
import { emptyField } from './fieldError';
import type { Form } from './form';
import { alphabetically } from './order';
import type { Read } from './readers';

/** A field of the panel: what n8n shows, and how its value is read. */
export interface Field<T = unknown> {
	property: INodeProperties;
	/** The fields inside it, where it is a collection or has rows. */
	inner?: Field[];
	/** Its value: checked, and typed. Throws a FieldError that names the field by its label. */
	of(form: Form): T;
}

/** What n8n shows of a field besides its label. */
export type Look = Pick<
	Partial<INodeProperties>,
	| 'description'
	| 'displayOptions'
	| 'hint'
	| 'noDataExpression'
	| 'placeholder'
	| 'required'
	| 'typeOptions'
> & {
	/** Shown as "e.g. …" while the field is empty. */
	example?: string;
};

/** A text in which {max} and the like stand for the limits of its field, e.g. "At most {max} characters". */
function withLimits(text: string, limits: Record<string, number | undefined>): string {
	return text.replace(/\{(\w+)\}/g, (all, name: string) => {
		const limit = limits[name];
		return limit === undefined ? all : grouped(limit);
	});
}

/** The property of a field, whose description names the limits as {max} and the like. */
export function propertyWith(
	type: NodePropertyTypes,
	own: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'options' | 'modes'>,
	{ example, required, description, ...look }: Look,
	limits: Record<string, number | undefined> = {},
): INodeProperties {
	return {
		type,
		...own,
		...look,
		...(required ? { required } : {}),
		...(example === undefined ? {} : { placeholder: `e.g. ${example}` }),
		...(description === undefined ? {} : { description: withLimits(description, limits) }),
	};
}

/** A field whose value is what a reader makes of it. */
export const fieldOf = <T>(property: INodeProperties, read: Read<T>): Field<T> => ({
	property,
	of: (form) => form.read({ property }, read),
});

/** The same field in other words, or under other conditions. */
export const withLook = <F extends Field>(field: F, look: Partial<INodeProperties>): F => ({
	...field,
	property: { ...field.property, ...look },
});

/** A field whose value, where there is one, is checked further or becomes something else. */
export function mapped<T extends NonNullable<unknown>, U>(
	field: Field<T>,
	make: (value: T, label: string) => U,
): Field<U>;
export function mapped<T extends NonNullable<unknown>, U>(
	field: Field<T | undefined>,
	make: (value: T, label: string) => U,
): Field<U | undefined>;
export function mapped<T>(
	field: Field<T | undefined>,
	make: (value: T, label: string) => unknown,
): Field {
	return {
		...field,
		of: (form) => {
			const value = field.of(form);
			return value === undefined ? undefined : make(value, form.label(field));
		},
	};
}

/** The same fields by their labels, the order that n8n wants in collections. */
export const sortedByLabel = (fields: Field[]): Field[] =>
	[...fields].sort((a, b) => alphabetically(a.property.displayName, b.property.displayName));

export const properties = (fields: Field[]): INodeProperties[] =>
	fields.map(({ property }) => property);

/** A blank text counts as none: WhatsApp refuses those. */
const isThere = (value: unknown): boolean =>
	typeof value === 'string' ? value.trim() !== '' : value !== undefined;

/** The values that are there, by the names of their members. */
export const filledIn = (form: Form, fields: Record<string, Field<GenericValue>>): IDataObject =>
	Object.fromEntries(
		Object.entries(fields)
			.map(([member, field]) => [member, field.of(form)] as const)
			.filter(([, value]) => isThere(value)),
	);

/** The members that have a value: no blank text, no object or list without content. */
export const present = (members: Record<string, GenericValue>): IDataObject =>
	Object.fromEntries(
		Object.entries(members).filter(
			([, value]) =>
				isThere(value) &&
				(typeof value !== 'object' || value === null || Object.keys(value).length > 0),
		),
	);

/** The value of a field that may be left out, where it has to be there; a FieldError if it is not. */
export function given<T>(form: Form, field: Field<T | undefined>): T {
	const value = field.of(form);
	if (value !== undefined) return value;
	throw emptyField(form.label(field));
}
