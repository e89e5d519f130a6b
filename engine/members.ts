import type { INodeProperties } from 'n8n-workflow';
import type { ItemRequest } from './itemRequest';
import { sortedByLabel, type Field } from '../form/field';
import type { Form } from '../form/form';
import { isCollection, isMember, membersOf, type Member } from '../form/member';
import { checkWhole } from '../form/rule';

const routedMember = ({ property, location, member }: Member): INodeProperties => ({
	...property,
	routing: { send: { type: location, property: member } },
});

/** A field as n8n's form shows it; n8n itself puts the members' values into the request. */
export function routed(field: Field): INodeProperties {
	const { property, inner = [] } = field;
	const members = membersOf(field);
	const [own] = members;
	if (!own) return property;
	if (!isCollection(field)) return routedMember(own);
	const shown = sortedByLabel(inner).map((each) =>
		isMember(each) ? routedMember(each) : each.property,
	);
	return { ...property, options: shown };
}

/** What the form calls its fields, by the members of the request, whose names most fields have. */
export const memberLabels = (fields: Field[]): Map<string, string> =>
	new Map([
		...fields.map(({ property }) => [property.name, property.displayName] as const),
		...fields
			.flatMap(membersOf)
			.map(({ member, property }) => [member, property.displayName] as const),
	]);

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
	if (!isCollection(field) || field.property.displayOptions) return;
	const group = form.group(field);
	for (const inner of field.inner ?? []) {
		const { name, type } = inner.property;
		if (type === 'boolean' && !isMember(inner) && group.isGiven(name)) inner.of(group);
	}
}

/**
 * Fills the members of the request with the checked values of the form; empty optional ones are left
 * out. The switches of the other fields are checked as well.
 *
 * @throws FieldError naming the field and the limit
 */
export function fillMembers(fields: Field[], { form, request }: ItemRequest): void {
	const fill = (from: Form, field: Member) => {
		const { property, location, member } = field;
		const value = field.of(from);
		if (value === undefined) return;
		if (location === 'query') checkInAddress(value, property.displayName);
		const target = location === 'query' ? request.qs : request.body;
		target[member] = value as (typeof target)[string];
	};
	for (const field of fields) {
		checkSwitches(field, form);
		for (const each of membersOf(field)) {
			// Only now: n8n cannot give a collection that the panel hides.
			fill(isCollection(field) ? form.group(field) : form, each);
		}
	}
}
