import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';
import { boolean } from '../members.mts';
import { describePreview } from '../wire-shapes.mts';

export const getWhatsAppFlowPreview = defineAction({
	name: 'GetWhatsAppFlowPreview',
	method: 'GET',
	path: '/v1/whatsapp/flow/preview',
	source: 'query',
	members: { id: businessAccountId, flowId, invalidate: boolean() },
	run(input, { account }) {
		const preview = account.flows(input.id).preview(input.flowId, input.invalidate);
		return { flowId: input.flowId, preview: describePreview(preview) };
	},
});
