import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { TEMPLATE_NAME_RULE } from '../../../../whatsapp/template/fields';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import { flag, wholeNumber, type Reader } from '../../../../form/readers';
import { requiredLanguage } from '../../../../whatsapp/template/language';
import { libraryButtonOf } from './libraryButtons';

const addition = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: `Whether the text ${what}`,
});

/** What a library template's text may be extended by. */
export const libraryBodyField: INodeProperties = {
	displayName: 'Body Inputs',
	name: 'libraryTemplateBodyInputs',
	type: 'collection',
	placeholder: 'Add input',
	default: {},
	options: [
		addition('Add Contact Number', 'addContactNumber', 'gives a phone number to call'),
		addition('Add Learn More Link', 'addLearnMoreLink', 'has a link to learn more'),
		addition(
			'Add Security Recommendation',
			'addSecurityRecommendation',
			'says not to share the code',
		),
		addition('Add Track Package Link', 'addTrackPackageLink', 'has a link to track the package'),
		{
			displayName: 'Code Expiration (Minutes)',
			name: 'codeExpirationMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 90 },
			default: 10,
			description: 'After how many minutes the text says that the code expires',
		},
	],
};

const BODY_READERS: Record<string, Reader> = {
	addContactNumber: flag,
	addLearnMoreLink: flag,
	addSecurityRecommendation: flag,
	addTrackPackageLink: flag,
	// Source: Meta's reference of authentication templates.
	codeExpirationMinutes: wholeNumber({ min: 1, max: 90 }),
};

function bodyInputsOf(form: Form): IDataObject | undefined {
	const chosen = form.group('libraryTemplateBodyInputs');
	const inputs = Object.fromEntries(
		Object.entries(BODY_READERS)
			.map(([name, reader]) => [name, chosen.member(name, reader)])
			.filter(([, value]) => value !== undefined),
	) as IDataObject;
	return Object.keys(inputs).length === 0 ? undefined : inputs;
}

/** The shape MetaLibraryTemplate of the service model. */
export function libraryTemplateOf(form: Form): IDataObject {
	const templateName = form.id('templateName', TEMPLATE_NAME_RULE);
	if (!/^[a-z0-9_]+$/.test(templateName)) {
		throw new FieldError(
			`'${form.label('templateName')}' has other characters than Meta allows`,
			'Use small letters, digits and underscores.',
		);
	}
	const buttons = form.rows('libraryTemplateButtonInputs').map(libraryButtonOf);
	const bodyInputs = bodyInputsOf(form);
	return {
		templateName,
		libraryTemplateName: form.id('libraryTemplateName', TEMPLATE_NAME_RULE),
		templateCategory: form.id('templateCategory', { minLength: 1, maxLength: 100, by: 'AWS' }),
		templateLanguage: requiredLanguage(form, 'templateLanguageCode'),
		...(buttons.length === 0 ? {} : { libraryTemplateButtonInputs: buttons }),
		...(bodyInputs === undefined ? {} : { libraryTemplateBodyInputs: bodyInputs }),
	};
}
