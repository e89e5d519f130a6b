import { defineAction } from '../action.mts';
import { flowMembers } from '../flow-members.mts';
import { businessAccountId, flowId } from '../ids.mts';
import { required } from '../members.mts';

export const updateWhatsAppFlowAssets = defineAction({
	name: 'UpdateWhatsAppFlowAssets',
	method: 'POST',
	path: '/v1/whatsapp/flow/assets/update',
	source: 'body',
	members: { id: businessAccountId, flowId, flowJson: required(flowMembers.flowJson) },
	run: (input, { account }) => ({
		validationErrors: account.flows(input.id).replaceJson(input.flowId, input.flowJson),
	}),
});
