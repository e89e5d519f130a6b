import { text } from '../../../form/texts';
import { asked } from '../send/component';
import { buttonText } from './buttonText';
import { buttonComponent, buttonNames, textInQuotes, type BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';

/** Not documented for templates; the limit of the same IDs on reply buttons. */
const max = 256;

/** What comes back may be chosen, and is the button's text otherwise. */
const send: BuildButton = (button) => {
	const payload = asked(text(...buttonNames(button, 'payload', 'Payload'), { max }), {
		mark: textInQuotes(button),
		about: 'payload returned with the reply',
	});
	return {
		fields: [payload],
		component: (form) => {
			const given = payload.of(form);
			return given.trim() === ''
				? undefined
				: buttonComponent(button, 'quick_reply', { type: 'payload', payload: given });
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
		isReply: true,
		fields: [buttonText],
		members: (row) => ({ text: buttonText.of(row) }),
	},
	send,
	library: NO_INPUT,
};
