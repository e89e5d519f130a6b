import { customMessage } from '../../whatsapp/message/customJson.ts';
import { jsonBlob, jsonOf } from '../../form/json.ts';
import { json } from '../../form/readers.ts';
import { HOSTILE_TEXTS } from './support/hostile.mts';
import { formOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

const read = (value: unknown) => jsonOf(value, 'Body');
const refusal = (value: unknown) => refusalOf(() => read(value));

/** The innermost of many lists or objects in each other. */
function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
	let whole: unknown = wrap('x');
	for (let i = 1; i < levels; i++) whole = wrap(whole);
	return whole;
}

class Point {
	constructor(readonly x: number) {}

	get double() {
		return this.x * 2;
	}
}

describe('an object from an expression', () => {
	const OBJECTS: Array<[name: string, value: unknown]> = [
		['texts, numbers, null', { a: 'x', b: [1, 2.5, -0, 1e-7, null, true], c: {} }],
		['dates', { at: new Date(0), list: [new Date(1)] }],
		['things that say themselves what they are', { a: { toJSON: (key: string) => `of ${key}` } }],
		['a toJSON that gives an object', { a: { toJSON: () => ({ b: new Date(0) }) } }],
		[
			'functions, symbols and what is undefined',
			{ a: undefined, b: () => 1, c: Symbol('c'), d: 1 },
		],
		['holes and functions in lists', { a: [undefined, () => 1, , Symbol('x'), 1] }],
		['keys that are symbols', { [Symbol('a')]: 1, b: 2 }],
		['what cannot be enumerated', Object.defineProperty({ a: 1 }, 'b', { value: 2 })],
		['inherited members', Object.create({ a: 1 }, { b: { value: 2, enumerable: true } })],
		['no prototype at all', Object.assign(Object.create(null), { a: { b: 1 } })],
		['instances of classes', { point: new Point(3) }],
		['boxed values', { a: Object(1), b: Object('x'), c: Object(false) }],
		['bytes', { a: Buffer.from('abc'), b: new Uint8Array([1, 2]) }],
		['maps and sets', { a: new Map([[1, 2]]), b: new Set([1]) }],
		['names of prototypes', JSON.parse('{"__proto__":{"a":1},"constructor":2,"toString":3}')],
		['the same object twice', ((shared) => ({ a: shared, b: [shared, shared] }))({ c: 1 })],
		['keys in order', { b: 1, a: 2, 10: 3, 9: 4 }],
		...HOSTILE_TEXTS.map(([name, text]): [string, unknown] => [name, { [text]: [text] }]),
	];

	it.each(OBJECTS)('is what JSON makes of it: %s', (_name, value) => {
		expect(JSON.stringify(read(value))).toBe(JSON.stringify(value));
	});

	it.each(OBJECTS)('is the same as its text: %s', (_name, value) => {
		expect(JSON.stringify(read(JSON.stringify(value)))).toBe(JSON.stringify(value));
	});

	it('is copied, so that what is checked is what is sent', () => {
		const item = { text: { body: 'Hello' }, list: [{ a: 1 }] };
		const copy = read(item);
		expect(copy).toEqual(item);
		expect(copy).not.toBe(item);
		item.text.body = 'changed';
		item.list.push({ a: NaN });
		expect(copy).toEqual({ text: { body: 'Hello' }, list: [{ a: 1 }] });
	});

	it('that returns something else at every reading is read once', () => {
		let times = 0;
		const value = {
			get a() {
				return times++ === 0 ? 1 : NaN;
			},
		};
		expect(jsonBlob(read(value), 'Body', 100)).toBe(Buffer.from('{"a":1}').toString('base64'));
		expect(times).toBe(1);
	});
});

