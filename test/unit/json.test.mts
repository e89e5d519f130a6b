import { jsonBlob, jsonOf } from '../../form/json.ts';
import { isRecord } from '../../form/unknown.ts';
import { HOSTILE_TEXTS } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

describe('JSON in a field', () => {
	it('is what the text says, or the object that an expression returned', () => {
		const value = { a: [1, null, { b: false }] };
		expect(jsonOf(` ${JSON.stringify(value)}\n`, 'Body')).toEqual(value);
		expect(jsonOf(value, 'Body')).toEqual(value);
		expect(jsonOf([1], 'Body')).toEqual([1]);
	});

	it.each(['', ' \n\t', null, undefined])('is missing if the field contains %p', (value) => {
		expect(jsonOf(value, 'Body')).toBeUndefined();
	});

	it.each(HOSTILE_TEXTS)('keeps in its texts %s', (_name, text) => {
		expect(jsonOf(JSON.stringify({ [text]: text }), 'Body')).toEqual({ [text]: text });
	});

	it.each(['9007199254740992', '-9007199254740993', '106540352242922000000', '1e30', '1e400'])(
		'is refused if a number would not be exact, however deep: %s',
		(number) => {
			const { message, description } = refusalOf(() =>
				jsonOf(`{"a":[{"id":${number}}]}`, 'Events'),
			);
			expect(message).toBe("'Events' contains a number that is too long to stay exact");
			expect(description).toContain('Put it in quotes.');
		},
	);

	it.each([
		'9007199254740991',
		'-9007199254740991',
		'19.99',
		'1e10',
		'0',
		'"106540352242922000000"',
	])('may contain %s', (number) => {
		expect(jsonOf(`{"a":${number}}`, 'Events')).toEqual({ a: JSON.parse(number) });
	});

	it('that is broken is refused with the position, and never quoted in full', () => {
		const { message, description } = refusalOf(() => jsonOf(`{"a": ${'x'.repeat(10_240)}`, 'Body'));
		expect(message).toBe("'Body' is not valid JSON");
		expect(description).toContain('Check quotes, commas, braces and brackets.');
		expect(description.length).toBeLessThan(300);
	});

	it('does not let a member named __proto__ become a prototype', () => {
		const document = jsonOf('{"__proto__":{"polluted":true}}', 'Body');
		expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
		expect(JSON.stringify(document)).toBe('{"__proto__":{"polluted":true}}');
	});
});

describe('an object', () => {
	it.each<[unknown, boolean]>([
		[{}, true],
		[{ a: 1 }, true],
		[[], false],
		[null, false],
		['{}', false],
		[1, false],
		[undefined, false],
	])('%j: %p', (value, isObject) => {
		expect(isRecord(value)).toBe(isObject);
	});
});

describe('a blob', () => {
	const decoded = (value: unknown, max = 1000) =>
		Buffer.from(jsonBlob(value, 'Body', max), 'base64').toString('utf8');

	it.each(HOSTILE_TEXTS)('contains UTF-8 in base64, once: %s', (_name, text) => {
		expect(JSON.parse(decoded({ text }))).toEqual({ text });
	});

	it('may have as many bytes as the limit, and not one more', () => {
		const value = { a: '👍é' };
		const bytes = Buffer.byteLength(JSON.stringify(value));
		expect(bytes).toBe(14);
		expect(decoded(value, bytes)).toBe('{"a":"👍é"}');
		expect(refusalOf(() => jsonBlob(value, 'Body', bytes - 1))).toMatchObject({
			message: "'Body' is too long",
			description: 'It has 14 bytes; AWS accepts at most 13. Shorten it.',
		});
	});
});
