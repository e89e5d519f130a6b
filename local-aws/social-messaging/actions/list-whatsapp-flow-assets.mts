import { defineAction } from '../action.mts';
import { businessAccountId, flowId } from '../ids.mts';
import { pageMembers } from '../pages.mts';

export const listWhatsAppFlowAssets = defineAction({
	name: 'ListWhatsAppFlowAssets',
	method: 'GET',
	path: '/v1/whatsapp/flow/assets',
	source: 'query',
	members: { id: businessAccountId, flowId, ...pageMembers },
	run(input, { account }) {
		const flow = account.flows(input.id).find(input.flowId);
		const assets = flow.json
			? [
					{
						name: 'flow.json',
						assetType: 'FLOW_JSON',
						downloadUrl: `https://media.example.invalid/flows/${flow.id}/flow.json`,
					},
				]
			: [];
		const { items, nextToken } = account.pages.of(`assets of ${flow.id}`, assets, input);
		return { flowAssets: items, nextToken };
	},
});
