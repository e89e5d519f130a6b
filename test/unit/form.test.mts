import type { INodeProperties } from 'n8n-workflow';
import { Form, labelsOf } from '../../form/form.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const field = (name: string, displayName: string, extra: Partial<INodeProperties> = {}) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	...extra,
});

const labels = labelsOf([
	field('body', 'Body Text'),
	field('options', 'Options', { type: 'collection', options: [field('keyPrefix', 'Key Prefix')] }),
]);

const formOf = (values: Record<string, unknown>) => new Form((name) => values[name], labels);
const body = (value: unknown) => formOf({ body: value });

describe('labels', () => {
	it('are those of the fields, and of the fields inside collections', () => {
		expect([...labels].map(([name, { label }]) => [name, label])).toEqual([
			['body', 'Body Text'],
			['options', 'Options'],
		]);
		expect(labels.get('options')?.inner.get('keyPrefix')?.label).toBe('Key Prefix');
	});

	it('fall back to the name of an unknown field', () => {
		expect(body('').label('nowhere')).toBe('nowhere');
	});
});

describe('reading', () => {
	it('evaluates every parameter once, also when it is undefined', () => {
		const read: string[] = [];
		const form = new Form((name) => {
			read.push(name);
			return undefined;
		}, labels);
		for (let i = 0; i < 3; i++) {
			form.text('body');
			form.flag('body');
			form.options.optionalId('keyPrefix');
		}
		expect(read).toEqual(['body', 'options']);
	});

	it.each([
		new RangeError('Maximum call stack size exceeded'),
		new Error('Expression evaluation failed: Maximum call stack size exceeded'),
	])('names the field whose expression has no end: %p', (error) => {
		const fails = (): never => {
			throw error;
		};
		for (const read of [
			() => new Form(fails, labels).text('body'),
			() => new Form(fails, labels).raw('body'),
			() => new Form(fails, labels).flag('body'),
		]) {
			expect(refusalOf(read).message).toBe("'Body Text' is circular or nested too deeply");
		}
		expect(refusalOf(() => new Form(fails, labels).options.id('keyPrefix')).message).toBe(
			"'Options' is circular or nested too deeply",
		);
	});

	it('lets a failing expression fail', () => {
		const form = new Form(() => {
			throw new TypeError('no such node');
		}, labels);
		expect(() => form.text('body')).toThrow('no such node');
	});
});

describe('a limited text', () => {
	it.each([
		['letters', 'x'],
		['emoji, which count one each', '👍'],
		['combining marks, which count as well', '\u0301'],
	])('of %s may be as long as its limit and no longer', (_name, character) => {
		const longest = character.repeat(4096);
		expect(body(longest).limitedText('body', 4096)).toBe(longest);
		const { message, description } = refusalOf(() =>
			body(`${longest}${character}`).limitedText('body', 4096),
		);
		expect(message).toBe("'Body Text' is too long");
		expect(description).toBe('It has 4097 characters; WhatsApp allows at most 4096. Shorten it.');
	});

	it.each(HOSTILE_TEXTS)('stays as it is: %s', (_name, text) => {
		expect(body(text).limitedText('body', 4096)).toBe(text);
		expect(body(` ${text} `).requiredText('body', 4096)).toBe(` ${text} `);
	});

	it.each(NOT_TEXT)('is refused by its label when it is %s', (_name, value) => {
		expect(refusalOf(() => body(value).limitedText('body', 10)).message).toBe(
			"'Body Text' is not text",
		);
	});

	it.each(['', ' ', '\n\t\u00a0', null, undefined])('that is required is not %p', (value) => {
		expect(body(value).limitedText('body', 10)).toBe(value ?? '');
		expect(refusalOf(() => body(value).requiredText('body', 10)).message).toBe(
			"'Body Text' is empty",
		);
	});

	it.each([
		[0, '0'],
		[false, 'false'],
	])('that is required may be %p', (value, text) => {
		expect(body(value).requiredText('body', 10)).toBe(text);
	});
});

describe('an identifier', () => {
	it('is trimmed, and undefined when empty', () => {
		expect(body(' a b\n').optionalId('body')).toBe('a b');
		expect(body(' \n').optionalId('body')).toBeUndefined();
		expect(body(42).id('body')).toBe('42');
	});

	it('that has to be there is named by its label', () => {
		expect(refusalOf(() => body(null).id('body')).message).toBe("'Body Text' is empty");
		expect(refusalOf(() => body('ab').id('body', { maxLength: 1, by: 'AWS' })).message).toBe(
			"'Body Text' is too long",
		);
	});
});

describe('a switch', () => {
	it.each<[unknown, boolean]>([
		[true, true],
		['true', true],
		[false, false],
		['false', false],
		['', false],
		[1, true],
		['yes', true],
		[null, false],
		[undefined, false],
	])('%p is %p', (value, on) => {
		expect(body(value).flag('body')).toBe(on);
	});
});

describe('a number', () => {
	const range = { min: 1, max: 100, fallback: 50 };

	it.each<[unknown, number]>([
		[1, 1],
		[100, 100],
		['7', 7],
		['1e1', 10],
		['', 50],
		[null, 50],
		[undefined, 50],
	])('%p reads as %p', (value, number) => {
		expect(body(value).number('body', range)).toBe(number);
	});

	it.each([
		0,
		101,
		-1,
		1.5,
		NaN,
		Infinity,
		'many',
		'1,5',
		{},
		[1, 2],
		'١٢',
		Symbol.iterator.toString(),
	])('%p is refused with the range', (value) => {
		expect(refusalOf(() => body(value).number('body', range)).message).toBe(
			"'Body Text' is not a whole number from 1 to 100",
		);
	});

	it.each([true, ' ', [], [7]])('is not made out of %p', (value) => {
		expect(refusalOf(() => body(value).number('body', range)).message).toContain("'Body Text'");
	});
});

describe('options', () => {
	it('that were added are read, with their labels', () => {
		const form = formOf({ options: { keyPrefix: ' whatsapp/ ' } });
		expect(form.options.optionalId('keyPrefix')).toBe('whatsapp/');
		expect(
			refusalOf(() => form.options.optionalId('keyPrefix', { maxLength: 2, by: 'AWS' })).message,
		).toBe("'Key Prefix' is too long");
	});

	it.each([undefined, null, '', 'text', 5, [], {}])('read as empty when they are %p', (options) => {
		const form = formOf({ options });
		expect(form.options.optionalId('keyPrefix')).toBeUndefined();
		expect(form.options.flag('voice')).toBe(false);
	});

	it.each(['constructor', 'toString', '__proto__'])('that nobody added are empty: %s', (name) => {
		expect(formOf({ options: {} }).options.flag(name)).toBe(false);
	});
});
