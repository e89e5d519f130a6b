import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';

export const publishWhatsAppFlow = defineAction({
	name: 'PublishWhatsAppFlow',
	method: 'POST',
	path: '/v1/whatsapp/flow/publish',
	source: 'body',
	members: { id: businessAccountId, flowId },
	run(input, { account }) {
		account.flows(input.id).publish(input.flowId);
		return undefined;
	},
});
