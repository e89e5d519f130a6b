import { searchOf } from './editor';

const list: Parameters<typeof searchOf>[0] = {
	action: 'ListWhatsAppMessageTemplates',
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
