import { id } from '../../form/texts';
import { WHATSAPP_MESSAGE_ID_RULE } from './messageId';

/** The message that something is done to: reacting, pinning. */
export const targetMessage = id('Message ID', 'messageId', {
	rule: WHATSAPP_MESSAGE_ID_RULE,
	required: true,
	example: 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
	description:
		"WhatsApp's ID of the target message, from an event. It is not the ID returned by Send.",
});
