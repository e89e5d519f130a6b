import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../whatsapp/events/event.ts';
import { matches } from '../../../whatsapp/events/eventFilter.ts';
import { changed, metadata, partOf } from './published.mts';

const ada = { profile: { name: 'Ada', username: 'ada' }, wa_id: '4915112345678', user_id: 'DE.1' };
const bob = { profile: { name: 'Bob' }, wa_id: '353861234567', user_id: 'IE.2' };
const fromAda = { id: 'wamid.1', from: '4915112345678', type: 'text', text: { body: 'a' } };
const fromBob = { id: 'wamid.2', from: '353861234567', type: 'text', text: { body: 'b' } };

const whoWrote = (messages: unknown, contacts: unknown) =>
	changed('messages', { metadata, messages, contacts })
		.filter(({ kind }) => kind === 'message')
		.map(({ name, from, fromUserId }) => [name, from, fromUserId]);

const unknownAmong = (events: IDataObject[]) =>
	events.filter(({ kind }) => kind === 'unknown').map(({ original }) => original);

const ADA = ['Ada', '+4915112345678', 'DE.1'];
const BOB = ['Bob', '+353861234567', 'IE.2'];

describe('the contact of a message', () => {
	it('is the one with the same number or the same user ID, in whatever order', () => {
		expect(whoWrote([fromAda, fromBob], [bob, ada])).toEqual([ADA, BOB]);
		const hidden = { ...fromBob, from: undefined, from_user_id: 'IE.2' };
		expect(whoWrote([fromAda, hidden], [bob, ada])).toEqual([ADA, BOB]);
	});

	it('is nobody else, even if there is only one contact for two senders', () => {
		expect(whoWrote([fromAda, fromBob], [ada])).toEqual([ADA, [null, '+353861234567', null]]);
		expect(whoWrote([fromBob], [ada])).toEqual([[null, '+353861234567', null]]);
	});

	it('does not let someone else pass the filter by senders', () => {
		const events = changed('messages', {
			messages: [fromAda, { ...fromBob, from: undefined }],
			contacts: [ada],
		});
		const passed = events.filter((event) =>
			matches(event as WhatsAppEvent, {
				...{ triggerOn: ['messages'], statuses: [], phoneNumbers: [], messageTypes: [] },
				...{ keywords: [], keywordMatch: 'contains', senders: ['DE.1', '+4915112345678'] },
			}),
		);
		expect(passed.map(({ messageId }) => messageId)).toEqual(['wamid.1']);
	});

	it('contradicts none of its identities', () => {
		const changedHands = { ...fromAda, from_user_id: 'DE.9' };
		expect(whoWrote([changedHands], [ada])).toEqual([[null, '+4915112345678', 'DE.9']]);
	});

	it('is the only one of the only sender if nothing can be compared', () => {
		const byUserId = { profile: { name: 'Ada' }, user_id: 'DE.1' };
		expect(whoWrote([fromAda], [byUserId])).toEqual([ADA]);
		expect(whoWrote([fromAda, { ...fromAda, id: 'wamid.3' }], [byUserId])).toEqual([ADA, ADA]);
		expect(whoWrote([fromAda, fromBob], [byUserId])).toEqual([
			[null, '+4915112345678', null],
			[null, '+353861234567', null],
		]);
		const nobody = { ...fromAda, from: undefined };
		expect(whoWrote([nobody, { ...nobody, id: 'wamid.3' }], [ada])).toEqual([
			[null, null, null],
			[null, null, null],
		]);
	});

	it('is understood without a list, and survives invalid ones', () => {
		expect(whoWrote(fromAda, ada)).toEqual([ADA]);
		expect(whoWrote([fromAda], [null, 'x', 7, [], { profile: 'x' }, ada])).toEqual([ADA]);
		for (const contacts of [null, 'x', 7, { __proto__: ada }])
			expect(whoWrote([fromAda], contacts)).toEqual([[null, '+4915112345678', null]]);
	});

	const contactsOf = ({ original }: IDataObject) => {
		const { webhook } = original as { webhook: { value?: { contacts?: unknown } } };
		return webhook.value?.contacts;
	};

	it('is in the original of its message, with everything that it says', () => {
		const withPicture = { ...ada, profile: { ...ada.profile, picture: 'p', country_code: 'DE' } };
		const events = changed('messages', {
			...{ metadata, messages: [fromAda, fromBob, { ...fromAda, id: 'wamid.3' }] },
			contacts: [bob, withPicture],
		});
		expect(events.map(contactsOf)).toEqual([[withPicture], [bob], [withPicture]]);
		expect(events.map(({ countryCode }) => countryCode)).toEqual(['DE', undefined, 'DE']);
	});

	it('comes in an item of kind unknown if it matches none of several', () => {
		const value = { metadata, messages: [fromAda, { ...fromAda, id: 'wamid.3' }] };
		const events = changed('messages', { ...value, contacts: [ada, bob] });
		expect(unknownAmong(events).map(partOf)).toEqual([{ contacts: [bob] }]);
		expect(events.map(contactsOf)).toEqual([[ada], [ada], undefined]);
	});

	it('is in the original of a single event, whoever it belongs to', () => {
		for (const contacts of [[ada, bob], [bob], [null, 'x', bob]]) {
			const events = changed('messages', { metadata, messages: [fromAda], contacts });
			expect(events.map(contactsOf)).toEqual([contacts]);
		}
	});

	it('is found among thousands', () => {
		const many = Array.from({ length: 5_000 }, (_, index) => String(10_000_000 + index));
		const messages = many.map((from) => ({ id: `wamid.${from}`, from, type: 'text' }));
		const contacts = many.map((wa_id) => ({ wa_id, profile: { name: wa_id } }));
		const found = whoWrote(messages, contacts.toReversed());
		expect(found.every(([name, from]) => `+${String(name)}` === from)).toBe(true);
	});
});

