import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { pageMembers } from '../pages.mts';
import { summarizeTemplate } from '../templates.mts';

export const listWhatsAppMessageTemplates = defineAction({
	name: 'ListWhatsAppMessageTemplates',
	method: 'GET',
	path: '/v1/whatsapp/template/list',
	source: 'query',
	members: { id: businessAccountId, ...pageMembers },
	run(input, { account }) {
		const { id } = account.businessAccount(input.id);
		const templates = account.templates(id).all();
		const { items, nextToken } = account.pages.of(`templates of ${id}`, templates, input);
		return { templates: items.map(summarizeTemplate), nextToken };
	},
});