describe('what JSON would change silently is refused by the name of its field', () => {
	const INEXACT = [2 ** 53, -(2 ** 53), 123456789012345680, 1e21, -1e30, Number.MAX_VALUE];
	const ENDLESS = [Infinity, -Infinity];
	const places: Array<[string, (value: unknown) => unknown]> = [
		['alone', (value) => value],
		['in an object', (value) => ({ a: value })],
		['in a list', (value) => [1, value]],
		['deep', (value) => ({ a: [{ b: { c: [value] } }] })],
		['boxed', (value) => ({ a: Object(value) })],
		['from a toJSON', (value) => ({ a: { toJSON: () => value } })],
		[
			'behind a getter',
			(value) => Object.defineProperty({}, 'a', { get: () => value, enumerable: true }),
		],
	];

	it.each(places)('numbers that are not kept exactly, %s', (_name, put) => {
		for (const value of [...INEXACT, ...ENDLESS]) {
			const { message, description } = refusal(put(value));
			expect(message).toBe("'Body' contains a number that is too long to stay exact");
			expect(description).toBe(`It is close to ${value}. Put it in quotes.`);
		}
	});

	it.each(places)('calculations without a result, %s', (_name, put) => {
		const { message, description } = refusal(put(NaN));
		expect(message).toBe("'Body' contains an invalid number");
		expect(description).toContain('Check the expression.');
	});

	it('the same numbers as in text', () => {
		for (const value of INEXACT) {
			expect(refusal(`{"a":${BigInt(value)}}`).message).toBe(refusal({ a: value }).message);
		}
	});

	it.each(places.slice(0, -1))('BigInt, %s', (_name, put) => {
		const { message, description } = refusal(put(12345678901234567890n));
		expect(message).toBe("'Body' contains a BigInt, which JSON does not support");
		expect(description).toContain('"12345678901234567890"');
	});

	it.each([new Date(NaN), { toJSON: () => null, valueOf: () => NaN }])(
		'invalid dates: %p',
		(date) => {
			expect(refusal({ at: date }).message).toBe("'Body' contains an invalid date");
		},
	);

	it.each([
		['a getter', Object.defineProperty({}, 'a', { get: () => fail(), enumerable: true })],
		['a toJSON', { toJSON: () => fail() }],
		['a proxy', new Proxy({}, { ownKeys: () => fail() })],
		['a revoked proxy', revoked()],
		['an endless toJSON', { toJSON: endless }],
	])('what fails when it is read: %s', (_name, value) => {
		expect(refusal({ value }).message).toMatch(/^'Body' (cannot be read|is nested deeper)/);
	});
});

function fail(): never {
	throw new TypeError('no such thing');
}

function revoked(): unknown {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

function endless(): unknown {
	return { inner: { toJSON: endless } };
}

describe('endless data', () => {
	const itself: Record<string, unknown> = { a: 1 };
	itself.self = itself;
	const list: unknown[] = [];
	list.push({ list });
	const [one, other]: Array<Record<string, unknown>> = [{}, {}];
	if (one && other) {
		one.other = other;
		other.one = [one];
	}

	it.each<[string, unknown]>([
		['an object in itself', itself],
		['a list in itself', list],
		['two objects in each other', { one }],
		['far inside', { a: [{ b: { c: itself } }] }],
		['by way of toJSON', { toJSON: () => itself }],
	])('is refused: %s', (_name, value) => {
		const { message, description } = refusal(value);
		expect(message).toBe("'Body' is circular");
		expect(description).toContain('contains itself');
	});

	const WRAPS: Array<[string, (inner: unknown) => unknown]> = [
		['objects', (inner) => ({ a: inner })],
		['lists', (inner) => [inner]],
		['both', (inner) => [{ a: inner }]],
	];

	it.each(WRAPS)(
		'or almost endless, such as 20,000 nested %s, is refused as object and as text',
		(_n, wrap) => {
			const deep = nested(20_000, wrap);
			expect(refusal(deep).message).toBe("'Body' is nested deeper than 500 levels");
			const text = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;
			expect(refusal(text).message).toBe("'Body' is nested deeper than 500 levels");
		},
	);

	it('is distinguished from what is merely deep', () => {
		const deepest = nested(500, (inner) => ({ a: inner }));
		expect(read(deepest)).toEqual(deepest);
		expect(refusal([deepest]).message).toBe("'Body' is nested deeper than 500 levels");
	});
});

describe('fields for JSON', () => {
	const circular: Record<string, unknown> = {};
	circular.self = circular;
	const deep = nested(20_000, (inner) => ({ a: inner }));

	it.each<[string, unknown, string]>([
		['circular', circular, 'is circular'],
		['20,000 levels deep', deep, 'is nested deeper than 500 levels'],
		['an ID that was rounded', { id: 123456789012345680 }, 'contains a number that is too long'],
		['a number that is none', { n: NaN }, 'contains an invalid number'],
		['a BigInt', { n: 1n }, 'contains a BigInt'],
	])('name themselves if they get %s', (_name, value, what) => {
		const blob = json({ maxBytes: 1000, check: (document) => document });
		for (const refused of [
			refusalOf(() => blob(value, 'Message')),
			refusalOf(() => customMessage(formOf({ message: { type: 'text', more: value } }))),
		]) {
			expect(refused.message).toContain(`'Message' ${what}`);
		}
	});

	it('send dates as people read them in JSON', () => {
		const message = { type: 'text', at: new Date(0), text: { body: 'x' } };
		expect(customMessage(formOf({ message }))).toMatchObject({ at: '1970-01-01T00:00:00.000Z' });
	});
});
