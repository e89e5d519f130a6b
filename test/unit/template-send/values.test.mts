import { describe, expect, it } from '@jest/globals';
import { instant } from '../../../form/instant.ts';
import { Template } from '../../../whatsapp/template/send/template.ts';
import { readTemplate } from '../../../whatsapp/template/send/definition.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { formOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { body, buttons, STATIC_BODY, template } from './definitions/definition.mts';

const send = (components: unknown[], values: Record<string, unknown>, more = {}) => {
	const read = new Template(readTemplate(template(components, more)));
	return read.content(read.form(values), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: Date.UTC(2026, 10, 24),
	});
};
const refused = (components: unknown[], values: Record<string, unknown>, more = {}) =>
	refusalOf(() => send(components, values, more)).message;

describe('a variable of the text', () => {
	const HELLO = [body('Hello {{1}}!')];
	const textOf = (bodyText1: unknown) =>
		JSON.parse(JSON.stringify(send(HELLO, { bodyText1 }))).components[0].parameters[0].text;
	const isOneLine = (text: string) => !/[\n\r\t]/.test(text);

	it.each(HOSTILE_TEXTS.filter(([, text]) => isOneLine(text)))('keeps %s', (_name, text) => {
		expect(textOf(text)).toBe(text);
	});

	it('keeps 10 kB', () => {
		expect(textOf('👍'.repeat(2560))).toBe('👍'.repeat(2560));
	});

	it.each([
		[0, '0'],
		[false, 'false'],
		[42.5, '42.5'],
		['a    b', 'a    b'],
	])('is made of the expression value %p', (value, text) => {
		expect(textOf(value)).toBe(text);
	});

	it.each(['', ' ', null, undefined])('is not empty: %p', (value) => {
		expect(refused(HELLO, { bodyText1: value })).toBe("'Body {{1}}' is empty");
	});

	it.each(['a\nb', 'a\tb', 'a\r\nb', 'a     b'])('is on one line: %j', (value) => {
		expect(refused(HELLO, { bodyText1: value })).toContain("'Body {{1}}' has a line break");
	});

	it.each(NOT_TEXT.filter(([, value]) => typeof value !== 'object' || Array.isArray(value)))(
		'is not %s',
		(_name, value) => {
			expect(refused(HELLO, { bodyText1: value })).toBe("'Body {{1}}' is not text");
		},
	);

	it.each<[object, string]>([
		[{ a: 1 }, "'Body {{1}}' is neither text, nor an amount, nor a time"],
		[
			{ currency: { code: 'EUR', amount_1000: 1 } },
			"'Body {{1}}' is missing the text fallback_value",
		],
		[
			{ currency: { fallback_value: 'x', code: 'euro', amount_1000: 1 } },
			"'Body {{1}}' has no valid currency code",
		],
		[
			{ currency: { fallback_value: 'x', code: 'EUR', amount_1000: 1.5 } },
			"'Body {{1}}': amount_1000 is not a whole number",
		],
	])('is not the object %p', (value, message) => {
		expect(refused(HELLO, { bodyText1: value })).toBe(message);
	});

	it('may have the name of a part of JavaScript', () => {
		const named = [body('Hello {{constructor}}!')];
		expect(refused(named, {}, { parameter_format: 'NAMED' })).toBe(
			"'Body {{constructor}}' is empty",
		);
		expect(send(named, { constructor: 'Ada' })).toMatchObject({
			components: [{ parameters: [{ text: 'Ada', parameter_name: 'constructor' }] }],
		});
	});
});

describe('values without a place', () => {
	it('are reported with what the template has', () => {
		const { message, description } = refusalOf(() =>
			send([body('Hello {{1}}!')], { bodyText1: 'Ada', bodyText2: 'x' }),
		);
		expect(message).toContain('does not use');
		expect(description).toContain('"bodyText2"');
		expect(description).toContain('bodyText1');
	});

	it('do not count if they are empty', () => {
		expect(send([STATIC_BODY], { bodyText1: '', gone: null, other: undefined })).toEqual({
			name: 'order_shipped',
			language: { code: 'en_US' },
		});
	});
});

