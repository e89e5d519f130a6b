import { add } from '../../nodes/AwsWhatsApp/resources/tag/add.operation.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const compose = (...tag: unknown[]) => add.compose?.(formWith({ tags: { tag } }));
const refusal = (...tag: unknown[]) => refusalOf(() => compose(...tag));

describe('tags', () => {
	it('are sent with key and value, and with the key alone', () => {
		expect(compose({ key: ' department ', value: ' sales ' }, { key: 'vip', value: '' })).toEqual({
			tags: [{ key: 'department', value: 'sales' }, { key: 'vip' }],
		});
	});

	it('may have keys of 128 and values of 256 characters', () => {
		const tag = { key: 'k'.repeat(128), value: 'v'.repeat(256) };
		expect(compose(tag)).toEqual({ tags: [tag] });
		expect(refusal({ key: 'k'.repeat(129) }).message).toBe("'Tags 1: Key' is too long");
		expect(refusal({ key: 'a' }, { key: 'b', value: 'v'.repeat(257) }).message).toBe(
			"'Tags 2: Value' is too long",
		);
	});

	it.each(HOSTILE_TEXTS)('keep %s', (_name, text) => {
		expect(compose({ key: text, value: text })).toEqual({
			tags: [{ key: text.trim(), value: text.trim() }],
		});
	});

	it('may be numbers, as expressions return them', () => {
		expect(compose({ key: 1, value: 2 })).toEqual({ tags: [{ key: '1', value: '2' }] });
	});

	it.each(NOT_TEXT)('do not accept %s', (_name, value) => {
		// A locator stands for its value wherever it is.
		const isLocator = typeof value === 'object' && value !== null && '__rl' in value;
		if (isLocator) expect(compose({ key: value })).toEqual({ tags: [{ key: 'x' }] });
		else expect(refusal({ key: value }).message).toBe("'Tags 1: Key' is not text");
	});

	it('are refused without a key, with a duplicate key, and if there are none', () => {
		expect(refusal({ value: 'x' }).message).toBe("'Tags 1: Key' is empty");
		expect(refusal().message).toBe("'Tags' is empty");
		const { message, description } = refusal({ key: 'a' }, { key: 'b' }, { key: ' a ' });
		expect(message).toBe("'Tags' contains the same key twice");
		expect(description).toContain('"a"');
	});

	it('distinguish keys by case', () => {
		expect(compose({ key: 'a' }, { key: 'A' })).toEqual({ tags: [{ key: 'a' }, { key: 'A' }] });
	});
});
