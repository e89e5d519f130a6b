import { buttonText } from './buttonText';
import {
	buttonComponent,
	buttonId,
	buttonLabel,
	textInQuotes,
	type BuildButton,
} from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';

/** Not documented for templates; the limit of the same IDs on reply buttons. */
const MAX_PAYLOAD = 256;

/** What comes back may be chosen, and is the button's text otherwise. */
const send: BuildButton = (button) => {
	const id = buttonId(button, 'Payload');
	const shortLabel = buttonLabel(button, 'payload');
	return {
		fields: [
			{
				id,
				label: `${shortLabel}${textInQuotes(button)}: payload returned with the reply`,
				shortLabel,
				type: 'string',
				required: false,
			},
		],
		component: (form) => {
			const payload = form.limitedText(id, MAX_PAYLOAD);
			return payload.trim() === ''
				? undefined
				: buttonComponent(button, 'quick_reply', { type: 'payload', payload });
		},
	};
};

/** A button that sends an answer. */
export const quickReply: TemplateButton = {
	name: 'Quick Reply',
	value: 'QUICK_REPLY',
	create: {
		description: 'Sends a reply',
		on: ['template', 'card'],
		max: 10,
		fields: [buttonText],
		members: (row) => ({ text: buttonText.of(row) }),
	},
	send,
	library: NO_INPUT,
};
