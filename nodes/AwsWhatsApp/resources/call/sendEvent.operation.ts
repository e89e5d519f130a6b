import { originationPhoneNumber } from '../../../fields/locators';
import { metaApiVersionOf, metaApiVersionOption } from '../../fields/metaApiVersion';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { json } from '../../../../form/readers';
import { callEvent, EXAMPLE_CALL_EVENT } from './callEvent';

export const sendEvent: Operation = {
	name: 'Send Event',
	value: 'sendEvent',
	action: 'Send call event',
	description: 'Start, accept, reject or end a WhatsApp call',
	awsAction: 'SendWhatsAppCallEvent',
	effect: 'once',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		{
			location: 'body',
			member: 'callEvent',
			read: json({ maxBytes: 2_048_000, required: true, check: callEvent }),
			property: {
				displayName: 'Call Event',
				name: 'callEvent',
				type: 'json',
				typeOptions: { rows: 10 },
				default: EXAMPLE_CALL_EVENT,
				required: true,
				description:
					'The event in the form of Meta\'s calling API. "messaging_product" is added if it is missing; "biz_opaque_callback_data" comes back with the outcome.',
			},
		},
		optionsField(metaApiVersionOption),
	],
	compose: (form) => ({ metaApiVersion: metaApiVersionOf(form) }),
};
