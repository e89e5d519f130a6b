import type { IDataObject } from 'n8n-workflow';
import { Form } from '../../../form/form.ts';
import type { WhatsAppEvent } from '../../../whatsapp/events/event.ts';
import { eventsIn } from '../../../whatsapp/events/events.ts';
import { properties } from '../../../nodes/AwsWhatsAppTrigger/fields/properties.ts';
import { eventFilterOf } from '../../../nodes/AwsWhatsAppTrigger/settings.ts';
import { matches, type EventFilter } from '../../../whatsapp/events/eventFilter.ts';
import {
	ACCOUNT_ID,
	changed,
	entryOf,
	META_NUMBER,
	metadata,
	NUMBER_ID,
	published,
	received,
	WABA,
} from './published.mts';

const OWN_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9';
const ACCOUNT_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1';

const all: EventFilter = {
	triggerOn: ['messages'],
	statuses: [],
	phoneNumbers: [],
	senders: [],
	messageTypes: [],
	keywords: [],
	keywordMatch: 'containsWord',
};

const wants = (event: IDataObject | undefined, wanted: Partial<EventFilter>) =>
	matches(event as WhatsAppEvent, { ...all, ...wanted });

const text = (body: string) => received({ type: 'text', text: { body } });
const [status] = changed('messages', {
	metadata: { phone_number_id: '106853218861309' },
	statuses: [{ id: 'wamid.1', status: 'delivered', timestamp: '1', recipient_id: '4915112345678' }],
});

describe('Trigger On', () => {
	const events: Array<[triggerOn: string, event: IDataObject | undefined]> = [
		['messages', text('hello')],
		['messages', changed('messages', { errors: [{ code: 1 }] })[0]],
		['statuses', status],
		['templateUpdates', changed('message_template_status_update', {})[0]],
		['accountUpdates', changed('account_update', {})[0]],
		['calls', changed('calls', { calls: [{ id: '1' }] })[0]],
		['flowUpdates', changed('flows', {})[0]],
		['groupUpdates', changed('group_status_update', {})[0]],
		['userPreferences', changed('user_preferences', {})[0]],
		['echoes', changed('smb_message_echoes', { message_echoes: [{ id: 'wamid.1' }] })[0]],
		['echoes', changed('message_echoes', {})[0]],
		['history', changed('history', { history: [{ threads: [{ id: '1' }] }] })[0]],
		['history', changed('history', { messages: [{ id: 'wamid.1' }] })[0]],
		['appSync', changed('smb_app_state_sync', { state_sync: [{ type: 'contact' }] })[0]],
		['standby', changed('standby', { standby: { messages: [{ id: 'wamid.1' }] } })[0]],
		['standby', changed('standby', { standby: { statuses: [{ id: 'wamid.1' }] } })[0]],
		['echoes', changed('smb_message_echoes', { errors: [{ code: 1 }] })[0]],
		['history', changed('history', { errors: [{ code: 1 }] })[0]],
		['appSync', changed('smb_app_state_sync', { errors: [{ code: 1 }] })[0]],
		['standby', changed('standby', { standby: { errors: [{ code: 1 }] } })[0]],
		['handovers', changed('messaging_handovers', { type: 'control_passed' })[0]],
		['everything', changed('holograms', {})[0]],
	];

	it.each(events)('%s lets its own events in and no others', (triggerOn, event) => {
		const letIn = [...new Set(events.map(([name]) => name))].filter((name) =>
			wants(event, { triggerOn: [name] }),
		);
		expect(letIn).toEqual([...new Set([triggerOn, 'everything'])]);
	});

	it('offers everything that events can be selected by', () => {
		const [{ options = [] } = {}] = properties.filter(({ name }) => name === 'triggerOn');
		const offered = options.map((option) => ('value' in option ? option.value : undefined));
		expect(offered.sort()).toEqual([...new Set(events.map(([name]) => name))].sort());
	});

	it('lets in the selected statuses, and all if none is selected', () => {
		const triggerOn = ['statuses'];
		expect(wants(status, { triggerOn, statuses: ['read', 'delivered'] })).toBe(true);
		expect(wants(status, { triggerOn, statuses: ['failed'] })).toBe(false);
		expect(wants(status, { triggerOn })).toBe(true);
	});

	it('lets in only the selected statuses with everything else', () => {
		for (const triggerOn of [
			['everything'],
			['everything', 'statuses'],
			['messages', 'everything'],
		]) {
			expect(wants(status, { triggerOn, statuses: ['failed'] })).toBe(false);
			expect(wants(status, { triggerOn, statuses: ['failed', 'delivered'] })).toBe(true);
			expect(wants(status, { triggerOn })).toBe(true);
			expect(wants(text('hello'), { triggerOn, statuses: ['failed'] })).toBe(true);
			expect(wants(changed('holograms', {})[0], { triggerOn, statuses: ['failed'] })).toBe(true);
		}
	});

	it('lets nothing in if nothing is selected', () => {
		expect(wants(text('hello'), { triggerOn: [] })).toBe(false);
	});
});

