import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';

export const deprecateWhatsAppFlow = defineAction({
	name: 'DeprecateWhatsAppFlow',
	method: 'POST',
	path: '/v1/whatsapp/flow/deprecate',
	source: 'body',
	members: { id: businessAccountId, flowId },
	run(input, { account }) {
		account.flows(input.id).deprecate(input.flowId);
		return undefined;
	},
});
