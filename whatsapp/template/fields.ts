import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { openChoice } from '../../form/choices';
import type { Form } from '../../form/form';
import type { TextRule } from '../../form/rule';
import { languageCode } from './language';
import { locator } from '../../form/locator';
import { id } from '../../form/texts';

export const META_TEMPLATE_ID_RULE: TextRule = {
	maxLength: 100,
	by: 'AWS',
	pattern: /^[0-9]+$/,
	format: "Meta's ID of the template, digits only",
};

export const TEMPLATE_NAME_RULE: TextRule = {
	minLength: 1,
	maxLength: 512,
	by: 'AWS',
	inAddress: true,
};

/** What a template is for, where WhatsApp does not write it itself. */
export const CATEGORIES = {
	MARKETING: ['Marketing', 'Offers and everything else'],
	UTILITY: ['Utility', 'News of an order or account'],
} as const;

export const category = openChoice(
	'Category',
	'templateCategory',
	{ AUTHENTICATION: ['Authentication', 'One-time codes'], ...CATEGORIES },
	{
		rule: { minLength: 1, maxLength: 100, by: 'AWS' },
		default: 'UTILITY',
		description: 'What the template is for, which decides on its price',
	},
);

export const LIBRARY_TEMPLATE_FIELD = locator({
	displayName: 'Library Template',
	name: 'libraryTemplateName',
	description: "A ready-made template of Meta's library",
	searchListMethod: 'searchTemplateLibrary',
	typed: [
		{
			displayName: 'By Name',
			name: 'id',
			pattern: '[A-Za-z0-9_]{1,512}',
			example: 'delivery_update_1',
			hint: 'This is not the name of a library template. It has letters, digits and underscores only.',
		},
	],
});

const templateLocator = (searchListMethod: string, description: string) =>
	locator({
		displayName: 'Template',
		name: 'metaTemplateId',
		description,
		searchListMethod,
		typed: [
			{
				displayName: 'By ID',
				name: 'id',
				pattern: '[0-9]{1,100}',
				example: '1013859600285441',
				hint: "This is not a template ID. It is Meta's ID of the template and has digits only.",
			},
		],
	});

export const templateIdField = templateLocator(
	'searchTemplates',
	'The message template, in one language',
);

export const templateName = id('Template Name', 'templateName', {
	rule: TEMPLATE_NAME_RULE,
	required: true,
	example: 'order_update',
	description: 'Small letters, digits and underscores',
});

export const templateLanguage = languageCode('Language Code', 'templateLanguageCode', {
	required: true,
	example: 'en_US',
	description: 'The language of the template as Meta writes it',
});

export const CATEGORY_FIELD = category.property;
export const templateNameField = templateName.property;
export const templateLanguageField = templateLanguage.property;

const shownBy = (templateBy: string, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { templateBy: [templateBy] } },
});

const byName = [
	shownBy('templateName', templateNameField),
	shownBy('templateName', templateLanguageField),
];

const templateBy: INodeProperties = {
	displayName: 'Choose Template By',
	name: 'templateBy',
	type: 'options',
	options: [
		{ name: 'List or ID', value: 'metaTemplateId' },
		{ name: 'Name and Language', value: 'templateName' },
	],
	default: 'metaTemplateId',
};

/** The ways to say which template is meant: from the list or by Meta's ID, or by name and language. */
export const templateChoice: INodeProperties[] = [
	templateBy,
	shownBy('metaTemplateId', templateIdField),
	...byName,
];

export const TEMPLATE_FIELDS = 'templateFields';

/** The choice of a template to send, and the fields that it wants filled in. */
export const sendableTemplate: INodeProperties[] = [
	templateBy,
	shownBy(
		'metaTemplateId',
		templateLocator(
			'searchSendableTemplates',
			"The message template, in one language. The list has the approved ones of your phone number's business account.",
		),
	),
	...byName,
	{
		displayName: 'Template Fields',
		name: TEMPLATE_FIELDS,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: [
				'originationPhoneNumberId.value',
				'metaTemplateId.value',
				'templateName',
				'templateLanguageCode',
				'templateBy',
			],
			resourceMapper: {
				resourceMapperMethod: 'getTemplateFields',
				mode: 'add',
				valuesLabel: 'Template Fields',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				supportAutoMap: true,
				hideNoDataError: true,
			},
		},
	},
];

/** The members that name the chosen template. */
export function chosenTemplate(form: Form): IDataObject {
	if (form.text('templateBy') === 'templateName') {
		return {
			templateName: templateName.of(form),
			templateLanguageCode: templateLanguage.of(form),
		};
	}
	return { metaTemplateId: form.id('metaTemplateId', META_TEMPLATE_ID_RULE) };
}