describe('the variable end of a URL', () => {
	const LINK = [
		STATIC_BODY,
		buttons({ type: 'URL', text: 'Go', url: 'https://example.org/{{1}}' }),
	];
	const suffix = (button1UrlSuffix: unknown) =>
		JSON.parse(JSON.stringify(send(LINK, { button1UrlSuffix }))).components[0].parameters[0].text;

	it.each([
		['a b', 'a%20b'],
		['a:b|c', 'a%3Ab%7Cc'],
		['ü/👍', '%C3%BC/%F0%9F%91%8D'],
		['100%', '100%25'],
		['a%20b', 'a%20b'],
		['?x=1&y=[2]#z', '?x=1&y=%5B2%5D#z'],
		['<script>"', '%3Cscript%3E%22'],
		['\u017f\u212a', '%C5%BF%E2%84%AA'],
	])('%j is encoded as %j', (value, encoded) => {
		expect(suffix(value)).toBe(encoded);
	});

	it('is refused if it is too long, or the whole URL is', () => {
		expect(suffix('x'.repeat(1980))).toHaveLength(1980);
		expect(refused(LINK, { button1UrlSuffix: 'x'.repeat(1981) })).toBe(
			"'Button 1 link' is too long",
		);
		expect(refused(LINK, { button1UrlSuffix: 'ü'.repeat(331) })).toBe(
			"'Button 1 link' is too long",
		);
		expect(refused(LINK, { button1UrlSuffix: 'https://example.org/17' })).toBe(
			"'Button 1 link' contains the whole URL",
		);
		expect(refused(LINK, { button1UrlSuffix: '' })).toBe("'Button 1 link' is empty");
	});

	it.each(['a\nb', 'a\tb', 'a\\b', 'a\u200bb', 'a\u202eb', '\ud83d', 'a\0b'])(
		'contains nothing that a link would lose on its way: %j',
		(value) => {
			expect(refused(LINK, { button1UrlSuffix: value })).toBe(
				"'Button 1 link' contains a character that is not allowed in a URL",
			);
		},
	);
});

describe('other values', () => {
	const button = (definition: object) => [STATIC_BODY, buttons(definition)];

	it.each<[string, unknown[], Record<string, unknown>, string]>([
		[
			'a payload',
			button({ type: 'QUICK_REPLY' }),
			{ button1Payload: '👍'.repeat(257) },
			"'Button 1 payload' is too long",
		],
		[
			'a coupon',
			button({ type: 'COPY_CODE' }),
			{ couponCode: 'x'.repeat(21) },
			"'Coupon code' is too long",
		],
		[
			'flow data',
			button({ type: 'FLOW' }),
			{ flowData: '[]' },
			"'Flow data' is empty or not a JSON object",
		],
		[
			'minutes',
			button({ type: 'VOICE_CALL' }),
			{ callTtlMinutes: 43_201 },
			"'Voice call button minutes' is not a whole number from 1 to 43,200",
		],
		[
			'a call payload',
			button({ type: 'VOICE_CALL' }),
			{ callPayload: 'x'.repeat(513) },
			"'Voice call button payload' is too long",
		],
		[
			'sections',
			button({ type: 'MPM' }),
			{ thumbnailProductRetailerId: 'a', catalogSections: '[]' },
			"'Sections' is not a list of sections",
		],
		[
			'31 products',
			button({ type: 'MPM' }),
			{
				thumbnailProductRetailerId: 'a',
				catalogSections: [{ products: Array.from({ length: 31 }, (_, i) => `${i}`) }],
			},
			"'Sections' has too many products",
		],
		[
			'an untitled section',
			button({ type: 'MPM' }),
			{
				thumbnailProductRetailerId: 'a',
				catalogSections: [{ products: ['a'] }, { products: ['b'] }],
			},
			"'Sections' has a section without a title",
		],
		[
			'a picture',
			[{ type: 'HEADER', format: 'IMAGE' }],
			{ headerImage: 'photo' },
			"'S3 Bucket' is empty",
		],
		[
			'a link',
			[{ type: 'HEADER', format: 'IMAGE' }],
			{ headerImage: 'https://' },
			"'Header image' is not a valid URL",
		],
		[
			'a place',
			[{ type: 'HEADER', format: 'LOCATION' }],
			{ headerLatitude: '91' },
			"'Header latitude' is not between -90 and 90",
		],
		[
			'other components',
			[STATIC_BODY],
			{ otherComponents: '{}' },
			"'Other components' is not a list of components",
		],
	])('are refused: %s', (_name, components, values, message) => {
		expect(refused(components, values)).toBe(message);
	});

	it.each(['123 456', 'www.x.de', '12👍', '1'.repeat(16)])(
		'are refused as a code: %p',
		(oneTimeCode) => {
			const code = [{ type: 'BODY' }, buttons({ type: 'OTP' })];
			expect(refused(code, { oneTimeCode }, { category: 'AUTHENTICATION' })).toContain(
				"'One-time code'",
			);
		},
	);

	it('are sent for unknown components', () => {
		const future = { type: 'FUTURE', parameters: [{ type: 'text', text: 'x' }] };
		expect(send([STATIC_BODY, { type: 'FUTURE' }], { otherComponents: [future] })).toEqual({
			name: 'order_shipped',
			language: { code: 'en_US' },
			components: [future],
		});
	});
});

