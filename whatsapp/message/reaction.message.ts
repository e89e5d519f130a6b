import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { oneOf } from '../../form/readers';
import { quoted } from '../../form/rule';
import type { MessageType } from './messageType';
import { targetMessageField, targetMessageId } from './targetMessage';

const PICTURE =
	'\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F|[\\u{E0020}-\\u{E007E}]+\\u{E007F})?';

/** One emoji: a flag, a key, or pictures that are joined. Source: UTS #51, section 1.4.9. */
const EMOJI = new RegExp(
	`^(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${PICTURE}(?:\\u200D${PICTURE}){0,9})$`,
	'u',
);

function emoji(form: Form): string {
	const text = form.id('emoji');
	if (!EMOJI.test(text)) {
		throw new FieldError(
			`'${form.label('emoji')}' is not exactly one emoji`,
			`You gave ${quoted(text)}. Enter a single emoji, without any other character.`,
		);
	}
	return text;
}

export const reaction: MessageType = {
	name: 'Reaction',
	value: 'reaction',
	description: 'An emoji on a message',
	fields: [
		targetMessageField,
		{
			displayName: 'Action',
			name: 'reactionAction',
			type: 'options',
			options: [
				{
					name: 'React',
					value: 'add',
					description: 'Put an emoji on the message, in place of an earlier one',
				},
				{ name: 'Remove Reaction', value: 'remove', description: 'Take the emoji away' },
			],
			default: 'add',
		},
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '',
			required: true,
			description: 'Exactly one',
			displayOptions: { show: { reactionAction: ['add'] } },
		},
	],
	content: (form) => {
		const action = form.member('reactionAction', oneOf(['add', 'remove']));
		return {
			message_id: targetMessageId(form),
			emoji: action === 'remove' ? '' : emoji(form),
		};
	},
};
