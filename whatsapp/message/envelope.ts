import type { IDataObject } from 'n8n-workflow';
import { filledIn, type Field } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { id, text } from '../../form/texts';
import { WHATSAPP_MESSAGE_ID_RULE } from './messageId';
import type { MessageType } from './messageType';
import { recipient } from './recipient';

const correlationData = text('Correlation Data', 'bizOpaqueCallbackData', {
	max: 512,
	default: '={{ $execution.id }}:{{ $itemIndex }}',
	description:
		'Returned with every status of the message (sent, delivered, read, failed). The recipient never sees it. At most {max} characters.',
});

const identityHash = id('Recipient Identity Hash', 'recipientIdentityKeyHash', {
	example: 'DF2lS5v2W6x=',
	description:
		"Send only if the recipient's identity still matches this hash from a received message",
});

const replyTo = id('Reply to Message ID', 'contextMessageId', {
	rule: WHATSAPP_MESSAGE_ID_RULE,
	example: 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE…',
	description: "WhatsApp's ID of the message to quote, from an event",
});

/** Around the content, the same for every type of message. */
export const envelopeOptions: Field[] = [correlationData, identityHash, replyTo];

/** What goes into an envelope, as far as that shows on it. */
type Enclosed = Pick<MessageType, 'value' | 'groups' | 'answers'>;

function context(options: Form, { answers }: Enclosed): IDataObject {
	const message_id = replyTo.of(options);
	if (message_id === undefined) return {};
	if (answers) {
		throw new FieldError(
			`'${options.label(replyTo)}' cannot be used with a reaction`,
			'A reaction already refers to a message. Remove the option.',
		);
	}
	return { context: { message_id } };
}

/** A message without content: to whom it goes, what it answers, how its events are told apart. */
export const envelope = (form: Form, type: Enclosed): IDataObject => ({
	messaging_product: 'whatsapp',
	...recipient(form, type),
	...context(form.options, type),
	...filledIn(form.options, {
		biz_opaque_callback_data: correlationData,
		recipient_identity_key_hash: identityHash,
	}),
	type: type.value,
});
