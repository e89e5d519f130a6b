import { TYPES } from './messageTypes.mts';
import { conversation_context } from './appSamples.mts';
import {
	ACCOUNT_ID,
	changed,
	contact,
	keyOf,
	META_NUMBER,
	metadata,
	NUMBER_ID,
	received,
	WABA,
	WAMID,
	webhookOf,
} from './published.mts';

const common = {
	kind: 'message',
	dedupeKey: keyOf('message', WAMID),
	messageId: WAMID,
	from: '+4915112345678',
	name: 'Ada Example',
	timestamp: '2026-11-24T08:40:54.000Z',
	replyTo: '+4915112345678',
	recipientType: 'individual',
	originationPhoneNumberId: NUMBER_ID,
	metaPhoneNumberId: META_NUMBER,
	phoneNumber: '+4930901820',
	businessAccountId: ACCOUNT_ID,
	wabaId: WABA,
	fromUserId: null,
};

describe('the item of a received message', () => {
	it.each(TYPES)('reports %s, with the original', (_name, message, expected) => {
		const { type } = message as { type: string };
		const original = {
			...{ from: '4915112345678', id: WAMID, timestamp: '1795509654', ...message },
			webhook: webhookOf('messages', {
				...{ messaging_product: 'whatsapp', metadata, contacts: [contact] },
			}),
		};
		expect(received(message)).toEqual({ ...common, type, ...expected, original });
	});

	it("reports the sender's country, and what another app has said before", () => {
		const [event] = changed('messages', {
			metadata,
			contacts: [{ ...contact, profile: { name: 'Ada', country_code: 'DE' } }],
			messages: [{ id: WAMID, from: '4915112345678', type: 'text' }],
			conversation_context,
		});
		expect(event).toMatchObject({
			countryCode: 'DE',
			conversationContext: { type: 'summary', summary: 'Ada asks when it opens.' },
			original: { webhook: { value: { conversation_context } } },
		});
	});

	it('reports a forwarded message, a reply and a product in question', () => {
		const context = {
			from: '4930901820',
			id: 'wamid.D',
			forwarded: true,
			frequently_forwarded: true,
			referred_product: { catalog_id: '194', product_retailer_id: 'di9' },
		};
		expect(received({ type: 'text', text: { body: 'x' }, context }).context).toEqual({
			messageId: 'wamid.D',
			from: '+4930901820',
			forwarded: true,
			frequentlyForwarded: true,
			referredProduct: { catalogId: '194', productRetailerId: 'di9' },
		});
	});

	it('reports the ad that led to it, as WhatsApp does', () => {
		const referral = { source_type: 'ad', source_id: '120', ctwa_clid: 'Aff', headline: 'Blue!' };
		expect(received({ type: 'text', text: { body: 'x' }, referral }).referral).toEqual(referral);
	});

	it('answers people with a hidden number by their user ID', () => {
		const hidden = {
			profile: { name: 'Ada', username: '@ada' },
			user_id: 'DE.13491208655302741918',
		};
		const message = {
			from: undefined,
			from_user_id: 'DE.13491208655302741918',
			from_parent_user_id: 'DE.ENT.1',
			type: 'text',
			text: { body: 'x' },
		};
		expect(received(message, [hidden])).toMatchObject({
			from: null,
			fromUserId: 'DE.13491208655302741918',
			fromParentUserId: 'DE.ENT.1',
			username: '@ada',
			name: 'Ada',
			replyTo: 'DE.13491208655302741918',
			recipientType: 'individual',
		});
	});

	it('answers a group as a group', () => {
		const message = { type: 'text', text: { body: 'x' }, group_id: 'Y2FwaV9ncm91cDox' };
		expect(received(message)).toMatchObject({
			from: '+4915112345678',
			groupId: 'Y2FwaV9ncm91cDox',
			replyTo: 'Y2FwaV9ncm91cDox',
			recipientType: 'group',
		});
	});

	it('names the right one of several people', () => {
		const others = [
			{ profile: { name: 'Bob' }, wa_id: '1' },
			{ profile: { name: 'Ada' }, wa_id: '4915112345678' },
		];
		expect(received({ type: 'text' }, others).name).toBe('Ada');
		expect(received({ type: 'text' }, [others[0] ?? {}, { wa_id: '2' }]).name).toBeNull();
	});

	it('keeps the identity check of the sender', () => {
		const identity = { acknowledged: true, created_timestamp: '1795509654', hash: 'h' };
		const withHash = {
			...{ profile: { name: 'Ada' }, wa_id: '4915112345678' },
			identity_key_hash: 'k',
		};
		expect(received({ type: 'text', identity }, [withHash])).toMatchObject({
			identity,
			identityKeyHash: 'k',
		});
	});

	it.each([
		['text without content', { type: 'text' }],
		['text that is a list', { type: 'text', text: ['x'] }],
		['a body that is an object', { type: 'text', text: { body: { toString: 'x' } } }],
		['no type', { text: { body: 'x' } }],
		['a type that is an object', { type: { a: 1 } }],
		['a type that every object has', { type: 'constructor', constructor: { body: 'x' } }],
		['media that is null', { type: 'image', image: null }],
		['contacts that are none', { type: 'contacts', contacts: 'none' }],
		[
			'interactive of an inherited type',
			{ type: 'interactive', interactive: { type: '__proto__' } },
		],
		['an edit of an edit', { type: 'edit', edit: { message: { type: 'edit', edit: {} } } }],
		['a time that is none', { type: 'text', timestamp: 'yesterday' }],
		['a time beyond all calendars', { type: 'text', timestamp: '9'.repeat(30) }],
	])('exists for a message with %s', (_name, message) => {
		const event = received(message);
		expect(event).toMatchObject({ kind: 'message', messageId: WAMID });
		expect(typeof event.text).toBe('string');
		expect(Number.isNaN(Date.parse(String(event.timestamp)))).toBe(false);
	});
});
