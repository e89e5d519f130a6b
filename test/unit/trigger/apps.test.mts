import type { IDataObject } from 'n8n-workflow';
import { conversation_context, person } from './appSamples.mts';
import {
	changed,
	keyOf,
	META_NUMBER,
	metadata,
	NUMBER_ID,
	partOf,
	webhookOf,
} from './published.mts';

const ADA = '4915112345678';
const OWN = '4930901820';
const time = '1795509654';
const AT = '2026-11-24T08:40:54.000Z';
const usual = { messaging_product: 'whatsapp', metadata };
const media = { id: '1013', mime_type: 'image/jpeg', sha256: '29ed', caption: 'Door' };

const told = (field: string, value: object): IDataObject[] =>
	changed(field, { ...usual, ...value });

describe('an echo of the app', () => {
	const echo = { from: OWN, to: ADA, id: 'wamid.1', timestamp: time };
	const common = {
		kind: 'echo',
		from: '+4930901820',
		to: '+4915112345678',
		messageId: 'wamid.1',
		timestamp: AT,
		field: 'smb_message_echoes',
		recipientType: 'individual',
		originationPhoneNumberId: NUMBER_ID,
		dedupeKey: keyOf('echo', 'wamid.1'),
	};
	const ECHOES: Array<[name: string, message: object, expected: IDataObject]> = [
		[
			'a text',
			{ type: 'text', text: { body: 'Until six.' } },
			{ type: 'text', text: 'Until six.' },
		],
		[
			'a picture',
			{ type: 'image', image: media },
			{ text: 'Door', media: { kind: 'image', id: '1013', mimeType: 'image/jpeg' } },
		],
		[
			'an edit',
			{
				type: 'edit',
				edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'New' } } },
			},
			{ text: 'New', edit: { messageId: 'wamid.0' } },
		],
		[
			'a message taken back',
			{ type: 'revoke', revoke: { original_message_id: 'wamid.0' } },
			{ text: '', revoke: { messageId: 'wamid.0' } },
		],
		[
			'an answer',
			{ type: 'text', text: { body: 'Yes' }, context: { id: 'wamid.0', from: ADA } },
			{ context: { messageId: 'wamid.0', from: '+4915112345678' } },
		],
		['no sender', { from: undefined, type: 'text', text: { body: 'x' } }, { from: '+4930901820' }],
		['a type of the future', { type: 'hologram', hologram: { id: 7 } }, { type: 'hologram' }],
	];

	it.each(ECHOES)('reports %s', (_name, message, expected) => {
		const given = { ...echo, ...message };
		const events = told('smb_message_echoes', { message_echoes: [given] });
		expect(events).toMatchObject([{ ...common, ...expected }]);
		expect(events[0]).not.toHaveProperty('replyTo');
		expect(partOf(events[0]?.original)).toEqual(JSON.parse(JSON.stringify(given)));
	});

	it('says who it was sent to, even if the number is hidden', () => {
		const hidden = { ...echo, to: undefined, to_user_id: 'DE.1', type: 'text' };
		const contacts = [{ ...person, wa_id: undefined }];
		expect(told('smb_message_echoes', { contacts, message_echoes: [hidden] })).toMatchObject([
			{ to: null, toUserId: 'DE.1', name: 'Ada Example', username: 'ada', countryCode: 'DE' },
		]);
	});

	it('is one of several, each with its own contact', () => {
		const bob = { profile: { name: 'Bob' }, wa_id: '353861234567' };
		const message_echoes = [echo, { ...echo, to: bob.wa_id, id: 'wamid.2' }];
		const events = told('smb_message_echoes', { contacts: [bob, person], message_echoes });
		expect(events.map(({ name }) => name)).toEqual(['Ada Example', 'Bob']);
		expect(events[1]?.original).toEqual({
			...message_echoes[1],
			webhook: webhookOf('smb_message_echoes', { ...usual, contacts: [bob] }),
		});
	});
});

