import { defineAction } from '../action.mts';
import { pageMembers } from '../pages.mts';
import { summarizeBusinessAccount } from '../wire-shapes.mts';

export const listLinkedWhatsAppBusinessAccounts = defineAction({
	name: 'ListLinkedWhatsAppBusinessAccounts',
	method: 'GET',
	path: '/v1/whatsapp/waba/list',
	source: 'query',
	members: pageMembers,
	run(input, { account }) {
		const { items, nextToken } = account.pages.of(
			'business accounts',
			account.businessAccounts,
			input,
		);
		return { linkedAccounts: items.map(summarizeBusinessAccount), nextToken };
	},
});
