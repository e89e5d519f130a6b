import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../nodes/AwsWhatsAppTrigger/events/event.ts';
import { isWanted, type Wanted } from '../../../nodes/AwsWhatsAppTrigger/wanted.ts';
import { changed, NUMBER_ID, received } from './published.mts';

const all: Wanted = {
	triggerOn: ['messages'],
	statuses: [],
	phoneNumbers: [],
	senders: [],
	messageTypes: [],
	keywords: [],
	keywordMatch: 'containsWord',
};

const wants = (event: IDataObject | undefined, wanted: Partial<Wanted>) =>
	isWanted(event as WhatsAppEvent, { ...all, ...wanted });

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
		['everything', changed('holograms', {})[0]],
	];

	it.each(events)('%s lets its own events in and no others', (triggerOn, event) => {
		const letIn = [...new Set(events.map(([name]) => name))].filter((name) =>
			wants(event, { triggerOn: [name] }),
		);
		expect(letIn).toEqual([...new Set([triggerOn, 'everything'])]);
	});

	it('lets in the statuses that were chosen, and all where none was', () => {
		const triggerOn = ['statuses'];
		expect(wants(status, { triggerOn, statuses: ['read', 'delivered'] })).toBe(true);
		expect(wants(status, { triggerOn, statuses: ['failed'] })).toBe(false);
		expect(wants(status, { triggerOn })).toBe(true);
	});

	it('lets nothing in where nothing is chosen', () => {
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
	])('knows the number as %s', (number) => {
		expect(wants(text('hello'), { phoneNumbers: [number] })).toBe(true);
		expect(wants(text('hello'), { phoneNumbers: ['phone-number-id-other', number] })).toBe(true);
	});

	it('keeps out other numbers, for statuses as well', () => {
		const phoneNumbers = ['phone-number-id-other'];
		expect(wants(text('hello'), { phoneNumbers })).toBe(false);
		expect(wants(status, { phoneNumbers, triggerOn: ['statuses'] })).toBe(false);
	});

	it('does not concern notices that belong to no number', () => {
		const [notice] = changed('message_template_status_update', {});
		expect(wants(notice, { phoneNumbers: ['x'], triggerOn: ['templateUpdates'] })).toBe(true);
	});
});

describe('the filters of messages', () => {
	it('let in the senders that are named, by number or user ID', () => {
		expect(wants(text('x'), { senders: ['+1', '+4915112345678'] })).toBe(true);
		expect(wants(text('x'), { senders: ['+1'] })).toBe(false);
		const hidden = received({ from: undefined, from_user_id: 'DE.1', type: 'text' }, []);
		expect(wants(hidden, { senders: ['DE.1'] })).toBe(true);
	});

	it('let in the types that are chosen', () => {
		expect(wants(text('x'), { messageTypes: ['image', 'text'] })).toBe(true);
		expect(wants(text('x'), { messageTypes: ['image'] })).toBe(false);
	});

	it('do not concern other events', () => {
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
