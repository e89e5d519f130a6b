import type { Field } from './field';

/** A field whose value goes straight into a member of the request. */
export interface Member<T = unknown> extends Field<T> {
	location: 'query' | 'body';
	/** The member's name in the request. */
	member: string;
}

const memberIn =
	(location: Member['location']) =>
	/** @param member its name, where it is not the field's */
	<T>(field: Field<T>, member = field.property.name): Member<T> => ({ ...field, location, member });

export const inBody = memberIn('body');
export const inQuery = memberIn('query');

export const isMember = (field: Field): field is Member => 'member' in field;

/** Whether it is a collection, whose fields may be members of the request. */
export const isCollection = ({ inner, property }: Field): boolean =>
	inner !== undefined && property.type === 'collection';

/** The members that a field fills: none, one, or those of its collection. */
export const membersOf = (field: Field): Member[] =>
	isMember(field) ? [field] : (field.inner ?? []).filter(isMember);
