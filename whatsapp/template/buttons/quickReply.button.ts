import { buttonComponent, buttonId, buttonLabel, buttonText, type BuildButton } from './sentButton';

/** Not documented for templates; the limit of the same IDs on reply buttons. */
const MAX_PAYLOAD = 256;

/** A reply button: what comes back may be chosen, and is the button's text otherwise. */
export const quickReplyButton: BuildButton = (button) => {
	const id = buttonId(button, 'Payload');
	const shortLabel = buttonLabel(button, 'payload');
	return {
		fields: [
			{
				id,
				label: `${shortLabel}${buttonText(button)}: what comes back with the reply`,
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
