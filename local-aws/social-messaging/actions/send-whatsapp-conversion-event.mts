import { randomUUID } from 'node:crypto';
import { defineAction } from '../action.mts';
import { checkConversionEvents } from '../conversion-events.mts';
import { businessAccountId } from '../ids.mts';
import { blob, required, text } from '../members.mts';
import { notFound } from '../refusals.mts';

export const sendWhatsAppConversionEvent = defineAction({
	name: 'SendWhatsAppConversionEvent',
	method: 'POST',
	path: '/v1/whatsapp/waba/dataset/events',
	source: 'body',
	members: {
		id: businessAccountId,
		datasetId: required(text({ min: 10, max: 20, pattern: '[0-9]+' })),
		eventData: required(blob({ min: 1, max: 1_024_000 })),
	},
	run(input, { account }) {
		const owner = account.businessAccount(input.id);
		if (owner.datasetId !== input.datasetId) throw notFound(`Dataset ${input.datasetId}`);
		checkConversionEvents(input.eventData);
		return { requestId: randomUUID() };
	},
});
