import type { INodeProperties } from 'n8n-workflow';
import type { ItemRequest } from './itemRequest';
import { innerFields, type Form } from '../form/form';
import { isCollection, membersOf, propertyOf, type AnyField, type Member } from '../form/member';
import { alphabetically } from '../form/order';
import { emptySwitch } from '../form/readers';
import { checkWhole } from '../form/rule';

const routedMember = ({ property, location, member }: Member): INodeProperties => ({
	...property,
	routing: { send: { type: location, property: member } },
});

/** A field as n8n's form shows it; n8n itself puts the members' values into the request. */
export function routed(field: AnyField): INodeProperties {
	const property = propertyOf(field);
	const members = membersOf(field);
	const [own] = members;
	if (!own) return property;
	if (!isCollection(field)) return routedMember(own);
	const others = innerFields(property).filter(
		({ name }) => !members.some((each) => each.property.name === name),
	);
	return {
		...property,
		options: [...others, ...members.map(routedMember)].sort((a, b) =>
			alphabetically(a.displayName, b.displayName),
		),
	};
}

/** The plain properties of fields, for their labels. */
export const labeled = routed;

/** What the form calls its fields, by the members of the request, whose names most fields have. */
export function memberLabels(fields: AnyField[]): Map<string, string> {
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
function checkSwitches(field: AnyField, form: Form): void {
	const { name, type, displayOptions } = propertyOf(field);
	if (type !== 'collection' || displayOptions) return;
	const group = form.group(name);
	const members = membersOf(field).map(({ property }) => property.name);
	for (const inner of innerFields(propertyOf(field))) {
		if (members.includes(inner.name)) continue;
		if (inner.type === 'boolean' && group.isGiven(inner.name)) group.flag(inner.name);
	}
}

/**
 * Fills the members of the request with the checked values of the form; empty optional ones are left
 * out. The switches of the other fields are checked as well.
 *
 * @throws FieldError naming the field and the limit
 */
export function fillMembers(fields: AnyField[], { form, request }: ItemRequest): void {
	const fill = (from: Form, field: Member, isAdded: boolean) => {
		const { property, location, member } = field;
		const value = field.of(from);
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
		const isInside = isCollection(field);
		for (const each of membersOf(field)) {
			// Only now: n8n cannot give a collection that the panel hides.
			const from = isInside ? form.group(propertyOf(field).name) : form;
			fill(from, each, isInside && from.isGiven(each.property.name));
		}
	}
}
