import { choice, number } from '../../form/choices';
import { targetMessage } from './messageId';
import type { MessageType } from './messageType';

const action = choice('Action', 'pinAction', { pin: 'Pin', unpin: 'Unpin' }, { default: 'pin' });

const expiration = number('Expires After (Days)', 'expirationDays', {
	min: 1,
	max: 30,
	default: 7,
	description: 'How long the message stays pinned, {min} to {max} days',
	displayOptions: { show: { pinAction: ['pin'] } },
});

/** Pins or unpins a message of a group; `recipient` makes sure that it is one. */
export const pin: MessageType = {
	name: 'Pin',
	value: 'pin',
	groups: 'only',
	description: 'Pin or unpin a message in a group. At most 3 can be pinned at once.',
	fields: [targetMessage, action, expiration],
	content: (form) => {
		const type = action.of(form);
		return {
			type,
			message_id: targetMessage.of(form),
			...(type === 'pin' ? { expiration_days: expiration.of(form) } : {}),
		};
	},
};
