import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOption } from '../../fields/metaApiVersion';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { envelopeOptions } from '../../../../whatsapp/message/envelope';
import { messageTypes } from '../../../../whatsapp/message/messageTypes';
import { recipientFields } from '../../../../whatsapp/message/recipient';
import { properties, withLook, type Field } from '../../../../form/field';
import type { Operation } from '../../../../engine/operation';
import { CUSTOM_JSON, messageFields } from './messageVariants';
import { sendTask } from './sending';

const notForCustomJson = (fields: Field[]): Field[] =>
	fields.map((field) =>
		withLook(field, { displayOptions: { hide: { '/messageType': [CUSTOM_JSON] } } }),
	);

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a WhatsApp message to a person or a group',
	awsAction: 'SendWhatsAppMessage',
	furtherActions: [
		'PostWhatsAppMessageMedia',
		'GetLinkedWhatsAppBusinessAccountPhoneNumber',
		'GetWhatsAppMessageTemplate',
	],
	effect: 'once',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		...notForCustomJson(recipientFields),
		...messageFields,
		optionsField(
			...properties(notForCustomJson(envelopeOptions)),
			keepS3ObjectOption,
			keyPrefixOption,
			metaApiVersionOption,
			{
				displayName: 'Preview Only',
				name: 'previewOnly',
				type: 'boolean',
				default: true,
				description:
					'Whether to compose and check the message without sending it, and to give it as output',
			},
			{
				displayName: 'Return Message',
				name: 'returnMessage',
				type: 'boolean',
				default: true,
				description: 'Whether the output holds the whole message as it was sent',
			},
			...properties(messageTypes.flatMap(({ options = [] }) => options)),
		),
	],
	prepare: sendTask,
};
