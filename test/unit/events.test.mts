import { callEvent } from '../../nodes/AwsWhatsApp/resources/call/sendEvent.operation.ts';
import {
	conversionEvents,
	EXAMPLE_EVENTS,
} from '../../nodes/AwsWhatsApp/resources/conversion/sendEvents.operation.ts';
import { HOSTILE_TEXTS } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const EVENT = { event_name: 'Purchase', event_time: 1_790_000_000 };
const events = (document: unknown) => conversionEvents(document, 'Events');
const refusal = (document: unknown) => refusalOf(() => events(document));

describe('conversion events', () => {
	it('are entered whole, or as the list alone', () => {
		expect(events([EVENT])).toEqual({ data: [EVENT] });
		const whole = { data: [EVENT], partner_agent: 'n8n', test_event_code: 'T1' };
		expect(events(whole)).toEqual(whole);
		expect(events(JSON.parse(EXAMPLE_EVENTS))).toEqual(JSON.parse(EXAMPLE_EVENTS));
	});

	it.each([[null], [{}], [{ data: {} }], [{ data: 'x' }], ['x'], [5], [EVENT]])(
		'are not in %j',
		(document) => {
			expect(refusal(document).message).toBe("'Events' does not contain a list of events");
		},
	);

	it('are 1 to 1,000', () => {
		const many = (length: number) => Array.from({ length }, () => EVENT);
		expect(events(many(1000))).toEqual({ data: many(1000) });
		expect(refusal(many(1001)).message).toBe("'Events' has 1,001 events");
		expect(refusal([]).message).toBe("'Events' has 0 events");
	});

	it.each<[unknown, string]>([
		[null, 'is not a JSON object'],
		['x', 'is not a JSON object'],
		[[EVENT], 'is not a JSON object'],
		[{ event_time: 1 }, 'has no "event_name"'],
		[{ ...EVENT, event_name: '' }, 'has no "event_name"'],
		[{ ...EVENT, event_name: 7 }, 'has no "event_name"'],
		[{ event_name: 'x' }, 'has no valid "event_time"'],
		[{ ...EVENT, event_time: '1790000000' }, 'has no valid "event_time"'],
		[{ ...EVENT, event_time: 1.5 }, 'has no valid "event_time"'],
		[{ ...EVENT, event_time: 0 }, 'has no valid "event_time"'],
		[{ ...EVENT, event_time: NaN }, 'has no valid "event_time"'],
		[{ ...EVENT, event_time: 1_790_000_000_000 }, 'has an "event_time" in milliseconds'],
	])('are refused by number: %j', (event, problem) => {
		expect(refusal([EVENT, event]).message).toBe(`Event 2 in 'Events' ${problem}`);
	});

	it.each(HOSTILE_TEXTS)('may have the name %s', (_name, text) => {
		const event = { ...EVENT, event_name: text, custom_data: { [text]: text } };
		expect(events([event])).toEqual({ data: [event] });
	});
});

describe('a call event', () => {
	const call = (document: unknown) => callEvent(document, 'Call Event');

	it('is sent for WhatsApp by default, and keeps everything that it has', () => {
		const event = { action: 'connect', to: '+4915112345678', session: { sdp: 'v=0\r\n' }, x: [1] };
		expect(call(event)).toEqual({ messaging_product: 'whatsapp', ...event });
		expect(call({ messaging_product: 'whatsapp', ...event })).toEqual(call(event));
	});

	it.each(['4915112345678', 4915112345678, '+49 (0)151/12345678', '4915112345678.0'])(
		'calls the number that %j stands for',
		(to) => {
			expect(call({ action: 'connect', to })).toEqual({
				messaging_product: 'whatsapp',
				action: 'connect',
				to: '+4915112345678',
			});
		},
	);

	it.each([['0151 12345678'], [''], [null], [{}], [4915112345678.5]])('does not call %j', (to) => {
		expect(refusalOf(() => call({ action: 'connect', to })).message).toContain(
			"'Call Event: to' is ",
		);
	});

	it.each([[null], [[]], ['x'], [5], [[{ action: 'connect' }]]])('is not %j', (document) => {
		expect(refusalOf(() => call(document)).message).toBe("'Call Event' is not a JSON object");
	});

	it('is not empty', () => {
		expect(refusalOf(() => call({})).message).toBe("'Call Event' is empty");
	});

	it.each(['telegram', '', null, 1])('is not for %p', (product) => {
		expect(refusalOf(() => call({ messaging_product: product, action: 'connect' })).message).toBe(
			"'Call Event' is not a WhatsApp event",
		);
	});
});
