import { describe, expect, it } from '@jest/globals';
import { instant } from '../../form/instant.ts';
import { jsonOf } from '../../form/json.ts';
import { listOf, text, wholeNumber } from '../../form/readers.ts';
import { checkText, textOf } from '../../form/rule.ts';
import { Template } from '../../whatsapp/template/send/template.ts';
import { readTemplate } from '../../whatsapp/template/send/definition.ts';
import { DATES, NO_DATES, NOT_DATES } from './support/dates.mts';
import { contentOf, envelopeOf, formOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';
import { body, template } from './template-send/definitions/definition.mts';

const IMAGE = { mediaSource: 'link', link: 'https://example.org/1.jpg' };
const TO = { to: '+4915112345678' };

function templateValue(bodyText1: unknown): unknown {
	const read = new Template(readTemplate(template([body('Until {{1}}')])));
	return read.content(read.form({ bodyText1 }), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: 0,
	});
}

/** The fields in which people write dates, and what becomes of them. */
const PLACES: Array<[name: string, label: string, compose: (value: unknown) => unknown]> = [
	['Text', 'Text', (value) => contentOf('text', { textBody: value })],
	['Caption', 'Caption', (value) => contentOf('image', { ...IMAGE, caption: value })],
	[
		'the body of an interactive message',
		'Body',
		(value) =>
			contentOf('interactive', { interactiveType: 'location_request_message', bodyText: value }),
	],
	[
		'a button',
		'Buttons 1: ID',
		(value) =>
			contentOf('interactive', {
				interactiveType: 'button',
				bodyText: 'When?',
				buttons: { row: [{ title: 'Then', id: value }] },
			}),
	],
	[
		'Correlation Data',
		'Correlation Data',
		(value) => envelopeOf({ ...TO, options: { bizOpaqueCallbackData: value } }),
	],
	['a template by Map Automatically', 'Body {{1}}', templateValue],
];

describe('a date', () => {
	it.each(DATES)('of the kind %s reads as ISO text', (_name, date, iso) => {
		expect(textOf(date, 'Text')).toBe(iso);
		expect(checkText(date, 'Text', {})).toBe(iso);
	});

	describe.each(PLACES)('in %s', (_place, _label, compose) => {
		it.each(DATES)('becomes that text, of the kind %s', (_name, date, iso) => {
			expect(JSON.stringify(compose(date))).toContain(JSON.stringify(iso));
		});
	});

	it.each(DATES)('is the same in a list and in JSON, of the kind %s', (_name, date, iso) => {
		expect(listOf(text({}))([date, 'x'], 'Keys')).toEqual([iso, 'x']);
		const [inJson] = Object.values(Object(jsonOf({ at: date }, 'Message')));
		if (typeof Reflect.get(date, 'toJSON') === 'function') expect(inJson).toBe(iso);
	});

	it.each(DATES.filter(([, , iso]) => !iso.startsWith('1970')))(
		'is the instant that it means, of the kind %s',
		(_name, date, iso) => {
			expect(instant(date, 'Expiration')).toBe(Date.parse(iso));
		},
	);

	it.each(DATES)('is not a phone number, ID or number, of the kind %s', (_name, date) => {
		const message = (work: () => unknown) => refusalOf(work).message;
		expect(message(() => envelopeOf({ to: date }))).toContain("'To' ");
		const reply = { ...TO, options: { contextMessageId: date } };
		expect(message(() => envelopeOf(reply))).toBe("'Reply to Message ID' has an invalid format");
		const image = { mediaSource: 'mediaId', mediaId: date };
		expect(message(() => contentOf('image', image))).toBe("'Media ID' has an invalid format");
		expect(message(() => wholeNumber({ min: 0, max: 9e15 })(date, 'Quantity'))).toContain(
			"'Quantity' is not a whole number",
		);
	});
});

describe('an invalid date', () => {
	it.each(NO_DATES)('is refused by the name of its field: %s', (_name, date) => {
		for (const [, , compose] of PLACES) {
			const { message, description } = refusalOf(() => compose(date));
			expect(message).toMatch(/^'.+' contains an invalid date$/);
			expect(description).toContain('Check the expression.');
		}
		expect(refusalOf(() => instant(date, 'Expiration')).message).toBe(
			"'Expiration' contains an invalid date",
		);
	});

	it.each(PLACES)('is reported with %s', (_place, label, compose) => {
		expect(refusalOf(() => compose(new Date(Number.NaN))).message).toBe(
			`'${label}' contains an invalid date`,
		);
	});
});

describe('what is not a date', () => {
	it.each<[string, object]>([
		...NOT_DATES,
		['an object with a name alike', { toISOString: '2026' }],
		['an object that only says so', { isLuxonDateTime: true }],
		['an empty object', {}],
	])('is not text: %s', (_name, value) => {
		expect(refusalOf(() => textOf(value, 'Text')).message).toBe("'Text' is not text");
	});
});
