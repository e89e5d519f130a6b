import { searchOf } from './editor';

/** Meta's library of ready-made templates, as the chosen business account sees it, by name. */
export const searchTemplateLibrary = searchOf({
	action: 'ListWhatsAppTemplateLibrary',
	entry: ({ templateName, templateLanguage, templateCategory }) => ({
		name: `${templateName} (${templateLanguage}) - ${templateCategory}`,
		value: String(templateName),
	}),
});
