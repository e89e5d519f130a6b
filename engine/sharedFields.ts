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

/** A field, and the resources and operations that show it. */
interface SharedField {
	field: INodeProperties;
	shownFor: { resource: string[]; operation: string[] };
}

interface Slot {
	field: INodeProperties;
	key: string;
	places: OperationKey[];
}

const valuesOf = (places: OperationKey[], of: keyof OperationKey) => [
	...new Set(places.map((place) => place[of])),
];

/** n8n shows a field for every resource of its list with every operation of its list. */
function isExact(places: OperationKey[], all: OperationKey[]): boolean {
	const resources = valuesOf(places, 'resource');
	const operations = valuesOf(places, 'operation');
	const shown = all.filter(
		({ resource, operation }) => resources.includes(resource) && operations.includes(operation),
	);
	return shown.length === places.length;
}

/** The places in as few groups as can be shown exactly: the resources one by one, joined where it fits. */
function exactGroups(places: OperationKey[], all: OperationKey[]): OperationKey[][] {
	const groups: OperationKey[][] = [];
	for (const resource of valuesOf(places, 'resource')) {
		const own = places.filter((place) => place.resource === resource);
		const fitting = groups.find((group) => isExact([...group, ...own], all));
		if (fitting) fitting.push(...own);
		else groups.push(own);
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
export function sharedFields(forms: OperationForm[]): SharedField[] {
	const slots: Slot[] = [];
	for (const { place, fields } of forms) {
		let position = 0;
		for (const field of fields) {
			const key = JSON.stringify(field);
			const found = slots.findIndex((slot, i) => i >= position && slot.key === key);
			if (found === -1) slots.splice(position, 0, { field, key, places: [place] });
			else slots[found]?.places.push(place);
			position = (found === -1 ? position : found) + 1;
		}
	}
	const all = forms.map(({ place }) => place);
	return slots.flatMap(({ field, places }) =>
		exactGroups(places, all).map((group) => ({
			field,
			shownFor: { resource: valuesOf(group, 'resource'), operation: valuesOf(group, 'operation') },
		})),
	);
}
