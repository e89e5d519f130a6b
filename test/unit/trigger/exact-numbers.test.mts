import { eventsIn } from '../../../whatsapp/events/events.ts';
import { json } from '../../../form/unknown.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { changed, published, received } from './published.mts';

const TEXTS = 10_000;
const SEED = 16;

const random = seededRandom(SEED);
const below = (limit: number) => Math.floor(random() * limit);
const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');

/** A number as JSON writes numbers, with 1 to 40 digits before its point. */
function randomNumber(): string {
	const whole = below(10) === 0 ? '0' : `${1 + below(9)}${digits(below(40))}`;
	const fraction = below(3) === 0 ? `.${digits(1 + below(25))}` : '';
	const sign = ['', '', '+', '-'][below(4)] ?? '';
	const exponent = below(4) === 0 ? `${'eE'[below(2)]}${sign}${digits(1 + below(3))}` : '';
	return `${below(4) === 0 ? '-' : ''}${whole}${fraction}${exponent}`;
}

const BLANKS = ['', '', ' ', '\n', '\t'];
const blank = () => BLANKS[below(BLANKS.length)] ?? '';

/** A text that has numbers in it, as they stand in JSON, in JSON in a text, and alone. */
function randomText(): string {
	const number = randomNumber();
	const texts = [
		number,
		`:${number},`,
		`"${number}"`,
		`\\"a\\":${number}`,
		`{"a":${number}}`,
		'\\',
	];
	return texts[below(texts.length)] ?? '';
}

/** A number as it is written. */
class WrittenNumber {
	constructor(readonly digits: string) {}
}

/** A piece of JSON, and what it says, with its numbers as they are written. */
interface Written {
	json: string;
	says: unknown;
}

function randomJson(levels: number): Written {
	const kind = below(levels === 0 ? 2 : 4);
	if (kind === 0) {
		const number = randomNumber();
		return { json: `${blank()}${number}${blank()}`, says: new WrittenNumber(number) };
	}
	if (kind === 1) {
		const text = randomText();
		return { json: JSON.stringify(text), says: text };
	}
	const members = Array.from({ length: below(4) }, () => randomJson(levels - 1));
	if (kind === 2)
		return {
			json: `[${members.map((member) => member.json).join(`${blank()},${blank()}`)}]`,
			says: members.map((member) => member.says),
		};
	const named = members.map((member, index) => ({ name: `${index}${randomText()}x`, ...member }));
	return {
		json: `{${named.map((each) => `${JSON.stringify(each.name)}:${each.json}`).join()}}`,
		says: Object.fromEntries(named.map(({ name, says }) => [name, says])),
	};
}

/** The decimal that a number says, so that 1.50, 15e-1 and 1.5 are the same. */
function decimal(written: string): string {
	const [, sign = '', whole = '', fraction = '', exponent = '0'] =
		/^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
	const significant = `${whole}${fraction}`.replace(/0+$/, '');
	const zeros = whole.length + fraction.length - significant.length;
	const digits = significant.replace(/^0+/, '');
	return digits === '' ? '0' : `${sign}${digits}e${Number(exponent) - fraction.length + zeros}`;
}

const isWhole = (digits: string) => /^-?\d+$/.test(digits);
const isExact = (digits: string) =>
	decimal(String(Number(digits))) === decimal(digits) &&
	(!isWhole(digits) || Number.isSafeInteger(Number(digits)));
/** What may be a text although it is exact: fractions with many digits, and extreme exponents. */
const mayBeText = (digits: string) => !isWhole(digits) && /([\d.]{16}|e[+-]?\d{3})/i.test(digits);

/** What was read instead of what was written. */
function* differences(read: unknown, written: unknown): Generator<string> {
	if (written instanceof WrittenNumber) {
		const { digits } = written;
		const isRight =
			typeof read === 'number'
				? isExact(digits) && decimal(String(read)) === decimal(digits)
				: read === digits && (!isExact(digits) || mayBeText(digits));
		if (!isRight) yield `${digits}: ${JSON.stringify(read)}`;
	} else if (typeof written !== 'object' || written === null) {
		if (read !== written) yield `${String(written)}: ${JSON.stringify(read)}`;
	} else {
		const [was, is] = [Object.entries(written), Object.entries(read ?? {})];
		if (Array.isArray(read) !== Array.isArray(written) || was.length !== is.length)
			yield JSON.stringify(read);
		for (const [index, [name, member]] of was.entries()) {
			if (is[index]?.[0] !== name) yield name;
			yield* differences(is[index]?.[1], member);
		}
	}
}