describe('the filter by your phone numbers', () => {
	it.each([
		NUMBER_ID,
		'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9',
		'106853218861309',
		'+4930901820',
		'+49 30 901820',
		'4930901820',
	])('recognizes the number as %s', (number) => {
		expect(wants(text('hello'), { phoneNumbers: [number] })).toBe(true);
		expect(wants(text('hello'), { phoneNumbers: ['phone-number-id-other', number] })).toBe(true);
	});

	it('keeps out other numbers, for statuses as well', () => {
		const phoneNumbers = ['phone-number-id-other'];
		expect(wants(text('hello'), { phoneNumbers })).toBe(false);
		expect(wants(status, { phoneNumbers, triggerOn: ['statuses'] })).toBe(false);
	});

	it('does not apply to notices that belong to no number', () => {
		const [notice] = changed('message_template_status_update', {});
		expect(wants(notice, { phoneNumbers: ['x'], triggerOn: ['templateUpdates'] })).toBe(true);
	});
});

const OTHER_ARN = 'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/0ther';

/** Notices about the number +49 30 901820, whose ID is only in AWS's envelope. */
const ABOUT_NUMBER: Array<[field: string, value: object]> = [
	['phone_number_quality_update', { display_phone_number: '4930901820', event: 'ONBOARDING' }],
	['phone_number_name_update', { display_phone_number: '+49 30 901820', decision: 'APPROVED' }],
	['security', { display_phone_number: '4930901820', event: 'PIN_CHANGED' }],
	['account_update', { phone_number: '4930901820', event: 'PHONE_NUMBER_ADDED' }],
	['account_alerts', { entity_type: 'PHONE_NUMBER', entity_id: META_NUMBER }],
	['account_settings_update', { phone_number_settings: { phone_number_id: META_NUMBER } }],
	['group_settings_update', { metadata }],
	['user_preferences', { metadata, user_preferences: [{ wa_id: '1' }] }],
	['messages', { metadata, errors: [{ code: 1 }] }],
	['smb_message_echoes', { metadata, message_echoes: [] }],
];

describe('the filter by your phone numbers, for notices', () => {
	const everything = { triggerOn: ['everything'] };
	const IDS = [NUMBER_ID, OWN_ARN, META_NUMBER];

	it.each(ABOUT_NUMBER)('lets in %s about a selected number, and no other one', (field, value) => {
		const [event] = changed(field, value);
		expect(event).toMatchObject({
			originationPhoneNumberId: NUMBER_ID,
			metaPhoneNumberId: META_NUMBER,
		});
		for (const number of IDS)
			expect([number, wants(event, { ...everything, phoneNumbers: [number] })]).toEqual([
				number,
				true,
			]);
		for (const number of ['phone-number-id-0ther', OTHER_ARN])
			expect(wants(event, { ...everything, phoneNumbers: [number] })).toBe(false);
	});

	it.each(ABOUT_NUMBER.slice(0, 4))('recognizes by number whom %s is about', (field, value) => {
		const [event] = changed(field, value);
		expect(wants(event, { ...everything, phoneNumbers: ['+4930901820'] })).toBe(true);
		expect(wants(event, { ...everything, phoneNumbers: ['+4930901821'] })).toBe(false);
	});

	it('lets in what may be about a selected number, because AWS names several', () => {
		const MetaPhoneNumberIds = ['2', '3'].map((metaPhoneNumberId) => ({
			metaPhoneNumberId,
			arn: `arn:aws:social-messaging:eu-west-1:1:phone-number-id/${metaPhoneNumberId}`,
		}));
		const entry = entryOf('security', { display_phone_number: '4930901820' });
		const [event] = eventsIn(published(entry, { context: { MetaPhoneNumberIds } }));
		expect(event).toMatchObject({ originationPhoneNumberId: null, phoneNumber: '+4930901820' });
		expect(wants(event, { ...everything, phoneNumbers: ['phone-number-id-2'] })).toBe(true);
		expect(wants(event, { ...everything, phoneNumbers: ['+4930901820'] })).toBe(true);
		expect(wants(event, { ...everything, phoneNumbers: ['+353861234567'] })).toBe(false);
	});

	it.each(['message_template_status_update', 'account_update', 'account_review_update', 'flows'])(
		'does not apply to %s, which is about the account as a whole',
		(field) => {
			const [event] = changed(field, { event: 'X' });
			expect(event).not.toHaveProperty('originationPhoneNumberId');
			expect(wants(event, { ...everything, phoneNumbers: ['phone-number-id-0ther'] })).toBe(true);
		},
	);
});