describe('the history of the app', () => {
	const messages = [
		{
			...{ from: ADA, id: 'wamid.1', timestamp: time, type: 'text', text: { body: 'Open?' } },
			history_context: { status: 'READ' },
		},
		{
			...{
				from: OWN,
				to: ADA,
				id: 'wamid.2',
				timestamp: time,
				type: 'text',
				text: { body: 'Yes' },
			},
			history_context: { status: 'DELIVERED' },
		},
		{ from: OWN, id: 'wamid.3', timestamp: time, type: 'media_placeholder' },
	];
	const chunk = {
		metadata: { phase: 1, chunk_order: 2, progress: 55 },
		threads: [
			{ id: ADA, context: { wa_id: ADA, user_id: 'DE.1', username: 'ada' }, messages },
			{ id: '353861234567', messages: [] },
		],
	};

	it('is an item for each conversation of a chunk, with all its messages', () => {
		const [first, second, ...others] = told('history', { history: [chunk] });
		expect(others).toEqual([]);
		expect(first).toMatchObject({
			...{ kind: 'history', field: 'history', phase: 1, chunkOrder: 2, progress: 55 },
			...{ from: '+4915112345678', fromUserId: 'DE.1', username: 'ada' },
			...{ metaPhoneNumberId: META_NUMBER, originationPhoneNumberId: NUMBER_ID },
			messages: [
				{
					direction: 'incoming',
					...{ type: 'text', text: 'Open?', from: '+4915112345678' },
					...{ timestamp: AT, messageId: 'wamid.1', status: 'read' },
				},
				{
					direction: 'outgoing',
					...{ type: 'text', text: 'Yes', from: '+4930901820', to: '+4915112345678' },
					...{ messageId: 'wamid.2', status: 'delivered' },
				},
				{ direction: 'outgoing', type: 'media_placeholder', text: '' },
			],
		});
		expect(second).toMatchObject({ kind: 'history', from: '+353861234567', messages: [] });
		const { metadata: position, threads } = chunk;
		expect(first?.original).toEqual({
			...{ metadata: position, threads: [threads[0]] },
			webhook: webhookOf('history', usual),
		});
	});

	it('says that it is not shared', () => {
		const errors = [{ code: 2593109, title: 'History sharing is turned off' }];
		expect(told('history', { history: [{ errors }] })).toMatchObject([
			{ kind: 'history', from: null, messages: [], errors, original: { errors } },
		]);
	});

	it('says how far it is if a chunk has no conversation', () => {
		const history = [{ metadata: { phase: 2, chunk_order: 1, progress: 100 }, threads: [] }];
		expect(told('history', { history })).toMatchObject([
			{ kind: 'history', phase: 2, progress: 100, messages: [], original: history[0] },
		]);
	});

	it.each([
		[
			'received',
			{ contacts: [person], messages: [{ ...messages[0], type: 'image', image: media }] },
		],
		['sent', { message_echoes: [{ ...messages[1], type: 'image', image: media }] }],
	])('returns a file that was %s as an item of its own, not to be answered', (_name, value) => {
		const [event, ...others] = told('history', value);
		expect(others).toEqual([]);
		expect(event).toMatchObject({
			...{ kind: 'history', field: 'history', type: 'image', text: 'Door' },
			media: { id: '1013', kind: 'image' },
		});
		expect(event?.replyTo ?? null).toBeNull();
	});

	it('returns a limited number of items, however many messages there are', () => {
		const many = Array.from({ length: 5_000 }, (_, index) => ({
			...messages[0],
			id: `wamid.${index}`,
		}));
		const threads = [{ id: ADA, messages: many }];
		const events = told('history', { history: [{ ...chunk, threads }] });
		expect(events).toHaveLength(1);
		expect(events[0]?.messages).toHaveLength(5_000);
	});

	it.each([
		['a text', 'x'],
		['chunks that are none', ['x', null, 7]],
		['conversations that are none', [{ threads: ['x', null] }]],
		['messages that are none', [{ threads: [{ messages: ['x', null, {}] }] }]],
		['an object', { threads: { id: ADA, messages: { id: 'wamid.1' } } }],
		['news beside conversations', [{ ...chunk, news: 1 }]],
	])('survives %s', (_name, history) => {
		const events = told('history', { history });
		expect(events.length).toBeGreaterThan(0);
		for (const { kind } of events) expect(kind).toBe('history');
	});
});

describe('a change in the app', () => {
	const contact = { full_name: 'Ada Example', first_name: 'Ada', phone_number: ADA };
	const SYNCED: Array<[name: string, state: object, expected: IDataObject]> = [
		[
			'a contact that was added',
			{ type: 'contact', contact, action: 'add', metadata: { timestamp: time } },
			{ event: 'add', name: 'Ada Example', firstName: 'Ada', from: '+4915112345678' },
		],
		[
			'a contact that was removed',
			{ type: 'contact', contact: { phone_number: ADA }, action: 'remove' },
			{ event: 'remove', name: null, from: '+4915112345678' },
		],
		[
			'a contact without a number',
			{ type: 'contact', contact: { user_id: 'DE.1', username: 'ada' }, action: 'add' },
			{ from: null, fromUserId: 'DE.1', username: 'ada' },
		],
		['a contact that is none', { type: 'contact', contact: 'x' }, { event: null, from: null }],
		['something new', { type: 'label', label: { id: 7 }, action: 'add' }, { type: 'label' }],
		['nothing', {}, { event: null, type: null }],
	];

	it.each(SYNCED)('reports %s', (_name, state, expected) => {
		expect(told('smb_app_state_sync', { state_sync: [state] })).toMatchObject([
			{ kind: 'appSync', field: 'smb_app_state_sync', ...expected, original: state },
		]);
	});

	it('is reported quickly, however much there is', () => {
		const state_sync = Array.from({ length: 5_000 }, (_, index) => ({
			...{ type: 'contact', action: 'add', metadata: { timestamp: time } },
			contact: { full_name: `Ada ${index}`, phone_number: String(4_915_100_000_000 + index) },
		}));
		const began = Date.now();
		const events = told('smb_app_state_sync', { state_sync });
		expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(5_000);
		expect(Date.now() - began).toBeLessThan(5_000);
	});
});

