import { messageTypes } from '../../../nodes/AwsWhatsApp/message/messageTypes.ts';
import type { MessageType } from '../../../nodes/AwsWhatsApp/message/messageType.ts';
import type { MediaReference } from '../../../nodes/AwsWhatsApp/media/source.ts';
import { Form, labelsOf } from '../../../nodes/AwsWhatsApp/request/form.ts';
import { send } from '../../../nodes/AwsWhatsApp/resources/message/send.operation.ts';
import { propertyOf } from '../../../nodes/AwsWhatsApp/request/operation.ts';

const labels = labelsOf(send.fields.map(propertyOf));

/** A filled-in form of 'Send Message'. */
export function formOf(values: Record<string, unknown>): Form {
	return new Form((name) => values[name], labels);
}

export function typeNamed(value: string): MessageType {
	const type = messageTypes.find((candidate) => candidate.value === value);
	if (!type) throw new Error(`no message type ${value}`);
	return type;
}

export function contentOf(
	type: string,
	values: Record<string, unknown>,
	media: MediaReference = { id: '1013859600285441' },
) {
	return typeNamed(type).content(formOf(values), media);
}
