import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { WHATSAPP_MESSAGE_ID_RULE } from './messageId';
import { ifPresent } from './messageType';
import { recipient } from './recipient';

/** WhatsApp's limit of the correlation data, in Unicode code points. */
const MAX_CALLBACK_DATA = 512;

/** Around the content, the same for every type of message. */
export const envelopeOptions: INodeProperties[] = [
	{
		displayName: 'Correlation Data',
		name: 'bizOpaqueCallbackData',
		type: 'string',
		default: '={{ $execution.id }}:{{ $itemIndex }}',
		description:
			'Comes back with every status of the message (sent, delivered, read, failed), and is never shown to the recipient. At most 512 characters.',
	},
	{
		displayName: 'Recipient Identity Hash',
		name: 'recipientIdentityKeyHash',
		type: 'string',
		default: '',
		placeholder: 'e.g. DF2lS5v2W6x=',
		description:
			'Sends the message only if the recipient still has this identity, as a received message has told it',
	},
	{
		displayName: 'Reply to Message ID',
		name: 'contextMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
		description: "WhatsApp's ID of the message to quote, from an event",
	},
];

function context(form: Form, type: string): IDataObject {
	const messageId = form.options.optionalId('contextMessageId', WHATSAPP_MESSAGE_ID_RULE);
	if (messageId === undefined) return {};
	if (type === 'reaction') {
		throw new FieldError(
			`'${form.options.label('contextMessageId')}' does not go with a reaction`,
			'A reaction names its message itself. Remove the option.',
		);
	}
	return { context: { message_id: messageId } };
}

/**
 * Everything of a message but its content: to whom it goes, what it answers, and how its events are
 * told apart.
 */
export function envelope(form: Form, type: string): IDataObject {
	const { options } = form;
	return {
		messaging_product: 'whatsapp',
		...recipient(form, type),
		...context(form, type),
		...ifPresent(
			'biz_opaque_callback_data',
			options.limitedText('bizOpaqueCallbackData', MAX_CALLBACK_DATA),
		),
		...ifPresent('recipient_identity_key_hash', options.optionalId('recipientIdentityKeyHash')),
		type,
	};
}
