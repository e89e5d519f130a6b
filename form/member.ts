import type { INodeProperties } from 'n8n-workflow';
import type { Reader } from './readers';

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

export type Field = INodeProperties | MemberField | MemberCollection;

export function propertyOf(field: Field): INodeProperties {
	return 'property' in field ? field.property : field;
}

/** The members that a field fills: none, one, or those of its collection. */
export function membersOf(field: Field): MemberField[] {
	if (!('property' in field)) return [];
	return 'members' in field ? field.members : [field];
}
