import { searchOf } from './editor';

const list: Parameters<typeof searchOf>[0] = {
	request: (id, page) => ({
		method: 'GET',
		url: '/v1/whatsapp/template/list',
		qs: { id, ...page },
	}),
	listOf: 'templates',
	entry: ({ templateName, templateLanguage, templateCategory, templateStatus, ...rest }) => ({
		name: `${templateName} (${templateLanguage}) - ${templateCategory}, ${templateStatus}`,
		value: String(rest.metaTemplateId),
	}),
};

/** The templates of the chosen business account, by Meta's template ID. */
export const searchTemplates = searchOf(list);

/** Those that can be sent. */
export const searchSendableTemplates = searchOf({
	...list,
	isListed: ({ templateStatus }) => templateStatus === 'APPROVED',
});
