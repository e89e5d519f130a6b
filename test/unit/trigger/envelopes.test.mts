import { eventsIn } from '../../../whatsapp/events/events.ts';
import {
	ACCOUNT_ID,
	contact,
	entryOf,
	messagesValue,
	NUMBER_ID,
	published,
	WABA,
} from './published.mts';

const text = (id: string) => ({
	from: '4915112345678',
	id,
	timestamp: '1795509654',
	type: 'text',
	text: { body: id },
});
const one = entryOf(
	'messages',
	messagesValue({ contacts: [contact], messages: [text('wamid.1')] }),
);
const idsOf = (content: string) => eventsIn(content).map(({ messageId }) => messageId);

describe("AWS's envelope", () => {
	const parsed: Record<string, unknown> = JSON.parse(published(one));

	it.each([
		['an entry as text', published(one)],
		['an entry as text in a text', published(JSON.stringify(JSON.stringify(one)))],
		['an entry as an object', JSON.stringify({ ...parsed, whatsAppWebhookEntry: one })],
		['a list of entries', published([one])],
		["Meta's whole envelope", published({ object: 'whatsapp_business_account', entry: [one] })],
		["Meta's envelope with one entry", published({ entry: one })],
		['one change instead of a list', published({ id: WABA, changes: one.changes[0] })],
		[
			'the lists at the top, as in 2024',
			JSON.stringify({ ...(parsed.context as object), ...parsed, context: undefined }),
		],
		['everything as a text', JSON.stringify(published(one))],
	])('is unwrapped if it contains %s', (_name, content) => {
		expect(eventsIn(content)).toMatchObject([
			{
				kind: 'message',
				messageId: 'wamid.1',
				text: 'wamid.1',
				originationPhoneNumberId: NUMBER_ID,
				businessAccountId: ACCOUNT_ID,
			},
		]);
	});

	it("is optional: Meta's own envelope is understood too", () => {
		const content = JSON.stringify({ object: 'whatsapp_business_account', entry: [one] });
		expect(eventsIn(content)).toMatchObject([
			{ kind: 'message', wabaId: WABA, originationPhoneNumberId: null, businessAccountId: null },
		]);
	});

	it.each([null, ''])(
		"is optional where AWS's member for the entry is %j",
		(whatsAppWebhookEntry) => {
			const content = JSON.stringify({ ...parsed, whatsAppWebhookEntry, entry: [one] });
			expect(idsOf(content)).toEqual(['wamid.1']);
		},
	);

	it('becomes an item for each of several messages, statuses, changes and entries', () => {
		const first = messagesValue({
			contacts: [contact],
			messages: [text('wamid.1'), text('wamid.2')],
		});
		const second = messagesValue({
			statuses: [
				{ id: 'wamid.3', status: 'sent', timestamp: '1795509654' },
				{ id: 'wamid.3', status: 'delivered', timestamp: '1795509655' },
			],
		});
		const entries = [
			{
				id: WABA,
				changes: [
					{ field: 'messages', value: first },
					{ field: 'messages', value: second },
				],
			},
			entryOf('messages', messagesValue({ messages: [text('wamid.4')] })),
		];
		expect(idsOf(published(entries))).toEqual([
			'wamid.1',
			'wamid.2',
			'wamid.3',
			'wamid.3',
			'wamid.4',
		]);
	});

	it('says which of several numbers and accounts is meant', () => {
		const context = {
			MetaWabaIds: [
				{ wabaId: '1', arn: 'arn:aws:social-messaging:eu-west-1:1:waba/aa' },
				{ wabaId: WABA, arn: 'arn:aws:social-messaging:eu-west-1:1:waba/bb' },
			],
			MetaPhoneNumberIds: [
				{ metaPhoneNumberId: '2', arn: 'arn:aws:social-messaging:eu-west-1:1:phone-number-id/cc' },
				{
					metaPhoneNumberId: '106853218861309',
					arn: 'arn:aws:social-messaging:eu-west-1:1:phone-number-id/dd',
				},
			],
		};
		expect(eventsIn(published(one, { context }))).toMatchObject([
			{ businessAccountId: 'waba-bb', originationPhoneNumberId: 'phone-number-id-dd' },
		]);
	});

	it.each([
		['account', { MetaWabaIds: [{ wabaId: '1', arn: 'arn:aws:social-messaging:x:1:waba/aa' }] }],
		[
			'number',
			{
				MetaPhoneNumberIds: [
					{ metaPhoneNumberId: '2', arn: 'arn:aws:social-messaging:x:1:phone-number-id/cc' },
				],
			},
		],
	])('does not claim another %s, even if it is the only one that AWS names', (_name, context) => {
		expect(eventsIn(published(one, { context }))).toMatchObject([
			{ businessAccountId: null, wabaId: WABA, originationPhoneNumberId: null },
		]);
	});

	it('does not guess between several numbers', () => {
		const MetaPhoneNumberIds = ['2', '3'].map((metaPhoneNumberId) => ({
			metaPhoneNumberId,
			arn: `arn:aws:social-messaging:eu-west-1:1:phone-number-id/${metaPhoneNumberId}`,
		}));
		expect(eventsIn(published(one, { context: { MetaPhoneNumberIds } }))).toMatchObject([
			{ originationPhoneNumberId: null, metaPhoneNumberId: '106853218861309' },
		]);
	});
});

