import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { pageMembers } from '../pages.mts';
import { summarizeFlow } from '../wire-shapes.mts';

export const listWhatsAppFlows = defineAction({
	name: 'ListWhatsAppFlows',
	method: 'GET',
	path: '/v1/whatsapp/flow/list',
	source: 'query',
	members: { id: businessAccountId, ...pageMembers },
	run(input, { account }) {
		const { id } = account.businessAccount(input.id);
		const flows = account.flows(id).all();
		const { items, nextToken } = account.pages.of(`flows of ${id}`, flows, input);
		return { flows: items.map(summarizeFlow), nextToken };
	},
});
