import { defineAction } from '../action.mts';
import { businessAccountId, metaId, templateLanguage, templateName } from '../ids.mts';
import { templateText } from '../templates.mts';

export const getWhatsAppMessageTemplate = defineAction({
	name: 'GetWhatsAppMessageTemplate',
	method: 'GET',
	path: '/v1/whatsapp/template',
	source: 'query',
	members: {
		metaTemplateId: metaId,
		id: businessAccountId,
		templateName,
		templateLanguageCode: templateLanguage,
	},
	run: (input, { account }) => ({
		template: templateText(account.templates(input.id).find(input)),
	}),
});
