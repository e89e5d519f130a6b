import type { INodeProperties } from 'n8n-workflow';
import { Form, labelsOf } from '../../form/form.ts';
import { flag, wholeNumber } from '../../form/readers.ts';
import { refusalOf } from './support/refusal.mts';

const field = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});

const group = (name: string, displayName: string, values: INodeProperties[]): INodeProperties => ({
	...field(name, displayName),
	type: 'fixedCollection',
	options: [{ displayName: 'Row', name: 'row', values }],
});

const tags = group('tags', 'Tags', [field('key', 'Key'), field('value', 'Value')]);

const labels = labelsOf([
	tags,
	group('numbers', 'Phone Numbers', [field('id', 'ID'), tags]),
	{ ...field('more', 'Additional Fields'), type: 'collection', options: [field('key', 'Other')] },
]);

const formOf = (values: Record<string, unknown>) => new Form((name) => values[name], labels);

describe('labels', () => {
	it('form a tree, so that fields of the same name keep their own', () => {
		expect(labels.get('tags')?.inner.get('key')?.label).toBe('Key');
		expect(labels.get('more')?.inner.get('key')?.label).toBe('Other');
		expect(labels.get('numbers')?.inner.get('tags')?.inner.get('value')?.label).toBe('Value');
		expect(labels.get('key')).toBeUndefined();
	});
});

describe('rows of a group', () => {
	it('are forms whose labels carry the number of the row', () => {
		const [first, second] = formOf({ tags: { row: [{ key: 'a' }, { key: [1] }] } }).rows('tags');
		expect(first?.id('key')).toBe('a');
		expect(second?.label('key')).toBe('Tags 2: Key');
		expect(refusalOf(() => first?.id('value')).message).toBe("'Tags 1: Value' is empty");
		expect(refusalOf(() => second?.id('key')).message).toBe("'Tags 2: Key' is not text");
	});

	it('may have rows of their own', () => {
		const [number] = formOf({
			numbers: { row: [{ id: '1', tags: { row: [{ key: 'a' }, {}] } }] },
		}).rows('numbers');
		const nested = number?.rows('tags') ?? [];
		expect(nested.map((row) => row.optionalId('key'))).toEqual(['a', undefined]);
		expect(refusalOf(() => nested[1]?.id('key')).message).toBe(
			"'Phone Numbers 1: Tags 2: Key' is empty",
		);
	});

	it('give the value of a resource locator', () => {
		const [row] = formOf({
			tags: { row: [{ key: { __rl: true, mode: 'list', value: 'chosen' } }] },
		}).rows('tags');
		expect(row?.id('key')).toBe('chosen');
	});

	it('may be a single one that is no list', () => {
		const rows = formOf({ tags: { row: { key: 'only' } } }).rows('tags');
		expect(rows.map((row) => row.id('key'))).toEqual(['only']);
	});

	it.each([[undefined], [null], [''], ['text'], [5], [{}], [[]], [{ row: [] }]])(
		'are none when the group is %j',
		(value) => {
			expect(formOf({ tags: value }).rows('tags')).toEqual([]);
		},
	);

	it('may be a plain list, as JSON gives them', () => {
		const rows = formOf({ tags: [{ key: 'a' }, { key: 'b' }] }).rows('tags');
		expect(rows.map((row) => row.id('key'))).toEqual(['a', 'b']);
	});

	it('hold nothing that the group has no field for', () => {
		const { message, description } = refusalOf(() =>
			formOf({ tags: [{ key: 'a' }, { key: 'b', Kee: 'c' }] }).rows('tags'),
		);
		expect(message).toBe("'Tags 2' has an unknown key");
		expect(description).toMatch(/^You entered "Kee"\. Use one of: key, /);
	});

	it.each([[null], ['text'], [5], [[]], [undefined]])(
		'that are no objects read as empty: %j',
		(row) => {
			const [form] = formOf({ tags: { row: [row] } }).rows('tags');
			expect(form?.optionalId('key')).toBeUndefined();
			expect(refusalOf(() => form?.id('key')).message).toBe("'Tags 1: Key' is empty");
		},
	);

	it.each(['constructor', 'toString', '__proto__'])('do not inherit fields: %s', (name) => {
		const [row] = formOf({ tags: { row: [{ key: 'a' }] } }).rows('tags');
		expect(row?.flag(name)).toBe(false);
	});
});

describe('a group', () => {
	it('is made once and reads its fields by their own labels', () => {
		const form = formOf({ more: { key: '7' } });
		expect(form.group('more')).toBe(form.group('more'));
		expect(form.group('more').member('key', wholeNumber({ min: 1, max: 9 }))).toBe(7);
		expect(refusalOf(() => form.group('more').member('key', flag)).message).toBe(
			"'Other' is neither true nor false",
		);
	});
});
