import type { INodeProperties } from 'n8n-workflow';
import type { Call } from './call';
import type { Form } from './form';
import { propertyOf, type Field, type MemberField } from './operation';

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
 * Fills the members of the request with the checked values of the form; empty optional ones are left
 * out.
 *
 * @throws FieldError naming the field and the limit
 */
export function fillMembers(fields: Field[], { form, request }: Call): void {
	const fill = (from: Form, { property, location, member, read }: MemberField) => {
		const value = from.member(property.name, read);
		if (value === undefined) return;
		const target = location === 'query' ? request.qs : request.body;
		target[member] = value as (typeof target)[string];
	};
	for (const field of fields) {
		if (!('property' in field)) continue;
		if (!('members' in field)) fill(form, field);
		else for (const member of field.members) fill(form.group(field.property.name), member);
	}
}
