import type { IDataObject } from 'n8n-workflow';
import { flag, number } from '../../../../form/choices';
import { collection } from '../../../../form/collection';
import { filledIn, given } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { category, libraryTemplate, templateLanguage } from '../../../../whatsapp/template/fields';
import { newTemplateName } from '../../../../whatsapp/template/newTemplateName';
import { libraryButtonOf, libraryButtonsField } from './libraryButtons';

const addition = (displayName: string, name: string, what: string) =>
	flag(displayName, name, {
		default: true,
		optional: true,
		description: `Whether the text ${what}`,
	});

const inputs = [
	addition('Add Contact Number', 'addContactNumber', 'includes a phone number to call'),
	addition('Add Learn More Link', 'addLearnMoreLink', 'includes a link to learn more'),
	addition(
		'Add Security Recommendation',
		'addSecurityRecommendation',
		'tells customers not to share the code',
	),
	addition('Add Track Package Link', 'addTrackPackageLink', 'includes a link to track the package'),
	// Source: Meta's reference of authentication templates.
	number('Code Expiration (Minutes)', 'codeExpirationMinutes', {
		min: 1,
		max: 90,
		default: 10,
		optional: true,
		description: 'Number of minutes after which the text says the code expires',
	}),
];

const byMember = Object.fromEntries(inputs.map((field) => [field.property.name, field]));

/** What a library template's text may be extended by. */
export const libraryBodyField = collection('Body Inputs', 'libraryTemplateBodyInputs', inputs, {
	placeholder: 'Add input',
});

/** The shape MetaLibraryTemplate of the service model. */
export function libraryTemplateOf(form: Form): IDataObject {
	const templateName = newTemplateName.of(form);
	const buttons = libraryButtonsField.of(form).map(libraryButtonOf);
	const bodyInputs = filledIn(libraryBodyField.of(form), byMember);
	return {
		templateName,
		libraryTemplateName: libraryTemplate.of(form),
		templateCategory: given(form, category),
		templateLanguage: templateLanguage.of(form),
		...(buttons.length === 0 ? {} : { libraryTemplateButtonInputs: buttons }),
		...(Object.keys(bodyInputs).length === 0 ? {} : { libraryTemplateBodyInputs: bodyInputs }),
	};
}
