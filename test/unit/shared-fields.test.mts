import type { INodeProperties } from 'n8n-workflow';
import { fieldsOf } from '../../engine/fields.ts';
import { routed } from '../../engine/members.ts';
import { sharedFields } from '../../nodes/AwsWhatsApp/sharedFields.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';

type Forms = Parameters<typeof sharedFields>[0];

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name.toUpperCase(),
	name,
	type: 'string',
	default: '',
	...more,
});

const form = (place: string, ...fields: INodeProperties[]): Forms[number] => {
	const [resource = '', operation = ''] = place.split('.');
	return { place: { resource, operation }, fields };
};

/** What n8n shows: every field whose two lists hold the resource and the operation, in order. */
const shownAt = (shared: ReturnType<typeof sharedFields>, { place }: Forms[number]) =>
	shared
		.filter(
			({ shownFor }) =>
				shownFor.resource.includes(place.resource) && shownFor.operation.includes(place.operation),
		)
		.map((each) => each.field);

function expectOwnFields(forms: Forms) {
	const shared = sharedFields(forms);
	for (const each of forms) expect(shownAt(shared, each)).toEqual(each.fields);
	return shared;
}

/** Mulberry32: the same forms on every run. */
function randomOf(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

describe('fields that are alike', () => {
	it('are merged, and shown for all of their operations', () => {
		const shared = expectOwnFields([
			form('a.get', field('id'), field('more')),
			form('a.delete', field('id')),
			form('b.get', field('id')),
		]);
		expect(shared.map(({ field: { name }, shownFor }) => [name, shownFor])).toEqual([
			['id', { resource: ['a', 'b'], operation: ['get', 'delete'] }],
			['more', { resource: ['a'], operation: ['get'] }],
		]);
	});

	it('stay separate if they differ in anything', () => {
		const shared = expectOwnFields([
			form('a.get', field('id', { description: 'One' })),
			form('a.delete', field('id', { description: 'Other' })),
		]);
		expect(shared).toHaveLength(2);
	});

	it('stay separate if one order does not fit both operations', () => {
		const shared = expectOwnFields([
			form('a.get', field('id'), field('more')),
			form('a.delete', field('more'), field('id')),
		]);
		expect(shared).toHaveLength(3);
	});

	it('may be in one operation twice', () => {
		expect(expectOwnFields([form('a.get', field('id'), field('id'))])).toHaveLength(2);
	});

	it('are merged across resources only if n8n shows them nowhere else', () => {
		const shared = expectOwnFields([
			form('a.get', field('id')),
			form('a.list'),
			form('b.get', field('id')),
			form('b.list', field('id')),
		]);
		expect(shared.map(({ shownFor }) => shownFor)).toEqual([
			{ resource: ['a'], operation: ['get'] },
			{ resource: ['b'], operation: ['get', 'list'] },
		]);
		expect(
			expectOwnFields([form('a.get', field('id')), form('b.get', field('id'))]).map(
				({ shownFor }) => shownFor,
			),
		).toEqual([{ resource: ['a', 'b'], operation: ['get'] }]);
	});
});

describe('every operation shows exactly its own fields, in its own order', () => {
	it.each(Array.from({ length: 200 }, (_, seed) => seed))('in made-up forms, seed %i', (seed) => {
		const random = randomOf(seed);
		const forms = Array.from({ length: 1 + random(5) }, (_, resource) =>
			Array.from({ length: 1 + random(5) }, (__, operation) =>
				form(
					`r${resource}.o${operation}`,
					...Array.from({ length: random(7) }, () => field(`f${random(6)}`)),
				),
			),
		).flat();
		expectOwnFields(forms);
	});

	it('in the node', () => {
		const forms = resources.flatMap(({ value: resource, operations }) =>
			operations.map((operation) => ({
				place: { resource, operation: operation.value },
				fields: fieldsOf(operation).map(routed),
			})),
		);
		const shared = expectOwnFields(forms);
		expect(shared.length).toBeLessThan(forms.flatMap(({ fields }) => fields).length);
		// Expressions of these are evaluated once for each of them, for every item.
		const copies = (name: string) => shared.filter((each) => each.field.name === name).length;
		expect(copies('businessAccountId')).toBeLessThanOrEqual(12);
		expect(copies('originationPhoneNumberId')).toBeLessThanOrEqual(12);
	});
});