describe('a number in JSON', () => {
	it(`keeps its digits, and nothing else changes, in ${TEXTS} random texts`, () => {
		const found = { numbers: 0, texts: 0 };
		for (let count = 0; count < TEXTS; count++) {
			const { json: text, says } = randomJson(3);
			const read = json(text);
			for (const difference of differences(read, says)) throw new Error(`${difference}: ${text}`);
			if (typeof read === 'number') found.numbers++;
			if (typeof read === 'string' && says instanceof WrittenNumber) found.texts++;
		}
		expect(found.numbers).toBeGreaterThan(TEXTS / 50);
		expect(found.texts).toBeGreaterThan(TEXTS / 20);
	});

	it.each([
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		['9007199254740992', '9007199254740992'],
		['9007199254740993', '9007199254740993'],
		['24009823012345680', '24009823012345680'],
		['-24009823012345679', '-24009823012345679'],
		['1689556908129832', 1689556908129832],
		['0.1', 0.1],
		['1.10', 1.1],
		['-0', -0],
		['0.30000000000000004', 0.30000000000000004],
		['40.748817500000001', '40.748817500000001'],
		['1e21', 1e21],
		['1e+308', 1e308],
		['1e400', '1e400'],
		['1e-400', '1e-400'],
		['9007199254740993.0', '9007199254740993.0'],
		['9007199254740993e0', '9007199254740993e0'],
	])('is a number only if JavaScript can read it: %s', (digits, read) => {
		expect(json(digits)).toBe(read);
		expect(json(`{"a":[ ${digits}]}`)).toEqual({ a: [read] });
	});

	it.each([
		'0024009823012345679',
		'24009823012345679x',
		'{24009823012345679:1}',
		'24009823012345679.',
		'.24009823012345679',
		'+24009823012345679',
		'[24009823012345679',
		'"24009823012345679',
	])('does not turn invalid JSON into valid JSON: %s', (text) => {
		expect(json(text)).toBeUndefined();
	});

	it.each([
		['quotes', JSON.stringify(['"'.repeat(1_000_000), 1])],
		['backslashes', JSON.stringify(['\\'.repeat(500_000), 1])],
		['digits', `[${'1'.repeat(1_000_000)},1]`],
		['zeros', `[0.${'0'.repeat(1_000_000)}1,1]`],
		['numbers', `[${'1,'.repeat(500_000)}1]`],
		['exponents', `[${'1e1,'.repeat(500_000)}1]`],
	])('is found quickly among a million %s', (_name, text) => {
		const longer = text.replace(/1]$/, '24009823012345679]');
		const began = performance.now();
		const read = json(longer);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(Array.isArray(read) && read.at(-1)).toBe('24009823012345679');
	});
});

describe('an ID that JavaScript would round', () => {
	const post = (id: string) =>
		`{"event":"APPROVED","message_template_id": ${id},"message_template_name":"x"}`;
	const entry = (id: string) =>
		`{"id":"1","changes":[{"field":"message_template_status_update","value":${post(id)}}]}`;
	const [one, other] = ['24009823012345679', '24009823012345681'] as const;

	it.each([
		['in an entry that is a text', (id: string) => published(entry(id))],
		['in an entry in a text in a text', (id: string) => published(JSON.stringify(entry(id)))],
		['in an entry that is an object', (id: string) => `{"whatsAppWebhookEntry":${entry(id)}}`],
		['in Meta’s envelope', (id: string) => `{"entry":[${entry(id)}]}`],
		['in an entry by itself', entry],
	])('is returned unchanged: %s', (_name, form) => {
		const [first, second] = [one, other].map((id) => eventsIn(form(id)));
		expect(first).toMatchObject([{ templateId: one, original: { message_template_id: one } }]);
		expect(second).toMatchObject([{ templateId: other, original: { message_template_id: other } }]);
		expect(first?.[0]?.dedupeKey).not.toBe(second?.[0]?.dedupeKey);
	});

	it("is returned unchanged as the account, the number, and AWS's data", () => {
		const metadata = `{"display_phone_number":"4930901820","phone_number_id":${one}}`;
		const value = `{"metadata":${metadata},"messages":[{"id":"wamid.1","from":${other}}]}`;
		const entryText = `{"id":${other},"changes":[{"field":"messages","value":${value}}]}`;
		const arn = 'arn:aws:social-messaging:eu-west-1:1:waba/aa';
		const lists = `{"MetaWabaIds":[{"wabaId":${other},"arn":"${arn}"}]}`;
		expect(
			eventsIn(`{"context":${lists},"whatsAppWebhookEntry":${JSON.stringify(entryText)}}`),
		).toMatchObject([
			{ from: other, metaPhoneNumberId: one, wabaId: other, businessAccountId: 'waba-aa' },
		]);
	});

	it('is returned unchanged in the response of a Flow', () => {
		const nfm_reply = { name: 'flow', response_json: `{"order":${one}}` };
		const message = { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } };
		expect(received(message)).toMatchObject({ form: { response: { order: one } } });
	});

	it('is returned unchanged as the code of an error', () => {
		const statuses = [{ id: 'wamid.1', status: 'failed', errors: [{ code: one }] }];
		expect(changed('messages', { statuses })).toMatchObject([{ errors: [{ code: one }] }]);
	});
});

describe('a measure with more digits than JavaScript keeps', () => {
	it('is a number in the item, and unchanged in the original', () => {
		const place = '{"latitude":40.748817500000001,"longitude":-73.98542800000001}';
		const message = `{"id":"wamid.1","type":"location","location":${place}}`;
		const value = `{"messages":[${message}]}`;
		const [event] = eventsIn(`{"changes":[{"field":"messages","value":${value}}]}`);
		expect(event).toMatchObject({
			location: { latitude: 40.7488175, longitude: -73.98542800000001 },
			original: { location: { latitude: '40.748817500000001', longitude: -73.98542800000001 } },
		});
	});

	it('is a number as the price in an order', () => {
		const item = '{"product_retailer_id":"a","quantity":1,"item_price":30.500000000000001}';
		const order = `{"catalog_id":"1","product_items":[${item}]}`;
		const message = `{"id":"wamid.1","type":"order","order":${order}}`;
		const value = `{"messages":[${message}]}`;
		const [event] = eventsIn(`{"changes":[{"field":"messages","value":${value}}]}`);
		expect(event).toMatchObject({ order: { products: [{ quantity: 1, itemPrice: 30.5 }] } });
	});
});
