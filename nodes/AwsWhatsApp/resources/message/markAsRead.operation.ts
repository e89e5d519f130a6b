import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOf, metaApiVersionOption } from '../../fields/metaApiVersion';
import { optionsField } from '../../../../engine/fields/options';
import { WHATSAPP_MESSAGE_ID_RULE } from '../../../../whatsapp/message/messageId';
import { jsonBlob } from '../../../../form/json';
import type { Operation } from '../../../../engine/operation';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark message as read',
	description: 'Show the customer the blue ticks, and, if you like, that an answer is being typed',
	awsAction: 'SendWhatsAppMessage',
	effect: 'repeatable',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
			description: "WhatsApp's ID of the received message. Earlier messages are marked as well.",
		},
		{
			displayName: 'Show Typing Indicator',
			name: 'typingIndicator',
			type: 'boolean',
			default: false,
			description:
				'Whether the customer sees that an answer is being typed, until it comes or for 25 seconds',
		},
		optionsField(metaApiVersionOption),
	],
	compose: (form) => {
		const label = form.label('messageId');
		const message = {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: form.id('messageId', WHATSAPP_MESSAGE_ID_RULE),
			...(form.flag('typingIndicator') ? { typing_indicator: { type: 'text' } } : {}),
		};
		return { message: jsonBlob(message, label, 2048), metaApiVersion: metaApiVersionOf(form) };
	},
	result: ({ messageId }, { form }) => ({
		success: true,
		messageId,
		readMessageId: form.id('messageId'),
	}),
};
