import { oneOf } from '../../form/readers';
import type { MessageType } from './messageType';
import { targetMessageField, targetMessageId } from './targetMessage';

/** WhatsApp's limits, in days, and what the form begins with. */
const EXPIRATION = { min: 1, max: 30, fallback: 7 };

/** Pins or unpins a message of a group; `recipient` sees to it that it is one. */
export const pin: MessageType = {
	name: 'Pin',
	value: 'pin',
	description: 'Keep a message on top of a group, or stop that. At most 3 are pinned at once.',
	fields: [
		targetMessageField,
		{
			displayName: 'Action',
			name: 'pinAction',
			type: 'options',
			options: [
				{ name: 'Pin', value: 'pin' },
				{ name: 'Unpin', value: 'unpin' },
			],
			default: 'pin',
		},
		{
			displayName: 'Expires After (Days)',
			name: 'expirationDays',
			type: 'number',
			typeOptions: { minValue: EXPIRATION.min, maxValue: EXPIRATION.max },
			default: 7,
			description: 'How long the message stays pinned, 1 to 30 days',
			displayOptions: { show: { pinAction: ['pin'] } },
		},
	],
	content: (form) => {
		const type = form.member('pinAction', oneOf(['pin', 'unpin'])) ?? 'pin';
		return {
			type,
			message_id: targetMessageId(form),
			...(type === 'pin' ? { expiration_days: form.number('expirationDays', EXPIRATION) } : {}),
		};
	},
};
