import type { INodeProperties } from 'n8n-workflow';

/** Where in the node a form is shown. */
interface OperationKey {
	resource: string;
	operation: string;
}

interface OperationForm {
	place: OperationKey;
	fields: INodeProperties[];
}

/** Operations by resource. */
type Places = Map<string, string[]>;

function byResource(places: OperationKey[]): Places {
	const operations: Places = new Map();
	for (const { resource, operation } of places) {
		const known = operations.get(resource);
		if (known) known.push(operation);
		else operations.set(resource, [operation]);
	}
	return operations;
}

const operationsOf = (places: Places) => new Set([...places.values()].flat());

/** n8n shows a field for every resource of its list with every operation of its list. */
function isExact(places: Places, all: Places): boolean {
	const shown = operationsOf(places);
	return [...places].every(
		([resource, own]) =>
			all.get(resource)?.filter((operation) => shown.has(operation)).length === own.length,
	);
}

/** The places in as few groups as can be shown exactly: the resources one by one, joined where it fits. */
function exactGroups(places: OperationKey[], all: Places): Places[] {
	const groups: Places[] = [];
	for (const own of byResource(places)) {
		const at = groups.findIndex((group) => isExact(new Map([...group, own]), all));
		if (at === -1) groups.push(new Map([own]));
		else groups[at]?.set(...own);
	}
	return groups;
}

/**
 * Fields that are alike in several operations become one, in an order that fits every operation.
 *
 * For every item, n8n evaluates a parameter's expression for each property of that name, shown or
 * not: with one 'Your Phone Number' for each operation, 1,000 sends that choose theirs by an
 * expression took nearly twice as long.
 */
export function sharedFields(forms: OperationForm[]) {
	const slots: Array<{ field: INodeProperties; places: OperationKey[] }> = [];
	/** Of the slots, each at the same index: searching texts is much faster than searching objects. */
	const keys: string[] = [];
	for (const { place, fields } of forms) {
		let position = 0;
		for (const field of fields) {
			const key = JSON.stringify(field);
			const found = keys.indexOf(key, position);
			if (found === -1) {
				keys.splice(position, 0, key);
				slots.splice(position, 0, { field, places: [place] });
			} else slots[found]?.places.push(place);
			position = (found === -1 ? position : found) + 1;
		}
	}
	const all = byResource(forms.map(({ place }) => place));
	return slots.flatMap(({ field, places }) =>
		exactGroups(places, all).map((group) => ({
			field,
			shownFor: { resource: [...group.keys()], operation: [...operationsOf(group)] },
		})),
	);
}
