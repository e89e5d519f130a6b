import type { INodeProperties } from 'n8n-workflow';
import {
	conditionsOf,
	everyForm,
	everyRow,
	isShown,
	membersOf,
	operations,
	possibleValues,
	rowsOf,
	type Values,
	whereIs,
} from './description.mts';

/** The conditions that no sibling can ever meet: of a field that is not there, or of no choice of it. */
function unmet(conditions: ReturnType<typeof conditionsOf>, siblings: INodeProperties[]): string[] {
	return conditions.flatMap(({ name, values = [] }) => {
		const possible = siblings.filter((field) => field.name === name).flatMap(possibleValues);
		if (values.length === 0) return [`${name}: nothing`];
		return values
			.filter((value) => !possible.includes(value))
			.map((value) => `${name}: ${String(value)}`);
	});
}

/** The values from outside on which the fields of a row depend: of one field at most. */
function startsOf(values: INodeProperties[]): Values[] {
	const outside = values
		.flatMap(({ displayOptions }) => conditionsOf(displayOptions))
		.filter(({ absolute }) => absolute);
	const [name, ...others] = new Set(outside.map((condition) => condition.name));
	expect(others).toEqual([]);
	if (name === undefined) return [{}];
	const possible = new Set(outside.flatMap((condition) => condition.values ?? []));
	return [...possible].map((value) => ({ [name]: value }));
}

const isPlace = (name: string) => name === 'resource' || name === 'operation';

describe('every condition', () => {
	it('names a field of the same operation, and values that this field can have', () => {
		for (const { id, fields } of operations) {
			for (const field of [...fields, ...fields.flatMap(membersOf)]) {
				const own = conditionsOf(field.displayOptions).filter(({ name }) => !isPlace(name));
				expect([id, whereIs(field), unmet(own, fields)]).toEqual([id, whereIs(field), []]);
			}
		}
	});

	it('inside a collection refers to its field from the root, because that field is outside', () => {
		for (const member of operations.flatMap(({ fields }) => fields.flatMap(membersOf))) {
			for (const { absolute } of conditionsOf(member.displayOptions)) expect(absolute).toBe(true);
		}
	});

	it('inside a row refers to a field of the same row, or from the root to one of the same operation', () => {
		for (const { fields } of operations) {
			const inRows = fields.flatMap(rowsOf).flatMap(({ values }) => values);
			for (const field of inRows) {
				const own = conditionsOf(field.displayOptions).filter(({ absolute }) => absolute);
				expect([whereIs(field), unmet(own, fields)]).toEqual([whereIs(field), []]);
			}
		}
		const dependent = everyRow.filter(({ values }) =>
			values.some(({ displayOptions }) => displayOptions),
		);
		expect(dependent.length).toBeGreaterThan(0);
		for (const { values } of dependent) {
			for (const field of values) {
				const own = conditionsOf(field.displayOptions).filter(({ absolute }) => !absolute);
				expect([whereIs(field), unmet(own, values)]).toEqual([whereIs(field), []]);
			}
		}
	});
});

describe('every field', () => {
	it.each(operations)('of $id is shown in some form', ({ fields, forms }) => {
		const hidden = fields.filter((field) => !forms.some((form) => isShown(field, form)));
		expect(hidden.map(whereIs)).toEqual([]);
		const hiddenMembers = fields.flatMap((collection) =>
			membersOf(collection).filter(
				(member) => !forms.some((form) => isShown(collection, form) && isShown(member, form)),
			),
		);
		expect(hiddenMembers.map(whereIs)).toEqual([]);
	});

	it('of a row is shown in some row, and has a unique name there', () => {
		for (const { values } of everyRow) {
			const forms = startsOf(values).flatMap((start) => everyForm(values, start));
			const hidden = values.filter((field) => !forms.some((form) => isShown(field, form)));
			expect(hidden.map(whereIs)).toEqual([]);
			for (const form of forms) {
				const names = values.filter((field) => isShown(field, form)).map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
			}
		}
	});

	it('has a unique name in every form', () => {
		expect(operations.flatMap(({ forms }) => forms).length).toBeGreaterThan(80);
		for (const { forms, visible } of operations) {
			for (const [i, form] of visible.entries()) {
				const names = form.map(({ name }) => name);
				expect([forms[i], names]).toEqual([forms[i], [...new Set(names)]]);
			}
		}
	});

	it('that is shown belongs to the chosen operation', () => {
		for (const { fields, visible } of operations) {
			for (const field of new Set(visible.flat())) {
				if (!isPlace(field.name)) expect(fields).toContain(field);
			}
		}
	});
});
