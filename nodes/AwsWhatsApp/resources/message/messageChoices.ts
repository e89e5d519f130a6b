import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { chosen } from '../../fields/choices';
import { sendableTemplate } from '../../fields/templates';
import { customJsonField, customMessage } from '../../message/customJson';
import { envelope } from '../../message/envelope';
import type { MessageType } from '../../message/messageType';
import { messageTypes } from '../../message/messageTypes';
import type { Call } from '../../request/call';
import { templateMessage } from './templateMessage';

export const CUSTOM_JSON = 'customJson';

/** What 'Message Type' offers, and how each becomes the whole message. */
interface MessageChoice {
	name: string;
	value: string;
	description: string;
	fields: INodeProperties[];
	message(call: Call): IDataObject | Promise<IDataObject>;
}

const typed = (type: MessageType): MessageChoice => ({
	...type,
	message: ({ form }) => ({ ...envelope(form, type.value), [type.value]: type.content(form) }),
});

export const messageChoices: MessageChoice[] = [
	...messageTypes.map(typed),
	{
		name: 'Template',
		value: 'template',
		description: 'An approved message, which may be sent at any time, with values filled in',
		fields: sendableTemplate,
		message: templateMessage,
	},
	{
		name: 'Custom JSON',
		value: CUSTOM_JSON,
		description: "Any message of WhatsApp's Cloud API, written as JSON",
		fields: [customJsonField],
		message: ({ form }) => customMessage(form),
	},
];

/** The whole message of an item; files that are not with WhatsApp yet are pending in it. */
export async function messageOf(call: Call): Promise<IDataObject> {
	return await chosen(call.form, 'messageType', messageChoices).message(call);
}
