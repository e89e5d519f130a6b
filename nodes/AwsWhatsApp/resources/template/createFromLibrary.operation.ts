import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import {
	CATEGORY_FIELD,
	LIBRARY_TEMPLATE_FIELD,
	templateLanguageField,
	templateNameField,
} from '../../../../whatsapp/template/fields';
import type { Operation } from '../../../../engine/operation';
import { libraryButtonsField } from './libraryButtons';
import { libraryBodyField, libraryTemplateOf } from './libraryTemplate';

export const createFromLibrary: Operation = {
	name: 'Create From Library',
	value: 'createFromLibrary',
	action: 'Create template from library',
	description: "Create a template from Meta's library of ready-made ones",
	awsAction: 'CreateWhatsAppMessageTemplateFromLibrary',
	effect: 'once',
	fields: [
		businessAccount({ location: 'body' }),
		LIBRARY_TEMPLATE_FIELD,
		templateNameField,
		templateLanguageField,
		{ ...CATEGORY_FIELD, required: true },
		libraryButtonsField,
		libraryBodyField,
		optionsField(),
	],
	compose: (form) => ({ metaLibraryTemplate: libraryTemplateOf(form) }),
	result: (answer, { request }) => ({ businessAccountId: request.body.id, ...answer }),
};