describe('the business account of the trigger', () => {
	const events = [
		text('hello'),
		status,
		...['message_template_status_update', 'account_update', 'flows', 'holograms', 'calls'].map(
			(field) => changed(field, {})[0],
		),
		eventsIn(published('Hello'))[0],
	];
	const wantsOf = (event: IDataObject | undefined, businessAccountId?: string) =>
		wants(event, { triggerOn: ['everything'], businessAccountId });

	it.each([ACCOUNT_ID, ACCOUNT_ARN, WABA])('lets in its own events, known as %s', (id) => {
		for (const event of events) expect(wantsOf(event, id)).toBe(true);
	});

	it.each(['waba-0ther', ACCOUNT_ARN.replace(/.$/, 'x'), '106540352242923'])(
		'lets in no events of another account, known as %s',
		(id) => {
			for (const event of events) {
				expect(wantsOf(event, id)).toBe(false);
				expect(wantsOf(event)).toBe(true);
			}
		},
	);

	it('lets in events that do not say whose they are', () => {
		const [event] = eventsIn(JSON.stringify({ changes: [{ field: 'flows', value: {} }] }));
		expect(event).toMatchObject({ businessAccountId: null, wabaId: null });
		for (const id of [ACCOUNT_ID, ACCOUNT_ARN, WABA]) expect(wantsOf(event, id)).toBe(true);
	});

	const accountFrom = (values: Record<string, unknown>) => {
		const given: Record<string, unknown> = { triggerOn: ['messages'], ...values };
		return eventFilterOf(new Form((name) => given[name] ?? '')).businessAccountId;
	};

	it('is the one through which the topic is found', () => {
		expect(accountFrom({ businessAccountId: ACCOUNT_ID })).toBe(ACCOUNT_ID);
	});

	it('is any if the topic is entered as an ARN', () => {
		const topicArn = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
		for (const how of [{ topicFrom: 'topicArn' }, { subscription: 'external' }])
			expect(accountFrom({ ...how, topicArn, businessAccountId: ACCOUNT_ID })).toBeUndefined();
	});
});

describe('unexpected filters', () => {
	const NONSENSE = [
		'',
		'x',
		'0',
		'-1',
		'__proto__',
		'constructor',
		'/',
		'arn:',
		'９９',
		'x'.repeat(100_000),
	];

	it.each(NONSENSE)(
		'throw nothing, and match nothing that is certainly something else: %#',
		(value) => {
			const lists = { phoneNumbers: [value], senders: [value], messageTypes: [value] };
			expect(wants(text('x'), { phoneNumbers: [value] })).toBe(false);
			expect(wants(text('x'), { senders: [value] })).toBe(false);
			expect(wants(text('x'), { businessAccountId: value })).toBe(false);
			for (const event of [null, 7, 'x', [], {}].map(
				(odd) => changed('messages', { messages: [odd] })[0],
			))
				expect(typeof wants(event, { ...lists, keywords: [value] })).toBe('boolean');
		},
	);
});

describe('the filters of messages', () => {
	it('let in the named senders, by number or user ID', () => {
		expect(wants(text('x'), { senders: ['+1', '+4915112345678'] })).toBe(true);
		expect(wants(text('x'), { senders: ['+1'] })).toBe(false);
		const hidden = received({ from: undefined, from_user_id: 'DE.1', type: 'text' }, []);
		expect(wants(hidden, { senders: ['DE.1'] })).toBe(true);
	});

	it('let in the selected types', () => {
		expect(wants(text('x'), { messageTypes: ['image', 'text'] })).toBe(true);
		expect(wants(text('x'), { messageTypes: ['image'] })).toBe(false);
	});

	it('do not apply to other events', () => {
		const filters = { senders: ['+1'], messageTypes: ['image'], keywords: ['stop'] };
		expect(wants(status, { ...filters, triggerOn: ['statuses'] })).toBe(true);
	});

	it.each([
		['Please STOP it', true],
		['stop', true],
		['stop!', true],
		['(Stop)', true],
		['unstoppable', false],
		['stopwatch', false],
		['nonstop', false],
		['nonstop stop', true],
		['stop2', false],
		['ѕtop', false],
		['ｓｔｏｐ', true],
		['', false],
	])('see the word "stop" in %j: %s', (body, expected) => {
		expect(wants(text(body), { keywords: ['Stop'] })).toBe(expected);
	});

	it.each([
		['beginsWith', 'order 17', true],
		['beginsWith', 'my order', false],
		['contains', 'reorders', true],
		['contains', 'ord er', false],
		['isExactly', ' ORDER ', true],
		['isExactly', 'order 17', false],
	] as const)('match "order" by %s in %j: %s', (keywordMatch, body, expected) => {
		expect(wants(text(body), { keywords: ['order'], keywordMatch })).toBe(expected);
	});

	it('understand words of all scripts, and several words', () => {
		expect(wants(text('停止 請'), { keywords: ['停止'] })).toBe(true);
		expect(wants(text('Grüße aus Köln'), { keywords: ['GRÜSSE', 'grüße'] })).toBe(true);
		expect(wants(text('please call me back now'), { keywords: ['call me back'] })).toBe(true);
	});

	it('see captions, and titles and IDs of what was tapped', () => {
		const image = received({ type: 'image', image: { id: '1', caption: 'My invoice' } });
		expect(wants(image, { keywords: ['invoice'] })).toBe(true);
		const tap = received({
			type: 'interactive',
			interactive: { type: 'button_reply', button_reply: { id: 'yes-please', title: 'Ja' } },
		});
		expect(wants(tap, { keywords: ['yes-please'], keywordMatch: 'isExactly' })).toBe(true);
		expect(wants(tap, { keywords: ['ja'], keywordMatch: 'isExactly' })).toBe(true);
	});
});
