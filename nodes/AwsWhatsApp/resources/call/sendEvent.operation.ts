import type { IDataObject } from 'n8n-workflow';
import { phoneNumberOf } from '../../../../whatsapp/message/phoneNumber';
import { FieldError } from '../../../../form/fieldError';
import { isRecord } from '../../../../form/unknown';
import { textOf } from '../../../../form/rule';
import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOf, metaApiVersion } from '../../fields/metaApiVersion';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { jsonBlob } from '../../../../form/jsonFields';

const EXAMPLE_CALL_EVENT = `{
  "to": "+4915112345678",
  "action": "connect",
  "session": { "sdp_type": "offer", "sdp": "v=0 …" },
  "biz_opaque_callback_data": "order-4711"
}`;

/**
 * A call event as Meta's calling API takes it. What it says is Meta's matter, but it has to be an
 * object with an action, and a number to call is read as that of a message is.
 */
export function callEvent(document: unknown, label: string): IDataObject {
	if (!isRecord(document) || Object.keys(document).length === 0) {
		throw new FieldError(
			`'${label}' is ${isRecord(document) ? 'empty' : 'not a JSON object'}`,
			'Enter one event in curly braces, with "action" and its details.',
		);
	}
	const { messaging_product: product = 'whatsapp', to, ...event } = document;
	if (product !== 'whatsapp') {
		throw new FieldError(
			`'${label}' is not a WhatsApp event`,
			'"messaging_product" must be "whatsapp". Correct it, or remove it.',
		);
	}
	if (to === undefined) return { messaging_product: 'whatsapp', ...event };
	const callee = phoneNumberOf(textOf(to, `${label}: to`), `${label}: to`);
	return { messaging_product: 'whatsapp', to: callee, ...event };
}

const event = jsonBlob('Call Event', 'callEvent', {
	maxBytes: 2_048_000,
	check: callEvent,
	typeOptions: { rows: 10 },
	default: EXAMPLE_CALL_EVENT,
	required: true,
	description: `The event in the format of Meta's Calling API. "messaging_product" is added if missing; "biz_opaque_callback_data" is returned with the outcome.`,
});

export const sendEvent: Operation = {
	name: 'Send Event',
	value: 'sendEvent',
	action: 'Send call event',
	description: 'Start, accept, reject or end a WhatsApp call',
	awsAction: 'SendWhatsAppCallEvent',
	effect: 'once',
	fields: [inBody(originationPhoneNumber), inBody(event)],
	options: [metaApiVersion],
	compose: (form) => ({ metaApiVersion: metaApiVersionOf(form) }),
};
