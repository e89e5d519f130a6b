import { defineAction } from '../action.mts';
import { flowMembers } from '../flow-members.mts';
import { businessAccountId, metaId } from '../ids.mts';
import { boolean, required } from '../members.mts';

export const createWhatsAppFlow = defineAction({
	name: 'CreateWhatsAppFlow',
	method: 'POST',
	path: '/v1/whatsapp/flow/create',
	source: 'body',
	members: {
		id: businessAccountId,
		flowName: required(flowMembers.flowName),
		categories: required(flowMembers.categories),
		flowJson: flowMembers.flowJson,
		publish: boolean(),
		cloneFlowId: metaId,
		endpointUri: flowMembers.endpointUri,
	},
	run(input, { account }) {
		const { flow, problems } = account.flows(input.id).create(input);
		return { flowId: flow.id, validationErrors: problems };
	},
});
