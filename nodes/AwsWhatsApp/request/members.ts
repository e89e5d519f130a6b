import type { INodeProperties } from 'n8n-workflow';
import type { Call } from './call';
import { membersOf, propertyOf, type Field, type MemberField } from './operation';

const routedMember = ({ property, location, member }: MemberField): INodeProperties => ({
	...property,
	routing: { send: { type: location, property: member } },
});

/** A field as n8n's form shows it; n8n itself puts the members' values into the request. */
export function routed(field: Field): INodeProperties {
	if (!('property' in field)) return field;
	if (!('members' in field)) return routedMember(field);
	const { property, members } = field;
	return {
		...property,
		options: members.map(routedMember).sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** The plain properties of fields, for their labels. */
export function labelled(field: Field): INodeProperties {
	return 'members' in field ? routed(field) : propertyOf(field);
}

/**
 * Replaces each member of the request by its checked value; empty optional members are left out.
 *
 * @throws FieldError naming the field and the limit
 */
export function checkMembers(fields: Field[], { request }: Call): void {
	for (const { property, location, member, read } of fields.flatMap(membersOf)) {
		const target = location === 'query' ? request.qs : request.body;
		const value = read(target[member], property.displayName);
		if (value === undefined) delete target[member];
		else target[member] = value as (typeof target)[string];
	}
}
