import { defineAction } from '../action.mts';
import { businessAccountId, metaId, templateName } from '../ids.mts';
import { boolean, required } from '../members.mts';
import { invalidParameters } from '../refusals.mts';

export const deleteWhatsAppMessageTemplate = defineAction({
	name: 'DeleteWhatsAppMessageTemplate',
	method: 'DELETE',
	path: '/v1/whatsapp/template',
	source: 'query',
	members: {
		metaTemplateId: metaId,
		// The SDK calls it `deleteAllLanguages`, and sends it under this name.
		deleteAllTemplates: boolean(),
		id: businessAccountId,
		templateName: required(templateName),
	},
	run(input, { account }) {
		const templates = account.templates(input.id);
		if ((input.metaTemplateId === undefined) !== (input.deleteAllTemplates === true))
			throw invalidParameters(
				'Either metaTemplateId must be specified, or deleteAllLanguages must be true.',
			);
		templates.delete(input.templateName, input.metaTemplateId);
		return undefined;
	},
});
