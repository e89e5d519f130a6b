import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';
import { describeFlow } from '../wire-shapes.mts';

export const getWhatsAppFlow = defineAction({
	name: 'GetWhatsAppFlow',
	method: 'GET',
	path: '/v1/whatsapp/flow',
	source: 'query',
	members: { id: businessAccountId, flowId },
	run(input, { account }) {
		const flows = account.flows(input.id);
		const flow = flows.find(input.flowId);
		return describeFlow(flow, flows.preview(flow.id), account.businessAccount(input.id));
	},
});
