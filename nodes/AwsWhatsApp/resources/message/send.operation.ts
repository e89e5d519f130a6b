import type { INodeProperties } from 'n8n-workflow';
import { variantFields, variantOptions } from '../../../../form/variants';
import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOption } from '../../fields/metaApiVersion';
import { mediaSourceFields } from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { envelopeOptions } from '../../../../whatsapp/message/envelope';
import { messageTypes } from '../../../../whatsapp/message/messageTypes';
import { recipientFields } from '../../../../whatsapp/message/recipient';
import { properties } from '../../../../form/field';
import type { Operation } from '../../../../engine/operation';
import { CUSTOM_JSON, messageVariants } from './messageVariants';
import { sendPlan } from './sending';

const mediaTypes = messageTypes.filter(({ media }) => media).map(({ value }) => value);

const notForCustomJson = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { hide: { '/messageType': [CUSTOM_JSON] } },
});

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
		...recipientFields.map(notForCustomJson),
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			options: variantOptions(messageVariants),
			default: 'text',
		},
		...mediaSourceFields(['binary', 'link', 'mediaId', 'presignedUrl', 's3Object'], {
			messageType: mediaTypes,
		}),
		...variantFields('messageType', messageVariants),
		optionsField(
			...envelopeOptions.map(notForCustomJson),
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
	plan: sendPlan,
};