describe('an unknown payload', () => {
	it.each([
		['no JSON', 'Hello from the console'],
		['an empty text', ''],
		['a number', '7'],
		['null', 'null'],
		['an empty list', '[]'],
		['an empty object', '{}'],
		['an event of AWS without an entry', JSON.stringify({ message_timestamp: 'x', news: 1 })],
		['an event of AWS with an empty entry', published('')],
		['entries of which there are none', published([])],
		['an envelope of Meta without entries', published({ entry: [] })],
		['an entry without changes', published({ id: WABA })],
		['an entry that is no JSON', published('{broken')],
		['an entry with changes that are none', published({ id: WABA, changes: 'x' })],
		['a change that is null', published({ id: WABA, changes: [null] })],
		['messages without any', published(entryOf('messages', messagesValue({})))],
		['a value that is a text', published(entryOf('messages', 'x'))],
		['a field of the future', published(entryOf('holograms', { id: 7 }))],
		['a field that every object has', published(entryOf('constructor', { id: 7 }))],
		['what another product sends', published(entryOf('automatic_events', { id: 7 }))],
	])('becomes an item of its own and is not lost: %s', (_name, content) => {
		const events = eventsIn(content);
		expect(events.every(({ kind }) => kind === 'unknown')).toBe(true);
		expect(events).toHaveLength(1);
		for (const { dedupeKey } of events) expect(dedupeKey).toMatch(/^\w+:[0-9a-f]{32}$/);
	});

	it('is kept as a whole', () => {
		expect(eventsIn(published(entryOf('holograms', { id: 7 })))).toMatchObject([
			{ kind: 'unknown', field: 'holograms', original: { id: 7 }, wabaId: WABA },
		]);
		expect(eventsIn('Hello')).toMatchObject([{ kind: 'unknown', original: 'Hello' }]);
	});

	it('survives an invalid message among others', () => {
		const value = messagesValue({ messages: [null, 'x', text('wamid.1')] });
		expect(idsOf(published(entryOf('messages', value)))).toEqual([null, null, 'wamid.1']);
	});
});

describe('the key for duplicates', () => {
	const keyOf = (content: string) => eventsIn(content).map(({ dedupeKey }) => dedupeKey);
	const update = entryOf('account_update', { event: 'DISABLED_UPDATE' });

	it('is the same whenever the same event is delivered', () => {
		expect(keyOf(published(update))).toEqual(keyOf(published(update)));
	});

	it('is the same if AWS passes the same event on again later', () => {
		const later = { message_timestamp: '2026-11-25T08:40:54.214123456Z' };
		expect(keyOf(published(update))).toEqual(keyOf(published(update, later)));
	});

	it('differs if WhatsApp reports the same at another time', () => {
		expect(keyOf(published({ ...update, time: 1 }))).not.toEqual(
			keyOf(published({ ...update, time: 2 })),
		);
	});

	it('differs between two people in the same notice', () => {
		const preference = (wa_id: string) => ({
			wa_id,
			category: 'marketing_messages',
			value: 'stop',
		});
		const content = published(
			entryOf('user_preferences', { user_preferences: [preference('1'), preference('2')] }),
		);
		expect(new Set(keyOf(content)).size).toBe(2);
	});
});
