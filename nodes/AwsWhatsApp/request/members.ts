import type { INodeProperties } from 'n8n-workflow';
import type { Call } from './call';
import { innerFields } from './form';
import { membersOf, propertyOf, type Field, type MemberField } from './operation';
import { emptySwitch } from './readers';
import { checkWhole } from './rule';

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

/** What goes into the address of a request has to be whole characters. */
function checkInAddress(value: unknown, label: string): void {
	for (const text of Array.isArray(value) ? value : [value]) {
		if (typeof text === 'string') checkWhole(text, label);
	}
}

/** A switch that was added to a collection, but whose expression found nothing, is neither on nor off. */
function checkSwitch(field: Field, { property }: MemberField, { form }: Call): void {
	if (!('members' in field) || property.type !== 'boolean') return;
	if (form.group(field.property.name).isGiven(property.name))
		throw emptySwitch(property.displayName);
}

/**
 * Checks the switches that were added to a collection such as 'Options'. Some are read only when the
 * request is done, and then it is too late to refuse them.
 */
function checkSwitches(field: Field, { form }: Call): void {
	if ('property' in field || field.type !== 'collection' || field.displayOptions) return;
	const group = form.group(field.name);
	for (const { name, type } of innerFields(field)) {
		if (type === 'boolean' && group.isGiven(name)) group.flag(name);
	}
}

/**
 * Replaces each member of the request by its checked value; empty optional members are left out. The
 * switches of the other fields are checked as well.
 *
 * @throws FieldError naming the field and the limit
 */
export function checkMembers(fields: Field[], call: Call): void {
	const { request } = call;
	for (const field of fields) {
		checkSwitches(field, call);
		for (const each of membersOf(field)) {
			const { property, location, member, read } = each;
			const target = location === 'query' ? request.qs : request.body;
			const value = read(target[member], property.displayName);
			if (value === undefined) {
				checkSwitch(field, each, call);
				delete target[member];
				continue;
			}
			if (location === 'query') checkInAddress(value, property.displayName);
			target[member] = value as (typeof target)[string];
		}
	}
}
