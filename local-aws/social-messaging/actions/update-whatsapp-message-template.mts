import { defineAction } from '../action.mts';
import { businessAccountId, metaId, templateLanguage, templateName } from '../ids.mts';
import { blob, boolean, text } from '../members.mts';

export const updateWhatsAppMessageTemplate = defineAction({
	name: 'UpdateWhatsAppMessageTemplate',
	method: 'POST',
	path: '/v1/whatsapp/template',
	source: 'body',
	members: {
		id: businessAccountId,
		metaTemplateId: metaId,
		templateName,
		templateLanguageCode: templateLanguage,
		parameterFormat: text({ min: 1, max: 15 }),
		templateCategory: text({ min: 1, max: 100 }),
		templateComponents: blob({ min: 1, max: 3000 }),
		ctaUrlLinkTrackingOptedOut: boolean(),
	},
	run(input, { account }) {
		const { parameterFormat, templateCategory, templateComponents } = input;
		const { ctaUrlLinkTrackingOptedOut } = input;
		account.templates(input.id).update(input, {
			parameterFormat,
			templateCategory,
			templateComponents,
			ctaUrlLinkTrackingOptedOut,
		});
		return undefined;
	},
});
