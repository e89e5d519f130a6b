import { flag, json, listOf, oneOf, text, wholeNumber } from '../../form/readers.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const EMPTY = ['', ' \n', null, undefined];

describe('a text member', () => {
	it.each(HOSTILE_TEXTS)('is sent unchanged: %s', (_name, value) => {
		expect(text({})(value, 'Name')).toBe(value.trim());
	});

	it.each(EMPTY)('is left out if it is %p, or refused if it is required', (value) => {
		expect(text({})(value, 'Name')).toBeUndefined();
		expect(refusalOf(() => text({ required: true })(value, 'Name')).message).toBe(
			"'Name' is empty",
		);
	});

	it.each(NOT_TEXT)('is refused if it is %s', (_name, value) => {
		expect(refusalOf(() => text({})(value, 'Name')).message).toBe("'Name' is not text");
	});
});

describe('a switch member', () => {
	it.each<[unknown, boolean | undefined]>([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('%p is sent as %p', (value, sent) => {
		expect(flag(value, 'Publish')).toBe(sent);
	});

	it.each([2, -1, 'maybe', 'null', 'truee', {}, [], [true]])('%p is refused', (value) => {
		expect(refusalOf(() => flag(value, 'Publish')).message).toBe(
			"'Publish' is neither true nor false",
		);
	});
});

describe('a whole number member', () => {
	const read = wholeNumber({ min: 1, max: 90 });

	it.each<[unknown, number]>([
		[1, 1],
		[90, 90],
		['7', 7],
		[' 7 ', 7],
	])('%p is sent as %p', (value, sent) => {
		expect(read(value, 'Minutes')).toBe(sent);
	});

	it.each(EMPTY)('is left out if it is %p', (value) => {
		expect(read(value, 'Minutes')).toBeUndefined();
	});

	it.each([0, 91, -1, 1.5, NaN, Infinity, 'ten', '1,5', '٧', true, '9'.repeat(400)])(
		'%p is refused with the range, and quoted briefly',
		(value) => {
			const { message, description } = refusalOf(() => read(value, 'Minutes'));
			expect(message).toBe("'Minutes' is not a whole number from 1 to 90");
			expect(description.length).toBeLessThan(120);
		},
	);

	it.each(NOT_TEXT)('is refused if it is %s', (_name, value) => {
		expect(refusalOf(() => read(value, 'Minutes')).message).toBe(
			"'Minutes' is not a whole number from 1 to 90",
		);
	});
});

describe('one of a set of words', () => {
	const read = oneOf(['RED', 'GREEN'], { required: true });

	it('is one of these and nothing else', () => {
		expect(read(' RED ', 'Colour')).toBe('RED');
		for (const value of ['red', 'BLUE', 'RED,GREEN', 'constructor', '👩‍👩‍👧‍👦', 1, true]) {
			const { message, description } = refusalOf(() => read(value, 'Colour'));
			expect(message).toBe("'Colour' has an unknown value");
			expect(description).toContain('Use one of: RED, GREEN.');
		}
		expect(refusalOf(() => read('', 'Colour')).message).toBe("'Colour' is empty");
		expect(refusalOf(() => read(['RED'], 'Colour')).message).toBe("'Colour' is not text");
	});

	it('does not repeat a long value', () => {
		expect(refusalOf(() => read('x'.repeat(10_240), 'Colour')).description.length).toBeLessThan(
			200,
		);
	});
});

describe('a list of texts', () => {
	const read = listOf(text({ maxLength: 3, by: 'AWS' }), { max: 3, by: 'AWS' });
	const required = listOf(text({}), { required: true });

	it.each<[unknown, string[]]>([
		['a', ['a']],
		['a, b ,c', ['a', 'b', 'c']],
		[',a,,b,', ['a', 'b']],
		[
			['a', 'b'],
			['a', 'b'],
		],
		[['a,b'], ['a,b']],
		[['a', '', null, ' a '], ['a']],
		[7, ['7']],
		[
			[1, true],
			['1', 'true'],
		],
	])('%j is read as %j', (value, list) => {
		expect(listOf(text({}))(value, 'Keys')).toEqual(list);
	});

	it('counts an entry that appears twice once', () => {
		expect(read('a,b,c,a,b', 'Keys')).toEqual(['a', 'b', 'c']);
	});

	it.each(['', ' , ,', [], [''], [null], null, undefined])(
		'is left out if it is %j, or refused if it is required',
		(value) => {
			expect(read(value, 'Keys')).toBeUndefined();
			expect(refusalOf(() => required(value, 'Keys')).message).toBe("'Keys' is empty");
		},
	);

	it('refuses more entries than its limit, and names the limit', () => {
		expect(read(['a', 'b', 'c'], 'Keys')).toHaveLength(3);
		const { message, description } = refusalOf(() => read('a,b,c,d', 'Keys'));
		expect(message).toBe("'Keys' has too many entries");
		expect(description).toBe('It has 4; AWS accepts at most 3.');
	});

	it('checks every entry', () => {
		expect(refusalOf(() => read(['a', 'long'], 'Keys')).message).toBe("'Keys' is too long");
		expect(refusalOf(() => read(['a', ['b']], 'Keys')).message).toBe("'Keys' is not text");
		expect(refusalOf(() => read({ key: 'a' }, 'Keys')).message).toBe("'Keys' is not text");
	});
});

describe('a JSON document as a blob', () => {
	const read = json({ maxBytes: 20, required: true, check: (document) => document });
	const sent = (value: unknown) => Buffer.from(read(value, 'Body') ?? '', 'base64').toString();

	it('is sent as base64 once, entered as text or as an object', () => {
		expect(sent('{ "a": "é" }')).toBe('{"a":"é"}');
		expect(sent({ a: 'é' })).toBe('{"a":"é"}');
	});

	it('has the shape that its check gives it', () => {
		const wrapped = json({ maxBytes: 20, check: (document) => ({ data: document }) });
		expect(Buffer.from(wrapped('[1]', 'Body') ?? '', 'base64').toString()).toBe('{"data":[1]}');
	});

	it('is limited in bytes of UTF-8, those before base64', () => {
		expect(sent({ a: 'x'.repeat(12) })).toHaveLength(20);
		expect(sent({ a: 'é'.repeat(6) })).toBe(`{"a":"${'é'.repeat(6)}"}`);
		for (const value of [{ a: 'x'.repeat(13) }, { a: `${'é'.repeat(6)}x` }, { a: '👍👍👍x' }]) {
			const { message, description } = refusalOf(() => read(value, 'Body'));
			expect(message).toBe("'Body' is too long");
			expect(description).toContain('It has 21 bytes; AWS accepts at most 20.');
		}
	});

	it.each(EMPTY)('is refused if it is %p and required, otherwise left out', (value) => {
		expect(refusalOf(() => read(value, 'Body')).message).toBe("'Body' is empty");
		expect(json({ maxBytes: 9, check: (document) => document })(value, 'Body')).toBeUndefined();
	});

	it.each(['{', "{'a':1}", '{"a":1,}', 'text', '{{ $json.a }}'])(
		'%p is refused because it is not JSON',
		(value) => {
			expect(refusalOf(() => read(value, 'Body')).message).toBe("'Body' is not valid JSON");
		},
	);
});
