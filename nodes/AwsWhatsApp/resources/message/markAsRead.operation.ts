import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOf, metaApiVersion } from '../../fields/metaApiVersion';
import { WHATSAPP_MESSAGE_ID_RULE } from '../../../../whatsapp/message/messageId';
import { flag } from '../../../../form/choices';
import { jsonBlob } from '../../../../form/json';
import { id } from '../../../../form/texts';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

const messageId = id('Message ID', 'messageId', {
	rule: WHATSAPP_MESSAGE_ID_RULE,
	required: true,
	example: 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
	description: "WhatsApp's ID of the received message. Earlier messages are marked as well.",
});

const typingIndicator = flag('Show Typing Indicator', 'typingIndicator', {
	default: false,
	description:
		'Whether to show a typing indicator until your reply arrives, for at most 25 seconds',
});

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark message as read',
	description: 'Show the customer the blue check marks and, optionally, a typing indicator',
	awsAction: 'SendWhatsAppMessage',
	effect: 'repeatable',
	fields: [inBody(originationPhoneNumber), messageId, typingIndicator],
	options: [metaApiVersion],
	compose: (form) => {
		const message = {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: messageId.of(form),
			...(typingIndicator.of(form) ? { typing_indicator: { type: 'text' } } : {}),
		};
		return {
			message: jsonBlob(message, form.label(messageId), 2048),
			metaApiVersion: metaApiVersionOf(form),
		};
	},
	result: (answer, { form }) => ({
		success: true,
		messageId: answer.messageId,
		readMessageId: messageId.of(form),
	}),
};
