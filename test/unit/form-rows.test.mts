import { flag } from '../../form/choices.ts';
import { rows, rowsOrJson } from '../../form/rows.ts';
import { id } from '../../form/texts.ts';
import { formWith, readBy } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const key = id('Key', 'key', {});
const value = id('Value', 'value', { required: true });
const tags = rows('Tags', 'tags', { row: 'Tag', fields: [key, value] });
const numberId = id('ID', 'id', {});
const numbers = rows('Phone Numbers', 'numbers', {
	row: 'Phone Number',
	fields: [numberId, tags],
});

const keysIn = (given: unknown) => readBy(tags, given).map((row) => key.of(row));

describe('rows', () => {
	it('are forms whose labels carry the number of the row', () => {
		const read = readBy(tags, { row: [{ key: 'a' }, { key: [1] }] });
		const [first, second] = read;
		expect(first && key.of(first)).toBe('a');
		expect(second?.label(key)).toBe('Tags 2: Key');
		expect(refusalOf(() => read.map((row) => value.of(row))).message).toBe(
			"'Tags 1: Value' is empty",
		);
		expect(refusalOf(() => second && key.of(second)).message).toBe("'Tags 2: Key' is not text");
	});

	it('may have rows of their own', () => {
		const [number] = readBy(numbers, { row: [{ id: '1', tags: { row: [{ key: 'a' }, {}] } }] });
		const nested = number ? tags.of(number) : [];
		expect(nested.map((row) => key.of(row))).toEqual(['a', undefined]);
		expect(refusalOf(() => nested.slice(1).map((row) => value.of(row))).message).toBe(
			"'Phone Numbers 1: Tags 2: Value' is empty",
		);
	});

	it('return the value of a resource locator', () => {
		expect(keysIn({ row: [{ key: { __rl: true, mode: 'list', value: 'chosen' } }] })).toEqual([
			'chosen',
		]);
	});

	it('may be a single one outside a list', () => {
		expect(keysIn({ row: { key: 'only' } })).toEqual(['only']);
	});

	it.each([[undefined], [null], [''], ['text'], [5], [{}], [[]], [{ row: [] }]])(
		'are empty if the field is %j',
		(given) => {
			expect(readBy(tags, given)).toEqual([]);
		},
	);

	it('may be a plain list, as JSON has them', () => {
		expect(keysIn([{ key: 'a' }, { key: 'b' }])).toEqual(['a', 'b']);
	});

	it('ignore what has no field', () => {
		const { message, description } = refusalOf(() =>
			readBy(tags, [{ key: 'a' }, { key: 'b', Kee: 'c' }]),
		);
		expect(message).toBe("'Tags 2' has an unknown key");
		expect(description).toMatch(/^You entered "Kee"\. Use one of: key, value\.$/);
	});

	it.each([[null], ['text'], [5], [[]], [undefined]])(
		'that are not objects read as empty: %j',
		(row) => {
			expect(keysIn({ row: [row] })).toEqual([undefined]);
		},
	);

	it.each(['constructor', 'toString', '__proto__'])('do not inherit fields: %s', (name) => {
		const [row] = readBy(tags, { row: [{ key: 'a' }] });
		expect(row && flag('X', name, { default: false }).of(row)).toBe(false);
	});
});

describe('rows in the form or as JSON', () => {
	const group = rowsOrJson('Tags', 'tags', {
		row: 'Tag',
		fields: [key, value],
		count: { min: 1, max: 2, by: 'AWS' },
		example: [{ key: 'a' }],
	});
	const keysOf = (values: Record<string, unknown>) =>
		group.of(formWith(values)).map((row) => key.of(row));
	const asJson = (tagsJson: unknown) => ({ specifyTags: 'json', tagsJson });

	it.each<[string, Record<string, unknown>]>([
		['by form', { tags: { row: [{ key: 'a' }, { key: 'b' }] } }],
		['by form, as said', { specifyTags: 'fields', tags: { row: [{ key: 'a' }, { key: 'b' }] } }],
		['as JSON text', asJson('[{"key": "a"}, {"key": "b"}]')],
		['as a list', asJson([{ key: 'a' }, { key: 'b' }])],
	])('are the same %s', (_name, values) => {
		expect(keysOf(values)).toEqual(['a', 'b']);
	});

	it.each([[[1]], [[null]], [[{ key: 'a' }, 'b']], [{ key: 'a' }], ['[["a"]]']])(
		'are a list of objects as JSON, and not %j',
		(given) => {
			const { message, description } = refusalOf(() => keysOf(asJson(given)));
			expect(message).toBe("'Tags (JSON)' is not a list of objects");
			expect(description).toContain('in square brackets');
		},
	);

	it.each<[Record<string, unknown>, string, string]>([
		[{ tags: {} }, "'Tags' is empty", 'It has 0; AWS accepts 1 to 2.'],
		[asJson([]), "'Tags' is empty", 'It has 0; AWS accepts 1 to 2.'],
		[
			asJson([{}, {}, {}]),
			"'Tags' has the wrong number of entries",
			'It has 3; AWS accepts 1 to 2.',
		],
	])('may be as many as allowed: %j', (values, message, description) => {
		expect(refusalOf(() => keysOf(values))).toMatchObject({ message, description });
	});

	it.each<[object, string]>([
		[{ max: 1 }, 'It has 2; WhatsApp allows 1.'],
		[{ min: 0, max: 1 }, 'It has 2; WhatsApp allows at most 1.'],
		[{ min: 3, max: 3 }, 'It has 2; WhatsApp allows 3.'],
	])('state the limits %j', (count, description) => {
		const bounded = rows('Tags', 'tags', {
			row: 'Tag',
			fields: [key],
			count: { max: 1, ...count },
		});
		const refusal = refusalOf(() => readBy(bounded, [{}, {}]));
		expect(refusal.description).toBe(description);
	});
});
