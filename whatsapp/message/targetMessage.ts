import type { INodeProperties } from 'n8n-workflow';
import type { Form } from '../../form/form';
import { WHATSAPP_MESSAGE_ID_RULE } from './messageId';

/** The message that something is done to: reacting, pinning. */
export const targetMessageField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
	description:
		"WhatsApp's ID of the message that is meant, from an event. It is not the ID that sending gives.",
};

export const targetMessageId = (form: Form): string =>
	form.id('messageId', WHATSAPP_MESSAGE_ID_RULE);
