import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOf, metaApiVersion } from '../../fields/metaApiVersion';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { jsonBlob } from '../../../../form/jsonFields';
import { callEvent, EXAMPLE_CALL_EVENT } from './callEvent';

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
