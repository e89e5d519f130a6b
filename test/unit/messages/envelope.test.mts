import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { envelopeOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

const ADA = '+4915112345678';
const GROUP = 'Y2FwaV9ncm91cDox';
const WAMID = 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE=';

describe('the recipient', () => {
	it('is a person by phone number unless something else is chosen', () => {
		const expected = {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: ADA,
			type: 'text',
		};
		expect(envelopeOf({ to: '0049 151 1234-5678' })).toEqual(expected);
		expect(envelopeOf({ to: ADA, recipientType: 'individual' })).toEqual(expected);
	});

	it.each(['DE.13491208655302741918', 'US.ENT.1349abcXYZ', ' DE.13491208655302741918 '])(
		'is a person by user ID: %s',
		(to) => {
			expect(envelopeOf({ to })).toEqual({
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				recipient: to.trim(),
				type: 'text',
			});
		},
	);

	it.each(['de.1349', 'DEU.1349', 'DE.', 'DE.13 49', 'DE.ENT.', 'DE-1349', 'DE.1349-1'])(
		'is not %s, which is neither number nor user ID',
		(to) => {
			expect(refusalOf(() => envelopeOf({ to })).message).toBe(
				"'To' is not an international phone number",
			);
		},
	);

	it.each(['text', 'audio', 'document', 'image', 'sticker', 'video', 'template', 'pin'])(
		'may be a group for the type %s',
		(type) => {
			expect(envelopeOf({ recipientType: 'group', to: ` ${GROUP} ` }, type)).toEqual({
				messaging_product: 'whatsapp',
				recipient_type: 'group',
				to: GROUP,
				type,
			});
		},
	);

	it.each(['interactive', 'contacts', 'location', 'reaction'])(
		'is not a group for the type %s, which WhatsApp does not allow there',
		(type) => {
			const { message, description } = refusalOf(() =>
				envelopeOf({ recipientType: 'group', to: GROUP }, type),
			);
			expect(message).toBe("'Send To' cannot be a group for this type of message");
			expect(description).toContain(
				'Groups accept only: audio, document, image, pin, sticker, text, video, template.',
			);
		},
	);

	it('is a group for a pin', () => {
		expect(refusalOf(() => envelopeOf({ to: ADA }, 'pin')).message).toBe(
			"'Send To' is not a group",
		);
	});

	it.each(['', ' ', 'a b', 'a\nb', '<b>', 'é', 'x'.repeat(513), null])(
		'is not the group %p',
		(to) => {
			const { message } = refusalOf(() => envelopeOf({ recipientType: 'group', to }));
			expect(message).toContain("'To'");
		},
	);

	it.each(['Group', 'person', 'constructor'])('is not of the kind %s', (recipientType) => {
		expect(refusalOf(() => envelopeOf({ to: ADA, recipientType })).message).toBe(
			"'Send To' has an unknown value",
		);
	});
});

describe('a reply', () => {
	it('quotes its message', () => {
		expect(envelopeOf({ to: ADA, options: { contextMessageId: ` ${WAMID} ` } })).toMatchObject({
			context: { message_id: WAMID },
		});
	});

	it('does not exist without a message', () => {
		expect(envelopeOf({ to: ADA, options: { contextMessageId: '' } })).not.toHaveProperty(
			'context',
		);
	});

	it.each(['8b3f2f0a-6f6e-4c1e-9d53-000000000000', 'wamid.', 'wamid.a b', WAMID.repeat(20)])(
		'does not quote %s',
		(contextMessageId) => {
			expect(
				refusalOf(() => envelopeOf({ to: ADA, options: { contextMessageId } })).message,
			).toContain("'Reply to Message ID'");
		},
	);

	it('does not exist for a reaction, which names its message itself', () => {
		const values = { to: ADA, options: { contextMessageId: WAMID } };
		expect(refusalOf(() => envelopeOf(values, 'reaction')).message).toBe(
			"'Reply to Message ID' cannot be used with a reaction",
		);
	});
});

describe('correlation data', () => {
	const dataOf = (bizOpaqueCallbackData: unknown) =>
		envelopeOf({ to: ADA, options: { bizOpaqueCallbackData } }).biz_opaque_callback_data;

	it.each(HOSTILE_TEXTS)('keep %s', (_name, text) => {
		expect(dataOf(text)).toBe(text);
	});

	it.each(['x', '👍'])('may have 512 characters (%s)', (character) => {
		expect(dataOf(character.repeat(512))).toBe(character.repeat(512));
		expect(refusalOf(() => dataOf(character.repeat(513))).message).toBe(
			"'Correlation Data' is too long",
		);
	});

	it.each(['', null, undefined])('are left out when they are %p', (value) => {
		expect(dataOf(value)).toBeUndefined();
	});

	// Within a collection, a locator counts as its value.
	it.each(NOT_TEXT.filter(([name]) => name !== 'a resource locator'))(
		'are not %s',
		(_name, value) => {
			expect(refusalOf(() => dataOf(value)).message).toBe("'Correlation Data' is not text");
		},
	);
});

describe('the identity of the recipient', () => {
	it('is sent unchanged', () => {
		const options = { recipientIdentityKeyHash: 'DF2lS5v2W6x=' };
		expect(envelopeOf({ to: ADA, options })).toMatchObject({
			recipient_identity_key_hash: 'DF2lS5v2W6x=',
		});
	});
});
