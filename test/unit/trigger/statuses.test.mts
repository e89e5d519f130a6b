import type { IDataObject } from 'n8n-workflow';
import { eventsIn } from '../../../whatsapp/events/events.ts';
import {
	ACCOUNT_ID,
	entryOf,
	keyOf,
	messagesValue,
	META_NUMBER,
	metadata,
	NUMBER_ID,
	published,
	WABA,
	WAMID,
	webhookOf,
} from './published.mts';

const UUID = '0e1b6f66-4f0c-4a0c-9a73-0f8f5c7f6a01';

function statusOf(status: object, further: object = {}): IDataObject {
	const given = { id: WAMID, timestamp: '1795509654', recipient_id: '4915112345678', ...status };
	const value = messagesValue({ statuses: [given] });
	const [event, ...others] = eventsIn(published(entryOf('messages', value), further));
	if (!event || others.length > 0) throw new Error('not one event');
	return event;
}

const common = {
	kind: 'status',
	messageId: WAMID,
	awsMessageId: null,
	timestamp: '2026-11-24T08:40:54.000Z',
	to: '+4915112345678',
	recipientType: 'individual',
	originationPhoneNumberId: NUMBER_ID,
	metaPhoneNumberId: META_NUMBER,
	phoneNumber: '+4930901820',
	businessAccountId: ACCOUNT_ID,
	wabaId: WABA,
};

