import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

const messageId = 'wamid.HBgA';

describe('a pin', () => {
	it('keeps a message on top for some days, or releases it', () => {
		expect(contentOf('pin', { pinAction: 'pin', messageId, expirationDays: 30 })).toEqual({
			type: 'pin',
			message_id: messageId,
			expiration_days: 30,
		});
		expect(contentOf('pin', { pinAction: 'unpin', messageId, expirationDays: 99 })).toEqual({
			type: 'unpin',
			message_id: messageId,
		});
	});

	it.each([undefined, null, ''])('lasts 7 days by default: %p', (expirationDays) => {
		expect(contentOf('pin', { messageId, expirationDays })).toEqual({
			type: 'pin',
			message_id: messageId,
			expiration_days: 7,
		});
	});

	it.each([1, '1', 30])('may last %p days', (expirationDays) => {
		expect(contentOf('pin', { messageId, expirationDays })).toEqual({
			type: 'pin',
			message_id: messageId,
			expiration_days: Number(expirationDays),
		});
	});

	it.each([0, 31, -1, 1.5, 'a week', NaN, true, {}, [], [7]])(
		'does not last %p days',
		(expirationDays) => {
			expect(refusalOf(() => contentOf('pin', { messageId, expirationDays })).message).toBe(
				"'Expires After (Days)' is not a whole number from 1 to 30",
			);
		},
	);

	it('does not accept any other action', () => {
		expect(refusalOf(() => contentOf('pin', { pinAction: 'stick', messageId })).message).toBe(
			"'Action' has an unknown value",
		);
	});
});

describe.each([
	['pin', { pinAction: 'unpin' }],
	['reaction', { reactionAction: 'remove' }],
])('the message that a %s is about', (type, values) => {
	const refused = (id: unknown) => refusalOf(() => contentOf(type, { ...values, messageId: id }));

	it('may have spaces around its ID', () => {
		expect(contentOf(type, { ...values, messageId: ' wamid.HBgA\n' })).toMatchObject({
			message_id: 'wamid.HBgA',
		});
	});

	it.each(['', ' ', null, undefined])('must be named, unlike %p', (id) => {
		expect(refused(id).message).toBe("'Message ID' is empty");
	});

	it.each([
		'0ad1c2d3-1234-4f5e-9abc-0123456789ab',
		'wamid.',
		'wamid.a b',
		17,
		...HOSTILE_TEXTS.map(([, text]) => text),
	])("is named by WhatsApp's own ID, not by %p", (id) => {
		const { message, description } = refused(id);
		expect(message).toBe("'Message ID' has an invalid format");
		expect(description).toContain('wamid.');
	});

	it('has an ID of reasonable length', () => {
		expect(refused(`wamid.${'x'.repeat(10_240)}`).message).toBe("'Message ID' is too long");
	});

	it.each(NOT_TEXT)('is not %s', (_name, id) => {
		expect(refused(id).message).toBe("'Message ID' is not text");
	});
});
