import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { fieldsOfVariants, variants } from '../../../../form/variants';
import { sendableTemplate } from '../../../../whatsapp/template/fields';
import { customJson, customMessage } from '../../../../whatsapp/message/customJson';
import { envelope } from '../../../../whatsapp/message/envelope';
import type { MessageType } from '../../../../whatsapp/message/messageType';
import { recipient, templateType } from '../../../../whatsapp/message/recipient';
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
	message(item: ItemRequest): IDataObject | Promise<IDataObject>;
	/** The part of the message that says to whom it goes. */
	recipient(form: Form): IDataObject;
}

const typed = (type: MessageType): MessageVariant => ({
	...type,
	message: ({ form }) => ({ ...envelope(form, type), [type.value]: type.content(form) }),
	recipient: (form) => recipient(form, type),
});

const messageVariants: MessageVariant[] = [
	...messageTypes.map(typed),
	{
		name: 'Template',
		value: 'template',
		description: 'A pre-approved message with variables, which can be sent at any time',
		fields: sendableTemplate,
		message: templateMessage,
		recipient: (form) => recipient(form, templateType),
	},
	{
		name: 'Custom JSON',
		value: CUSTOM_JSON,
		description: "Any message of WhatsApp's Cloud API, written as JSON",
		fields: [customJson],
		message: ({ form }) => customMessage(form),
		recipient: customMessage,
	},
];

const messageType = variants('Message Type', 'messageType', messageVariants, { default: 'text' });

/** The type of a message, and the fields of its content. */
export const messageFields: Field[] = [
	messageType,
	...fieldsOfVariants(messageType, messageVariants),
];

/** The whole message of an item; files that are not with WhatsApp yet are pending in it. */
export const messageOf = async (item: ItemRequest): Promise<IDataObject> =>
	await messageType.of(item.form).message(item);

/** To whom the message of an item goes. @throws FieldError */
export const recipientOf = (form: Form): IDataObject => messageType.of(form).recipient(form);
