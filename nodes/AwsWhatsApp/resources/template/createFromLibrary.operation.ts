import { businessAccount } from '../../../fields/locators';
import {
	category,
	libraryTemplate,
	templateLanguage,
	templateName,
} from '../../../../whatsapp/template/fields';
import { withLook } from '../../../../form/field';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { libraryButtonsField } from './libraryButtons';
import { libraryBodyField, libraryTemplateOf } from './libraryTemplate';

export const createFromLibrary: Operation = {
	name: 'Create From Library',
	value: 'createFromLibrary',
	action: 'Create template from library',
	description: "Create a template from Meta's library of ready-made templates",
	awsAction: 'CreateWhatsAppMessageTemplateFromLibrary',
	effect: 'once',
	fields: [
		inBody(businessAccount, 'id'),
		libraryTemplate,
		templateName,
		templateLanguage,
		withLook(category, { required: true }),
		libraryButtonsField,
		libraryBodyField,
	],
	compose: (form) => ({ metaLibraryTemplate: libraryTemplateOf(form) }),
	result: (answer, { request }) => ({ businessAccountId: request.body.id, ...answer }),
};
