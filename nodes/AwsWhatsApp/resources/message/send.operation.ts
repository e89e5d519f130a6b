import { untyped } from '../../../../form/field';
import { fieldsOfVariants, hiddenWhen } from '../../../../form/variants';
import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersion } from '../../fields/metaApiVersion';
import { mediaSourceFields } from '../../../../whatsapp/media/fields';
import { keepS3Object, keyPrefix } from '../../../../whatsapp/media/bucket';
import { optionsField } from '../../../../engine/fields/options';
import { envelopeOptions } from '../../../../whatsapp/message/envelope';
import { messageTypes } from '../../../../whatsapp/message/messageTypes';
import { recipientFields } from '../../../../whatsapp/message/recipient';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { CUSTOM_JSON, messageType, messageVariants } from './messageVariants';
import { sendPlan } from './sending';
import { previewOnly, returnMessage } from './sendOptions';

const mediaTypes = messageTypes.filter(({ media }) => media).map(({ value }) => value);

const notForCustomJson = { '/messageType': [CUSTOM_JSON] };

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a WhatsApp message to a person or a group',
	request: { method: 'POST', url: '/v1/whatsapp/send' },
	permissions: [
		'SendWhatsAppMessage',
		'PostWhatsAppMessageMedia',
		'GetLinkedWhatsAppBusinessAccountPhoneNumber',
		'GetWhatsAppMessageTemplate',
	],
	effect: 'once',
	fields: [
		inBody(originationPhoneNumber),
		...hiddenWhen(notForCustomJson, recipientFields.map(untyped)),
		messageType,
		...mediaSourceFields(['binary', 'link', 'mediaId', 'presignedUrl', 's3Object'], {
			messageType: mediaTypes,
		}),
		...fieldsOfVariants(messageType, messageVariants),
		optionsField(
			...hiddenWhen(notForCustomJson, envelopeOptions.map(untyped)),
			keepS3Object,
			keyPrefix,
			metaApiVersion,
			previewOnly,
			returnMessage,
			...messageTypes.flatMap(({ options = [] }) => options),
		),
	],
	plan: sendPlan,
};
