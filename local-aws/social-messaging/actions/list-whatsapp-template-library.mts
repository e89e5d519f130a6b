import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { textMap } from '../members.mts';
import { pageMembers } from '../pages.mts';

export const listWhatsAppTemplateLibrary = defineAction({
	name: 'ListWhatsAppTemplateLibrary',
	method: 'POST',
	path: '/v1/whatsapp/template/library',
	source: 'body',
	alsoFromQuery: ['id'],
	members: {
		id: businessAccountId,
		...pageMembers,
		filters: textMap({ max: 10, key: { min: 1, max: 100 }, value: { min: 1, max: 100 } }),
	},
	run(input, { account }) {
		const { id } = account.businessAccount(input.id);
		const found = account.library.search(input.filters);
		const listing = `library for ${id} with ${JSON.stringify(input.filters ?? {})}`;
		const { items, nextToken } = account.pages.of(listing, found, input);
		return { metaLibraryTemplates: items, nextToken };
	},
});
