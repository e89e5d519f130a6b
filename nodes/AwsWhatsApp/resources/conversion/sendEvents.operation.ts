import type { IDataObject } from 'n8n-workflow';
import { grouped, howMany } from '../../../../form/counts';
import { FieldError } from '../../../../form/fieldError';
import { isRecord } from '../../../../form/unknown';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { jsonBlob } from '../../../../form/jsonFields';
import { id } from '../../../../form/texts';

const MOST_EVENTS = 1000;

/** Later than this in seconds is the year 5138: such a time is in milliseconds. */
const LATEST_SECONDS = 1e11;

export const EXAMPLE_EVENTS = `{
  "data": [
    {
      "event_name": "Purchase",
      "event_time": 1790000000,
      "action_source": "business_messaging",
      "messaging_channel": "whatsapp",
      "user_data": {
        "whatsapp_business_account_id": "106540352242922",
        "ctwa_clid": "ARAkLkA8rmlFeiCktEJQ"
      },
      "custom_data": { "currency": "EUR", "value": 19.99 }
    }
  ]
}`;

function checkEvent(event: unknown, label: string, number: number): void {
	const refuse = (what: string, advice: string): never => {
		throw new FieldError(`Event ${number} in '${label}' ${what}`, advice);
	};
	if (!isRecord(event)) return refuse('is not a JSON object', 'Enter each event in curly braces.');
	const { event_name: name, event_time: time } = event;
	if (typeof name !== 'string' || name === '') {
		refuse('has no "event_name"', 'Enter what happened, such as "Purchase" or "LeadSubmitted".');
	}
	if (typeof time !== 'number' || !Number.isInteger(time) || time <= 0) {
		refuse('has no valid "event_time"', 'Enter the seconds since 1970 as a whole number.');
	}
	if (Number(time) > LATEST_SECONDS) {
		refuse('has an "event_time" in milliseconds', 'Meta expects seconds. Divide it by 1,000.');
	}
}

/**
 * The events as Meta's Conversions API takes them, given whole or as the list of events alone.
 *
 * @throws FieldError when there are no events, more than 1,000, or one without name or time
 */
export function conversionEvents(document: unknown, label: string): IDataObject {
	const whole = Array.isArray(document) ? { data: document } : document;
	if (!isRecord(whole) || !Array.isArray(whole.data)) {
		throw new FieldError(
			`'${label}' does not contain a list of events`,
			'Enter {"data": […]}, or just the list of events.',
		);
	}
	const { data } = whole;
	if (data.length === 0 || data.length > MOST_EVENTS) {
		throw new FieldError(
			`'${label}' has ${howMany(data.length, 'event')}`,
			`Meta accepts 1 to ${grouped(MOST_EVENTS)} at once. Split them into several items.`,
		);
	}
	data.forEach((event, i) => checkEvent(event, label, i + 1));
	return whole;
}

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