describe('the expiration of an offer', () => {
	const OFFER = [
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } },
	];

	it('is in the future', () => {
		const next = Date.UTC(2026, 10, 24) + 1;
		expect(send(OFFER, { offerExpiresAt: next })).toMatchObject({
			components: [{ parameters: [{ limited_time_offer: { expiration_time_ms: next } }] }],
		});
		for (const past of [next - 1, '2026-11-23T23:59:59Z']) {
			expect(refused(OFFER, { offerExpiresAt: past })).toBe("'Offer expires at' is in the past");
		}
	});
});

describe('an instant', () => {
	const at = (value: unknown) => instant(value, 'When', 'Europe/Berlin');

	it.each<[unknown, number]>([
		['2026-12-31T18:00:00Z', Date.UTC(2026, 11, 31, 18)],
		['2026-12-31T18:00:00+0100', Date.UTC(2026, 11, 31, 17)],
		['2026-12-31 18:00', Date.UTC(2026, 11, 31, 17)],
		['2026-07-01T18:00:00', Date.UTC(2026, 6, 1, 16)],
		['2027-03-28T02:30:00', Date.UTC(2027, 2, 28, 1, 30)],
		['2026-10-25T03:00:00', Date.UTC(2026, 9, 25, 2)],
		[1_798_740_000_000, 1_798_740_000_000],
		['1798740000000', 1_798_740_000_000],
		[new Date(1_798_740_000_000), 1_798_740_000_000],
	])('is read from %p', (value, milliseconds) => {
		expect(at(value)).toBe(milliseconds);
	});

	it.each<[unknown, string]>([
		['', "'When' is empty"],
		['tomorrow', "'When' is not a date and time"],
		['2026-12-31', "'When' is not a date and time"],
		['2026-13-31T18:00:00Z', "'When' is not a valid date and time"],
		['2026-13-31T18:00:00', "'When' is not a valid date and time"],
		[1_798_740_000, "'When' is not a valid date and time"],
		[9e15, "'When' is not a valid date and time"],
		[true, "'When' is not a date and time"],
		[{ a: 1 }, "'When' is not text"],
		[new Date(Number.NaN), "'When' contains an invalid date"],
		[new Date(0), "'When' is not a valid date and time"],
	])('is not %p', (value, message) => {
		expect(refusalOf(() => at(value)).message).toBe(message);
	});
});