describe('the contact of a status', () => {
	const statusOf = (status: object, contacts: unknown[]) =>
		changed('messages', { metadata, contacts, statuses: [{ id: 'wamid.1', ...status }] });

	it('names the recipient', () => {
		expect(statusOf({ status: 'read', recipient_id: '4915112345678' }, [ada])).toMatchObject([
			{ to: '+4915112345678', name: 'Ada', username: 'ada', toUserId: 'DE.1' },
		]);
		expect(statusOf({ status: 'read', recipient_id: '353861234567' }, [ada])[0]).not.toHaveProperty(
			'name',
		);
	});

	it('names the participant in a group', () => {
		const status = {
			status: 'read',
			recipient_type: 'group',
			recipient_id: 'Y2FwaQ==',
			recipient_participant_id: '4915112345678',
		};
		expect(statusOf(status, [ada])).toMatchObject([
			{ to: 'Y2FwaQ==', name: 'Ada', participant: '+4915112345678', participantUserId: 'DE.1' },
		]);
	});
});

describe('the contact of a call', () => {
	const calls = (...all: object[]) => changed('calls', { metadata, contacts: [ada], calls: all });

	it('is the customer, who calls or is called', () => {
		const incoming = { id: 'wacid.1', from: '4915112345678', to: '4930901820' };
		expect(calls(incoming)).toMatchObject([{ name: 'Ada', fromUserId: 'DE.1' }]);
		const outgoing = { id: 'wacid.1', from: '4930901820', to: '4915112345678' };
		for (const each of [outgoing, { ...outgoing, direction: 'BUSINESS_INITIATED' }])
			expect(calls(each)).toMatchObject([{ name: 'Ada', toUserId: 'DE.1', from: '+4930901820' }]);
	});

	const DIRECTIONS = ['BUSINESS_INITIATED', 'USER_INITIATED', undefined];

	it.each(DIRECTIONS)('is who is not you, whatever the direction is: %s', (direction) => {
		const asCaller = { id: 'wacid.1', from: '4915112345678', to: '4930901820', direction };
		expect(calls(asCaller)).toMatchObject([
			{ from: '+4915112345678', to: '+4930901820', name: 'Ada', fromUserId: 'DE.1' },
		]);
		const asCallee = { id: 'wacid.1', from: '4930901820', to: '4915112345678', direction };
		expect(calls(asCallee)).toMatchObject([
			{ from: '+4930901820', to: '+4915112345678', name: 'Ada', toUserId: 'DE.1' },
		]);
	});

	it.each([
		['hides the number of who calls', { from_user_id: 'DE.1', to: '4930901820' }, 'fromUserId'],
		['hides the number of who is called', { from: '4930901820', to_user_id: 'DE.1' }, 'toUserId'],
		['names nobody but has a transcript', { event: 'call_transcription_available' }, 'fromUserId'],
		['names only who is called', { to: '4915112345678' }, 'toUserId'],
		['goes by the direction', { to_user_id: 'DE.1', direction: 'BUSINESS_INITIATED' }, 'toUserId'],
		[
			'says only by its direction who is called',
			{ from_user_id: 'DE.9', to_user_id: 'DE.1', direction: 'BUSINESS_INITIATED' },
			'toUserId',
		],
		[
			'says only by its direction who calls',
			{ from_user_id: 'DE.1', to_user_id: 'DE.9', direction: 'USER_INITIATED' },
			'fromUserId',
		],
	])('has a user ID if a call %s', (_name, call, member) => {
		expect(calls({ id: 'wacid.1', ...call })).toMatchObject([{ name: 'Ada', [member]: 'DE.1' }]);
	});

	it('is nobody else', () => {
		const [first, second] = calls(
			{ id: 'wacid.1', from: '4915112345678' },
			{ id: 'wacid.2', from: '353861234567' },
		);
		expect([first?.name, second?.name, second?.fromUserId]).toEqual(['Ada', null, undefined]);
	});
});

describe('the contact of a preference', () => {
	it('is the person whose preference it is', () => {
		const user_preferences = [
			{ wa_id: '353861234567', value: 'stop' },
			{ user_id: 'DE.1', value: 'stop' },
		];
		const events = changed('user_preferences', { contacts: [ada], user_preferences });
		expect(events.map(({ name, from }) => [name, from])).toEqual([
			[null, '+353861234567'],
			['Ada', '+4915112345678'],
		]);
	});
});
