import type { IDataObject } from 'n8n-workflow';
import { listFields } from '../../../../engine/fields';
import { businessAccount } from '../../../fields/locators';
import { simplify } from '../../fields/simplify';
import { collection } from '../../../../form/collection';
import { filledIn, present } from '../../../../form/field';
import { list, record } from '../../../../form/unknown';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { id } from '../../../../form/texts';
import { languageCode } from '../../../../whatsapp/template/language';

const rule = { minLength: 1, maxLength: 100, by: 'AWS' } as const;

/** Meta's filters, by the names under which AWS passes them on. */
const FILTERS = {
	industry: id('Industry', 'industry', { rule, example: 'E_COMMERCE' }),
	language: languageCode('Language Code', 'language', { example: 'en_US' }),
	searchKey: id('Search Text', 'searchKey', {
		rule,
		example: 'payment',
		description: 'Text to search for in the names and texts of the templates',
	}),
	topic: id('Topic', 'topic', { rule, example: 'ORDER_MANAGEMENT' }),
	usecase: id('Use Case', 'usecase', { rule, example: 'SHIPMENT_CONFIRMATION' }),
};

const chosenFilters = collection('Filters', 'filters', Object.values(FILTERS), {
	placeholder: 'Add filter',
});

/** What is needed to choose a template: its names, and what it says. */
function simplified(template: IDataObject): IDataObject {
	return {
		templateName: template.templateName,
		templateLanguage: template.templateLanguage,
		templateCategory: template.templateCategory,
		templateTopic: template.templateTopic,
		templateUseCase: template.templateUseCase,
		templateHeader: template.templateHeader,
		templateBody: template.templateBody,
		templateButtons: list(template.templateButtons)
			.map(record)
			.map(({ text, type }) => text ?? type),
		templateId: template.templateId,
	};
}

export const getLibrary: Operation = {
	name: 'Get Library',
	value: 'getLibrary',
	action: 'Get many library templates',
	description: "List the ready-made templates in Meta's library",
	// A POST, although the business account is in the query.
	awsAction: 'ListWhatsAppTemplateLibrary',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...listFields, simplify, chosenFilters],
	compose: (form) => present({ filters: filledIn(chosenFilters.of(form), FILTERS) }),
	element: (template, form) => (simplify.of(form) ? simplified(template) : template),
};
