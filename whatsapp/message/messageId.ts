import type { TextRule } from '../../form/rule';

/** WhatsApp's own ID of a message, which events carry. Sending gives another one, AWS's. */
export const WHATSAPP_MESSAGE_ID_RULE: TextRule = {
	maxLength: 512,
	by: 'this node',
	pattern: /^wamid\.\S+$/,
	format: "WhatsApp's message ID (wamid.…) from an event, not the ID that AWS returns when sending",
};
