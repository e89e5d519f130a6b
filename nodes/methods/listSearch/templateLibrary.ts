import { searchOf } from './editor';

/** Meta's library of ready-made templates, as the chosen business account sees it, by name. */
export const searchTemplateLibrary = searchOf({
	request: (id, page) => ({
		method: 'POST',
		url: '/v1/whatsapp/template/library',
		qs: { id },
		body: page,
	}),
	listOf: 'metaLibraryTemplates',
	entry: ({ templateName, templateLanguage, templateCategory }) => ({
		name: `${templateName} (${templateLanguage}) - ${templateCategory}`,
		value: String(templateName),
	}),
});