describe('a message on standby', () => {
	const message = { from: ADA, id: 'wamid.1', timestamp: time, type: 'text', text: { body: 'Hi' } };
	const echoOf = (sent: object, further: object = {}) => ({
		message_echoes: [{ id: 'wamid.2', timestamp: time, message: { to: ADA, ...sent }, ...further }],
	});
	const STANDBY: Array<[name: string, standby: object, expected: IDataObject]> = [
		[
			'a message',
			{ contacts: [person], messages: [message] },
			{ event: 'message', text: 'Hi', from: '+4915112345678', name: 'Ada Example', replyTo: null },
		],
		[
			'a text that was sent',
			echoOf({ type: 'text', text: { body: 'Shipped' } }),
			{ event: 'echo', text: 'Shipped', to: '+4915112345678', from: '+4930901820' },
		],
		[
			'a template that was sent',
			echoOf(
				{ type: 'template', template: { name: 'sale' } },
				{ template: { status: 'APPROVED' } },
			),
			{ event: 'echo', type: 'template', templateName: 'sale' },
		],
		[
			'a Flow that was sent',
			echoOf({ type: 'interactive', interactive: { type: 'flow', body: { text: 'Book' } } }),
			{ event: 'echo', type: 'interactive', text: 'Book' },
		],
		[
			'a status',
			{ statuses: [{ id: 'wamid.2', status: 'delivered', timestamp: time, recipient_id: ADA }] },
			{ event: 'status', status: 'delivered', to: '+4915112345678' },
		],
		[
			'errors, which are nothing that anybody wrote',
			{ errors: [{ code: 131051, title: 'Message type unknown' }] },
			{ errors: [{ code: 131051, title: 'Message type unknown' }] },
		],
		['nothing', {}, { original: { standby: {} } }],
		['news', { holograms: [7] }, { original: { holograms: [7] } }],
	];

	it.each(STANDBY)('reports %s', (_name, standby, expected) => {
		expect(told('standby', { standby })).toMatchObject([
			{ kind: 'standby', field: 'standby', originationPhoneNumberId: NUMBER_ID, ...expected },
		]);
	});

	it('is reported even if it is not inside a member of its own', () => {
		expect(told('standby', { contacts: [person], messages: [message] })).toMatchObject([
			{ kind: 'standby', event: 'message', text: 'Hi', name: 'Ada Example', replyTo: null },
		]);
	});

	it('is returned as a whole if it cannot be separated', () => {
		for (const standby of ['x', 7, ['x'], { metadata: { phone_number_id: '1' } }])
			expect(told('standby', { standby })).toMatchObject([
				{ kind: 'standby', original: { ...usual, standby } },
			]);
	});
});

describe('a conversation that is handed over', () => {
	const owners = { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' };
	const base = {
		sender: { phone_number: ADA },
		recipient: { phone_number_id: META_NUMBER, display_phone_number: OWN },
		timestamp: time,
	};
	const HANDED: Array<[name: string, value: object, expected: IDataObject]> = [
		[
			'given, with what was said',
			{
				type: 'control_passed',
				control_passed: { ...owners, metadata: 'Asks for a person', conversation_context },
			},
			{
				event: 'control_passed',
				note: 'Asks for a person',
				conversationContext: { type: 'summary', summary: 'Ada asks when it opens.' },
			},
		],
		[
			'taken',
			{ type: 'control_taken', control_taken: { ...owners, metadata: 'Stepping in' } },
			{ event: 'control_taken', note: 'Stepping in' },
		],
		[
			'handed over in a way of the future',
			{ type: 'control_shared', control_shared: owners },
			{ event: 'control_shared' },
		],
	];

	it.each(HANDED)('is reported if it was %s', (_name, value, expected) => {
		expect(changed('messaging_handovers', { ...base, ...value })).toMatchObject([
			{
				...{ kind: 'handover', field: 'messaging_handovers', timestamp: AT },
				...{ from: '+4915112345678', previousOwner: 'ai_agent', newOwner: 'escalation' },
				...{ originationPhoneNumberId: NUMBER_ID, phoneNumber: '+4930901820' },
				...expected,
				original: { ...base, ...value },
			},
		]);
	});

	it.each([
		['without a sender', { sender: undefined }, { from: null }],
		['without details', { type: 'control_taken' }, { event: 'control_taken' }],
		['of a kind that every object has', { type: 'constructor' }, { event: 'constructor' }],
		['without anything', { recipient: undefined, timestamp: undefined }, { event: null }],
	])('is reported %s', (_name, value, expected) => {
		expect(changed('messaging_handovers', { ...base, ...value })).toMatchObject([
			{ kind: 'handover', ...expected },
		]);
	});
});
