import { describe, expect, it } from '@jest/globals';
import { choice } from '../../form/choices.ts';
import { collection } from '../../form/collection.ts';
import { mapped, present, sortedByLabel } from '../../form/field.ts';
import { rows } from '../../form/rows.ts';
import { id } from '../../form/texts.ts';
import { readBy } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const key = id('Key', 'key', {});

describe('a mapped field', () => {
	const doubled = mapped(key, (value, label) => `${label}: ${value}${value}`);

	it('passes on the value, and the label for its errors', () => {
		expect(readBy(doubled, ' a ')).toBe('Key: aa');
	});

	it.each(['', ' ', null, undefined])('is undefined if there is no value: %p', (value) => {
		expect(readBy(doubled, value)).toBeUndefined();
	});
});

describe('present members', () => {
	it('have a value', () => {
		const members = {
			text: 'a',
			number: 0,
			flag: false,
			list: [0],
			object: { a: '' },
			nothing: null,
		};
		expect(present(members)).toEqual(members);
		const empty = { text: ' \n', list: [], object: {}, missing: undefined };
		expect(Object.keys(present(empty))).toEqual([]);
	});
});

describe('a required choice', () => {
	const list = choice('Color', 'color', { red: 'Red' }, { default: 'red', needed: true });

	it('must have a value, although the panel does not mark it', () => {
		expect(readBy(list, 'red')).toBe('red');
		expect(refusalOf(() => readBy(list, '')).message).toBe("'Color' is empty");
		expect(list.property).not.toHaveProperty('required');
		expect(list.property).not.toHaveProperty('needed');
	});
});

describe('a strict collection', () => {
	const fields = [key, id('Age', 'age', {})];
	const strict = collection('More', 'more', sortedByLabel(fields), {
		placeholder: 'Add field',
		strict: true,
	});

	it('refuses what it has no field for', () => {
		expect(refusalOf(() => readBy(strict, { other: 1 })).message).toBe("'More' has an unknown key");
		const lenient = collection('More', 'more', fields, { placeholder: 'Add field' });
		expect(() => readBy(lenient, { other: 1 })).not.toThrow();
	});

	it('shows its fields by their labels', () => {
		expect(strict.inner?.map(({ property }) => property.displayName)).toEqual(['Age', 'Key']);
	});
});

describe('rows', () => {
	it('state their maximum in the description', () => {
		const look = { row: 'Key', fields: [key], count: { max: 1000 }, description: 'Up to {max}' };
		expect(rows('Keys', 'keys', look).property.description).toBe('Up to 1,000');
	});
});
