import { defineAction } from '../action.mts';
import { integer, text } from '../members.mts';
import { pageOf } from '../pages.mts';
import { summarizeBusinessAccount } from '../wire-shapes.mts';

export const listLinkedWhatsAppBusinessAccounts = defineAction({
	name: 'ListLinkedWhatsAppBusinessAccounts',
	method: 'GET',
	path: '/v1/whatsapp/waba/list',
	source: 'query',
	members: {
		nextToken: text({ min: 1, max: 600 }),
		maxResults: integer({ min: 1, max: 100 }),
	},
	run(input, { account }) {
		const { items, nextToken } = pageOf('business accounts', account.businessAccounts, input);
		return { linkedAccounts: items.map(summarizeBusinessAccount), nextToken };
	},
});
