import { defineAction } from '../action.mts';
import { flowMembers } from '../flow-members.mts';
import { businessAccountId, flowId } from '../ids.mts';
import { text } from '../members.mts';

export const updateWhatsAppFlow = defineAction({
	name: 'UpdateWhatsAppFlow',
	method: 'POST',
	path: '/v1/whatsapp/flow/update',
	source: 'body',
	members: {
		id: businessAccountId,
		flowId,
		flowName: flowMembers.flowName,
		categories: flowMembers.categories,
		endpointUri: flowMembers.endpointUri,
		metaAppId: text({ min: 1, max: 100 }),
	},
	run({ id, flowId: flow, ...change }, { account }) {
		account.flows(id).update(flow, change);
		return undefined;
	},
});
