import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { blob, required } from '../members.mts';
import { parseDefinition } from '../template-definition.mts';
import { describeNewTemplate } from '../templates.mts';

export const createWhatsAppMessageTemplate = defineAction({
	name: 'CreateWhatsAppMessageTemplate',
	method: 'POST',
	path: '/v1/whatsapp/template/put',
	source: 'body',
	members: {
		templateDefinition: required(blob({ min: 1, max: 6000 })),
		id: businessAccountId,
	},
	run(input, { account }) {
		const templates = account.templates(input.id);
		return describeNewTemplate(templates.create(parseDefinition(input.templateDefinition)));
	},
});
