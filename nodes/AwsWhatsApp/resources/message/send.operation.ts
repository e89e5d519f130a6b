import type { Field } from '../../../../form/field';
import { hiddenWhen } from '../../../../form/variants';
import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersion } from '../../fields/metaApiVersion';
import { keepS3Object, keyPrefix } from '../../../../whatsapp/media/bucket';
import { rememberForCleanUp } from '../../../../whatsapp/media/remembering';
import { envelopeOptions } from '../../../../whatsapp/message/envelope';
import { messageTypes } from '../../../../whatsapp/message/messageTypes';
import { recipientFields } from '../../../../whatsapp/message/recipient';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { CUSTOM_JSON, messageFields } from './messageVariants';
import { laneOf, messagesPerSecond } from './pace';
import { onceOptions } from './onceOptions';
import { sendTask } from './sending';
import { previewOnly, returnMessage } from './sendOptions';

const notForCustomJson = (fields: Field[]): Field[] =>
	hiddenWhen({ '/messageType': [CUSTOM_JSON] }, fields);

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
	fields: [inBody(originationPhoneNumber), ...notForCustomJson(recipientFields), ...messageFields],
	options: [
		...notForCustomJson(envelopeOptions),
		keepS3Object,
		keyPrefix,
		messagesPerSecond,
		...onceOptions,
		metaApiVersion,
		previewOnly,
		rememberForCleanUp,
		returnMessage,
		...messageTypes.flatMap(({ options = [] }) => options),
	],
	lane: laneOf,
	prepare: sendTask,
};
