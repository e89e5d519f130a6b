import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { json, text } from '../../../../form/readers';
import { conversionEvents, EXAMPLE_EVENTS } from './conversionEvents';

export const sendEvents: Operation = {
	name: 'Send Events',
	value: 'sendEvents',
	action: 'Send conversion events',
	description: 'Tell Meta what a click on an ad led to, e.g. a purchase in the chat',
	awsAction: 'SendWhatsAppConversionEvent',
	effect: 'once',
	fields: [
		businessAccount({ location: 'body' }),
		{
			location: 'body',
			member: 'datasetId',
			read: text({
				required: true,
				minLength: 10,
				maxLength: 20,
				by: 'AWS',
				pattern: /^[0-9]+$/,
				format: 'the ID of a dataset, 10 to 20 digits',
			}),
			property: {
				displayName: 'Dataset ID',
				name: 'datasetId',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. 1013859600285441',
				description: "As 'Create Dataset' gave it, or 'Get' of the business account",
			},
		},
		{
			location: 'body',
			member: 'eventData',
			read: json({ maxBytes: 1_024_000, required: true, check: conversionEvents }),
			property: {
				displayName: 'Events',
				name: 'eventData',
				type: 'json',
				typeOptions: { rows: 12 },
				default: EXAMPLE_EVENTS,
				required: true,
				description:
					'Up to 1,000 events of the last 7 days in the form of Meta\'s Conversions API: {"data": […]}, or the list alone. Personal data has to be hashed with SHA-256.',
			},
		},
		optionsField(),
	],
	result: (answer, { request: { body } }) => ({ datasetId: body.datasetId, ...answer }),
};
