import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';

export const deleteWhatsAppFlow = defineAction({
	name: 'DeleteWhatsAppFlow',
	method: 'DELETE',
	path: '/v1/whatsapp/flow',
	source: 'query',
	members: { id: businessAccountId, flowId },
	run(input, { account }) {
		account.flows(input.id).delete(input.flowId);
		return undefined;
	},
});
