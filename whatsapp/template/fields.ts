import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { choice, openChoice } from '../../form/choices';
import type { Field } from '../../form/field';
import type { Form } from '../../form/form';
import { locator, type ListSearch } from '../../form/locator';
import type { TextRule } from '../../form/rule';
import { id } from '../../form/texts';
import { record } from '../../form/unknown';
import { shownWhen } from '../../form/variants';
import { languageCode } from './language';

export const META_TEMPLATE_ID_RULE: TextRule = {
	maxLength: 100,
	by: 'AWS',
	pattern: /^[0-9]+$/,
	format: "Meta's ID of the template, digits only",
};

const TEMPLATE_NAME_RULE: TextRule = {
	minLength: 1,
	maxLength: 512,
	by: 'AWS',
	inAddress: true,
};

/** What a template is for, where WhatsApp does not write it itself. */
export const CATEGORIES = {
	MARKETING: ['Marketing', 'Promotions and anything else'],
	UTILITY: ['Utility', 'Order or account updates'],
} as const;

export const category = openChoice(
	'Category',
	'templateCategory',
	{ AUTHENTICATION: ['Authentication', 'One-time codes'], ...CATEGORIES },
	{
		rule: { minLength: 1, maxLength: 100, by: 'AWS' },
		default: 'UTILITY',
		description: 'What the template is for, which determines its price',
	},
);

export const libraryTemplate = locator(
	{
		displayName: 'Library Template',
		name: 'libraryTemplateName',
		description: "A ready-made template from Meta's library",
		searchListMethod: 'searchTemplateLibrary',
		typed: [
			{
				displayName: 'By Name',
				name: 'id',
				pattern: '[A-Za-z0-9_]{1,512}',
				example: 'delivery_update_1',
				hint: 'This is not the name of a library template. It can contain only letters, digits and underscores.',
			},
		],
	},
	TEMPLATE_NAME_RULE,
);

const templateLocator = (searchListMethod: ListSearch, description: string) =>
	locator(
		{
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
					hint: "This is not a template ID. Enter Meta's ID of the template, which contains only digits.",
				},
			],
		},
		META_TEMPLATE_ID_RULE,
	);

export const templateId = templateLocator(
	'searchTemplates',
	'The message template, in one language',
);

const approvedTemplateId = templateLocator(
	'searchSendableTemplates',
	"The message template, in one language. The list shows the approved templates of your phone number's business account.",
);

export const templateName = id('Template Name', 'templateName', {
	rule: TEMPLATE_NAME_RULE,
	required: true,
	example: 'order_update',
	description: 'Lowercase letters, digits and underscores',
});

export const templateLanguage = languageCode('Language Code', 'templateLanguageCode', {
	required: true,
	example: 'en_US',
	description: "Meta's language code of the template",
});

const templateBy = choice(
	'Choose Template By',
	'templateBy',
	{ metaTemplateId: 'List or ID', templateName: 'Name and Language' },
	{ default: 'metaTemplateId' },
);

const choiceOf = (byId: Field<string>): Field[] => [
	templateBy,
	...shownWhen({ templateBy: ['metaTemplateId'] }, [byId]),
	...shownWhen({ templateBy: ['templateName'] }, [templateName, templateLanguage]),
];

/** The ways to say which template is meant: from the list or by Meta's ID, or by name and language. */
export const templateChoice = choiceOf(templateId);

const TEMPLATE_FIELDS = 'templateFields';

const TEMPLATE_VALUES: INodeProperties = {
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
};

/** What is filled in for the fields of the template, and how. */
export const templateValues: Field<IDataObject> = {
	property: TEMPLATE_VALUES,
	of: (form) => record(form.raw({ property: TEMPLATE_VALUES })),
};

/** The choice of a template to send, and the fields that it wants filled in. */
export const sendableTemplate = [...choiceOf(approvedTemplateId), templateValues];

/** The members that name the chosen template. */
export const chosenTemplate = (form: Form): IDataObject =>
	templateBy.of(form) === 'templateName'
		? { templateName: templateName.of(form), templateLanguageCode: templateLanguage.of(form) }
		: { metaTemplateId: templateId.of(form) };
