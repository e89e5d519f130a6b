import { searchOf } from './editor';

/** The templates of the chosen business account, by Meta's template ID. */
export const searchTemplates = searchOf({
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
});
