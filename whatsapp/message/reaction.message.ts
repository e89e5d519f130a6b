import { choice } from '../../form/choices';
import { id } from '../../form/texts';
import { targetMessage } from './messageId';
import type { MessageType } from './messageType';

const PICTURE =
	'\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F|[\\u{E0020}-\\u{E007E}]+\\u{E007F})?';

/** One emoji: a flag, a key, or pictures that are joined. Source: UTS #51, section 1.4.9. */
const EMOJI = new RegExp(
	`^(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${PICTURE}(?:\\u200D${PICTURE}){0,9})$`,
	'u',
);

const action = choice(
	'Action',
	'reactionAction',
	{
		add: ['Add Reaction', 'Adds an emoji to the message and replaces your earlier reaction'],
		remove: ['Remove Reaction', 'Removes your emoji from the message'],
	},
	{ default: 'add' },
);

const emoji = id('Emoji', 'emoji', {
	rule: { pattern: EMOJI, format: 'a single emoji, without any other character' },
	required: true,
	description: 'Exactly one emoji',
	displayOptions: { show: { reactionAction: ['add'] } },
});

export const reaction: MessageType = {
	name: 'Reaction',
	value: 'reaction',
	answers: true,
	description: 'An emoji on a message',
	fields: [targetMessage, action, emoji],
	content: (form) => ({
		message_id: targetMessage.of(form),
		emoji: action.of(form) === 'remove' ? '' : emoji.of(form),
	}),
};
