import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { required } from '../members.mts';
import { libraryRequest } from '../template-library.mts';
import { describeNewTemplate } from '../templates.mts';

export const createWhatsAppMessageTemplateFromLibrary = defineAction({
	name: 'CreateWhatsAppMessageTemplateFromLibrary',
	method: 'POST',
	path: '/v1/whatsapp/template/create',
	source: 'body',
	members: { metaLibraryTemplate: required(libraryRequest), id: businessAccountId },
	run(input, { account }) {
		const templates = account.templates(input.id);
		const definition = account.library.definitionFor(input.metaLibraryTemplate);
		return describeNewTemplate(templates.create(definition));
	},
});
