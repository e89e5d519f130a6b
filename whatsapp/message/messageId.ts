import type { TextRule } from '../../form/rule';
import { id } from '../../form/texts';

/** WhatsApp's own ID of a message, which events carry. Sending gives another one, AWS's. */
export const WHATSAPP_MESSAGE_ID_RULE: TextRule = {
	maxLength: 512,
	by: 'this node',
	pattern: /^wamid\.\S+$/,
	format: "WhatsApp's message ID (wamid.…) from an event, not the ID that AWS returns when sending",
};

/** The message that something is done to: reacting, pinning. */
export const targetMessage = id('Message ID', 'messageId', {
	rule: WHATSAPP_MESSAGE_ID_RULE,
	required: true,
	example: 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
	description:
		"WhatsApp's ID of the target message, from an event. It is not the ID returned by 'Send'.",
});
