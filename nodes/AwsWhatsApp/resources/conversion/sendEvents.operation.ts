import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { jsonBlob } from '../../../../form/jsonFields';
import { id } from '../../../../form/texts';
import { conversionEvents, EXAMPLE_EVENTS } from './conversionEvents';

const datasetId = id('Dataset ID', 'datasetId', {
	rule: {
		minLength: 10,
		maxLength: 20,
		by: 'AWS',
		pattern: /^[0-9]+$/,
		format: 'the ID of a dataset, 10 to 20 digits',
	},
	required: true,
	example: '1013859600285441',
	description: "Returned by 'Create Dataset', and by 'Get' of the business account",
});

const eventData = jsonBlob('Events', 'eventData', {
	maxBytes: 1_024_000,
	check: conversionEvents,
	typeOptions: { rows: 12 },
	default: EXAMPLE_EVENTS,
	required: true,
	description: `Up to 1,000 events from the last 7 days in the format of Meta's Conversions API: {"data": […]}, or just the list. Personal data must be hashed with SHA-256.`,
});

export const sendEvents: Operation = {
	name: 'Send Events',
	value: 'sendEvents',
	action: 'Send conversion events',
	description: 'Report to Meta what an ad click led to, e.g. a purchase in the chat',
	awsAction: 'SendWhatsAppConversionEvent',
	effect: 'once',
	fields: [inBody(businessAccount, 'id'), inBody(datasetId), inBody(eventData)],
	result: (answer, { request: { body } }) => ({ datasetId: body.datasetId, ...answer }),
};
