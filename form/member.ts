import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/** A field whose value goes straight into a member of the request. */
export interface Member<T = unknown> extends Field<T> {
	location: 'query' | 'body';
	/** The member's name in the request. */
	member: string;
}

/** @param member its name, where it is not the field's */
export const inBody = <T>(field: Field<T>, member = field.property.name): Member<T> => ({
	...field,
	location: 'body',
	member,
});

/** @param member its name, where it is not the field's */
export const inQuery = <T>(field: Field<T>, member = field.property.name): Member<T> => ({
	...field,
	location: 'query',
	member,
});

const isMember = (field: Field): field is Member => 'member' in field;

/** A field, or, until all are converted, the property alone. */
export type AnyField = INodeProperties | Field;

export function propertyOf(field: AnyField): INodeProperties {
	return 'property' in field ? field.property : field;
}

/** Whether it is a collection, whose fields may be members of the request. */
export const isCollection = (field: AnyField): boolean =>
	'inner' in field && field.property.type === 'collection';

/** The members that a field fills: none, one, or those of its collection. */
export function membersOf(field: AnyField): Member[] {
	if (!('property' in field)) return [];
	return isMember(field) ? [field] : (field.inner ?? []).filter(isMember);
}
