import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { listFields } from '../../../../engine/fields/list';
import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { simplifyField } from '../../fields/simplify';
import { list, record } from '../../../../form/unknown';
import type { Form } from '../../../../form/form';
import type { Operation } from '../../../../engine/operation';
import { optionalLanguage } from '../../../../whatsapp/template/language';

const filter = (
	displayName: string,
	name: string,
	placeholder: string,
	description?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	...(description ? { description } : {}),
});

/** Meta's filters, by the names under which AWS passes them on. */
const FILTERS = [
	filter('Industry', 'industry', 'e.g. E_COMMERCE'),
	filter('Language Code', 'language', 'e.g. en_US'),
	filter('Search Text', 'searchKey', 'e.g. payment', 'A word of the name or of the text'),
	filter('Topic', 'topic', 'e.g. ORDER_MANAGEMENT'),
	filter('Use Case', 'usecase', 'e.g. SHIPMENT_CONFIRMATION'),
];

function filtersOf(form: Form): IDataObject {
	const chosen = form.group('filters');
	const filters: IDataObject = {};
	optionalLanguage(chosen, 'language');
	for (const { name } of FILTERS) {
		const value = chosen.optionalId(name, { minLength: 1, maxLength: 100, by: 'AWS' });
		if (value !== undefined) filters[name] = value;
	}
	return Object.keys(filters).length === 0 ? {} : { filters };
}

/** What one needs to choose a template: who it is, and what it says. */
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
	description: "List the ready-made templates of Meta's library",
	// A POST, with the business account in the query all the same.
	awsAction: 'ListWhatsAppTemplateLibrary',
	effect: 'read',
	fields: [
		businessAccount({ location: 'query' }),
		...listFields,
		simplifyField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: FILTERS,
		},
		optionsField(),
	],
	compose: filtersOf,
	element: (template, form) => (form.flag('simplify') ? simplified(template) : template),
};
