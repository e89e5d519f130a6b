import { flag, number } from '../../form/choices.ts';
import { collection } from '../../form/collection.ts';
import { Form, once } from '../../form/form.ts';
import { id, text } from '../../form/texts.ts';
import { readBy } from './support/form.mts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const body = text('Body Text', 'body', { max: 4096 });
const needed = text('Body Text', 'body', { max: 4096, required: true });
const key = id('Body Text', 'body', {});
const neededKey = id('Body Text', 'body', { required: true, rule: { maxLength: 1, by: 'AWS' } });
const onOff = flag('Body Text', 'body', { default: false });
const keyPrefix = id('Key Prefix', 'keyPrefix', {});
const options = collection('Options', 'options', [keyPrefix, onOff], {
	placeholder: 'Add option',
});

const formOf = (values: Record<string, unknown>) => new Form((name) => values[name]);

describe('reading', () => {
	it('evaluates every parameter once, even if it is undefined', () => {
		const read: string[] = [];
		const form = new Form(
			once((name) => {
				read.push(name);
				return undefined;
			}),
		);
		for (let i = 0; i < 3; i++) {
			body.of(form);
			onOff.of(form);
			keyPrefix.of(form.options);
			body.of(form.overlay({ other: 1 }));
		}
		expect(read).toEqual(['body', 'options']);
	});

	it.each([
		new RangeError('Maximum call stack size exceeded'),
		new Error('Expression evaluation failed: Maximum call stack size exceeded'),
	])('names the field whose expression is circular or too deep: %p', (error) => {
		const form = () =>
			new Form(() => {
				throw error;
			});
		for (const read of [
			() => body.of(form()),
			() => form().raw(body),
			() => onOff.of(form()),
			() => body.of(form().overlay({})),
		]) {
			expect(refusalOf(read).message).toBe("'Body Text' is circular or nested too deeply");
		}
		expect(refusalOf(() => keyPrefix.of(form().options)).message).toBe(
			"'Options' is circular or nested too deeply",
		);
	});

	it('lets a failing expression fail', () => {
		const form = new Form(() => {
			throw new TypeError('no such node');
		});
		expect(() => body.of(form)).toThrow('no such node');
	});
});

describe('a limited text', () => {
	it.each([
		['letters', 'x'],
		['emoji, which count one each', '👍'],
		['combining marks, which count as well', '\u0301'],
	])('of %s may be as long as its limit and no longer', (_name, character) => {
		const longest = character.repeat(4096);
		expect(readBy(body, longest)).toBe(longest);
		const { message, description } = refusalOf(() => readBy(body, `${longest}${character}`));
		expect(message).toBe("'Body Text' is too long");
		expect(description).toBe('It has 4,097 characters; WhatsApp allows at most 4,096. Shorten it.');
	});

	it.each(HOSTILE_TEXTS)('stays as it is: %s', (_name, given) => {
		expect(readBy(body, given)).toBe(given);
		expect(readBy(needed, ` ${given} `)).toBe(` ${given} `);
	});

	it.each(NOT_TEXT)('is refused by its label if it is %s', (_name, value) => {
		expect(refusalOf(() => readBy(body, value)).message).toBe("'Body Text' is not text");
	});

	it.each(['', ' ', '\n\t\u00a0', null, undefined])('that is required is not %p', (value) => {
		expect(readBy(body, value)).toBe(value ?? '');
		expect(refusalOf(() => readBy(needed, value)).message).toBe("'Body Text' is empty");
	});

	it.each([
		[0, '0'],
		[false, 'false'],
	])('that is required may be %p', (value, read) => {
		expect(readBy(needed, value)).toBe(read);
	});
});

describe('an identifier', () => {
	it('is trimmed, and undefined when empty', () => {
		expect(readBy(key, ' a b\n')).toBe('a b');
		expect(readBy(key, ' \n')).toBeUndefined();
		expect(readBy(key, 42)).toBe('42');
	});

	it('that is required is named by its label', () => {
		expect(refusalOf(() => readBy(neededKey, null)).message).toBe("'Body Text' is empty");
		expect(refusalOf(() => readBy(neededKey, 'ab')).message).toBe("'Body Text' is too long");
	});
});

describe('a number', () => {
	const range = { min: 1, max: 100, default: 50 };
	const field = number('Limit', 'limit', range);

	it.each<[unknown, number]>([
		[1, 1],
		[100, 100],
		[' 7 ', 7],
		['', 50],
		[' ', 50],
		[null, 50],
		[undefined, 50],
	])('%p reads as %p', (value, read) => {
		expect(readBy(field, value)).toBe(read);
	});

	it('is undefined if nobody added it, if it is optional', () => {
		expect(readBy(number('Limit', 'limit', { ...range, optional: true }), undefined)).toBe(
			undefined,
		);
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
		'1e1',
		{},
		[1, 2],
		[7],
		[],
		true,
		'١٢',
		Symbol.iterator.toString(),
	])('%p is refused with the range', (value) => {
		expect(refusalOf(() => readBy(field, value)).message).toBe(
			"'Limit' is not a whole number from 1 to 100",
		);
	});
});

describe('a collection', () => {
	it('has the options that were added, with their labels', () => {
		const form = formOf({ options: { keyPrefix: ' whatsapp/ ' } });
		expect(keyPrefix.of(options.of(form))).toBe('whatsapp/');
		expect(form.options).toBe(options.of(form));
		const refusal = refusalOf(() => keyPrefix.of(formOf({ options: { keyPrefix: [1] } }).options));
		expect(refusal.message).toBe("'Key Prefix' is not text");
	});

	it.each([undefined, null, '', 'text', 5, [], {}])('reads as empty if it is %p', (value) => {
		const added = readBy(options, value);
		expect(keyPrefix.of(added)).toBeUndefined();
		expect(onOff.of(added)).toBe(false);
	});

	it.each(['constructor', 'toString', '__proto__'])(
		'has no option that was not added: %s',
		(name) => {
			expect(flag('X', name, { default: false }).of(readBy(options, {}))).toBe(false);
		},
	);
});
