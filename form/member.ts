import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';
import type { Reader } from './readers';

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

/** A form field whose value goes straight into a member of the request. */
export interface MemberField {
	property: INodeProperties;
	location: 'query' | 'body';
	/** The member's name in the request. */
	member: string;
	read: Reader;
}

/** A collection of optional members, e.g. 'Additional Fields'. */
export interface MemberCollection {
	property: INodeProperties;
	members: MemberField[];
}

export type AnyField = INodeProperties | Field | MemberField | MemberCollection;

export function propertyOf(field: AnyField): INodeProperties {
	return 'property' in field ? field.property : field;
}

const asMember = ({ read, ...field }: MemberField): Member => ({
	...field,
	of: (form) => form.member(field.property.name, read),
});

/** Whether it is a collection whose fields are members of the request. */
export const isCollection = (field: AnyField): boolean =>
	'members' in field || ('inner' in field && field.property.type === 'collection');

/** The members that a field fills: none, one, or those of its collection. */
export function membersOf(field: AnyField): Member[] {
	if (!('property' in field)) return [];
	if ('members' in field) return field.members.map(asMember);
	if ('read' in field) return [asMember(field)];
	return isMember(field) ? [field] : (field.inner ?? []).filter(isMember);
}
