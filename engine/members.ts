import type { INodeProperties } from 'n8n-workflow';
import type { ItemRequest } from './itemRequest';
import { innerFields, type Form } from '../form/form';
import { membersOf, propertyOf, type Field, type MemberField } from '../form/member';
import { emptySwitch } from '../form/readers';
import { checkWhole } from '../form/rule';

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

/** What the form calls its fields, by the members of the request, whose names most fields have. */
export function memberLabels(fields: Field[]): Map<string, string> {
	const labels = fields
		.map(propertyOf)
		.map(({ name, displayName }) => [name, displayName] as const);
	const ofMembers = fields
		.flatMap(membersOf)
		.map(({ member, property }) => [member, property.displayName] as const);
	return new Map([...labels, ...ofMembers]);
}

/** What goes into the address of a request has to be whole characters. */
function checkInAddress(value: unknown, label: string): void {
	for (const text of Array.isArray(value) ? value : [value]) {
		if (typeof text === 'string') checkWhole(text, label);
	}
}

/**
 * Checks the switches that were added to a collection such as 'Options'. Some are read only when the
 * request is done, and then it is too late to refuse them.
 */
function checkSwitches(field: Field, form: Form): void {
	if ('property' in field || field.type !== 'collection' || field.displayOptions) return;
	const group = form.group(field.name);
	for (const { name, type } of innerFields(field)) {
		if (type === 'boolean' && group.isGiven(name)) group.flag(name);
	}
}

/**
 * Fills the members of the request with the checked values of the form; empty optional ones are left
 * out. The switches of the other fields are checked as well.
 *
 * @throws FieldError naming the field and the limit
 */
export function fillMembers(fields: Field[], { form, request }: ItemRequest): void {
	const fill = (
		from: Form,
		{ property, location, member, read }: MemberField,
		isAdded: boolean,
	) => {
		const value = from.member(property.name, read);
		if (value === undefined) {
			// One that was added, but whose expression found nothing, is neither on nor off.
			if (isAdded && property.type === 'boolean') throw emptySwitch(property.displayName);
			return;
		}
		if (location === 'query') checkInAddress(value, property.displayName);
		const target = location === 'query' ? request.qs : request.body;
		target[member] = value as (typeof target)[string];
	};
	for (const field of fields) {
		checkSwitches(field, form);
		if (!('property' in field)) continue;
		if ('members' in field) {
			const group = form.group(field.property.name);
			for (const each of field.members) fill(group, each, group.isGiven(each.property.name));
		} else {
			fill(form, field, false);
		}
	}
}