describe('the item of a status', () => {
	it.each(['accepted', 'sent', 'delivered', 'read', 'played', 'deleted', 'warning'])(
		'says %s',
		(status) => {
			const given = { id: WAMID, timestamp: '1795509654', recipient_id: '4915112345678', status };
			expect(statusOf({ status })).toEqual({
				...common,
				status,
				dedupeKey: keyOf('status', WAMID, status),
				original: {
					...given,
					webhook: webhookOf('messages', { messaging_product: 'whatsapp', metadata }),
				},
			});
		},
	);

	it('contains price, conversation, correlation data and the ID that AWS gave the sender', () => {
		const event = statusOf(
			{
				status: 'sent',
				biz_opaque_callback_data: 'order-4711',
				recipient_user_id: 'DE.1',
				recipient_identity_key_hash: 'k',
				template_id: 123,
				conversation: {
					id: 'c1',
					expiration_timestamp: '1795596054',
					origin: { type: 'utility' },
				},
				pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
			},
			{ messageId: UUID },
		);
		expect(event).toMatchObject({
			awsMessageId: UUID,
			bizOpaqueCallbackData: 'order-4711',
			toUserId: 'DE.1',
			identityKeyHash: 'k',
			templateId: '123',
			conversation: { id: 'c1', expiresAt: '2026-11-25T08:40:54.000Z', originType: 'utility' },
			pricing: { billable: true, model: 'PMP', type: 'regular', category: 'utility' },
		});
	});

	const price = { billable: true, pricing_model: 'PMP', category: 'group_marketing' };
	const told = { billable: true, model: 'PMP', category: 'group_marketing' };

	it.each([
		['beside the conversation', { conversation: { id: 'c' }, pricing: price }],
		['inside the conversation', { conversation: { id: 'c', pricing: price } }],
		['inside and beside it', { conversation: { pricing: { category: 'x' } }, pricing: price }],
		['without a conversation', { pricing: price }],
		['inside one without anything else', { conversation: { pricing: price } }],
		[
			'of a group',
			{
				recipient_type: 'group',
				recipient_participant_id: '4915112345678',
				conversation: { id: 'c', origin: { type: 'group_marketing' }, pricing: price },
			},
		],
	])('contains the price that is %s', (_name, members) => {
		expect(statusOf({ status: 'read', ...members }).pricing).toEqual(told);
	});

	it('says why a message has failed', () => {
		const errors = [
			{
				code: 131049,
				title: 'Not delivered',
				message: 'Not delivered',
				error_data: { details: 'To maintain a healthy ecosystem' },
				href: 'https://developers.facebook.com/docs',
			},
		];
		expect(statusOf({ status: 'failed', errors }).errors).toEqual([
			{
				code: 131049,
				title: 'Not delivered',
				message: 'Not delivered',
				details: 'To maintain a healthy ecosystem',
				href: 'https://developers.facebook.com/docs',
			},
		]);
	});

	it("says failed if AWS gave up, with AWS's text", () => {
		const words = 'Message retries exhausted, dropping message.';
		expect(statusOf({ status: words })).toMatchObject({
			status: 'failed',
			dedupeKey: keyOf('status', WAMID, 'failed'),
			errors: [{ title: words }],
			original: { status: words },
		});
	});

	it('distinguishes the members of a group', () => {
		const event = statusOf({
			status: 'read',
			recipient_type: 'group',
			recipient_id: 'Y2FwaQ==',
			recipient_participant_id: '4915112345678',
		});
		expect(event).toMatchObject({
			to: 'Y2FwaQ==',
			recipientType: 'group',
			participant: '+4915112345678',
			dedupeKey: keyOf('status', WAMID, 'read'),
		});
	});

	it.each([
		['recipient_participant_id', 'recipient_participant_user_id'],
		['participant_recipient_id', 'participant_recipient_user_id'],
		['recipient_participant_id', 'participant_user_recipient_id'],
		['participant_id', 'participant_user_id'],
		['id_participant', 'user_id_participant'],
	])('names the member of a group in one way, spelled %s and %s', (number, userId) => {
		const parent = userId.replace('user', 'parent_user');
		const event = statusOf({
			status: 'delivered',
			recipient_id: '120363000000000001',
			[number]: '4915112345678',
			[userId]: 'DE.1',
			[parent]: 'DE.ENT.1',
		});
		expect(event).toMatchObject({
			to: '120363000000000001',
			recipientType: 'group',
			participant: '+4915112345678',
			participantUserId: 'DE.1',
			participantParentUserId: 'DE.ENT.1',
		});
		expect(event).not.toHaveProperty('toUserId');
	});

	it.each(['recipient_parent_user_id', 'parent_recipient_user_id'])(
		'names the parent account of the recipient, spelled %s',
		(name) => {
			expect(
				statusOf({ status: 'read', recipient_user_id: 'DE.1', [name]: 'DE.ENT.1' }),
			).toMatchObject({ to: '+4915112345678', toUserId: 'DE.1', toParentUserId: 'DE.ENT.1' });
		},
	);

	it.each(['__proto__', 'constructor', 'recipient__participant__id', '_', ''])(
		'is not confused by a member named %j',
		(name) => {
			const status = JSON.parse(`{"status":"read",${JSON.stringify(name)}:"1"}`);
			expect(statusOf(status)).toMatchObject({ to: '+4915112345678', recipientType: 'individual' });
		},
	);

	it('keeps the payment of an order', () => {
		const payment = { reference_id: 'order-1', amount: { value: 100, offset: 100 } };
		expect(statusOf({ status: 'captured', type: 'payment', payment })).toMatchObject({
			type: 'payment',
			payment,
		});
	});

	it("is identified by AWS's ID if WhatsApp has none yet", () => {
		expect(statusOf({ id: undefined, status: 'accepted' }, { messageId: UUID })).toMatchObject({
			messageId: null,
			dedupeKey: keyOf('status', UUID, 'accepted'),
		});
	});

	it.each([
		['no status', {}],
		['a status that is a number', { status: 7 }],
		['a status that is an object', { status: { a: 1 } }],
		['errors that are none', { status: 'failed', errors: 'many' }],
		['errors that are empty', { status: 'failed', errors: [null, {}, 'x'] }],
	])('exists for %s', (_name, status) => {
		expect(statusOf(status)).toMatchObject({ kind: 'status', messageId: WAMID });
	});
});
