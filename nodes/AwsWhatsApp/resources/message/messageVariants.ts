import type { IDataObject } from 'n8n-workflow';
import { untyped, type Field } from '../../../../form/field';
import { variants } from '../../../../form/variants';
import { sendableTemplate } from '../../../../whatsapp/template/fields';
import { customJsonField, customMessage } from '../../../../whatsapp/message/customJson';
import { envelope } from '../../../../whatsapp/message/envelope';
import type { MessageType } from '../../../../whatsapp/message/messageType';
import { messageTypes } from '../../../../whatsapp/message/messageTypes';
import type { ItemRequest } from '../../../../engine/itemRequest';
import { templateMessage } from './templateMessage';

export const CUSTOM_JSON = 'customJson';

/** What 'Message Type' offers, and how each becomes the whole message. */
interface MessageVariant {
	name: string;
	value: string;
	description: string;
	fields: Field[];
	message(call: ItemRequest): IDataObject | Promise<IDataObject>;
}

const typed = (type: MessageType): MessageVariant => ({
	...type,
	message: ({ form }) => ({ ...envelope(form, type.value), [type.value]: type.content(form) }),
});

export const messageVariants: MessageVariant[] = [
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
		fields: [untyped(customJsonField)],
		message: ({ form }) => customMessage(form),
	},
];

export const messageType = variants('Message Type', 'messageType', messageVariants, {
	default: 'text',
});

/** The whole message of an item; files that are not with WhatsApp yet are pending in it. */
export async function messageOf(call: ItemRequest): Promise<IDataObject> {
	return await messageType.of(call.form).message(call);
}
