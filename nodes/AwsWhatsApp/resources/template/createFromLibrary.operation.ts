import type { IDataObject } from 'n8n-workflow';
import { flag, number, openChoice } from '../../../../form/choices';
import { collection } from '../../../../form/collection';
import { filledIn, given, present, withLook } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import {
	category,
	libraryTemplate,
	templateLanguage,
	templateName,
} from '../../../../whatsapp/template/fields';
import { newTemplateName } from '../../../../whatsapp/template/newTemplateName';
import { alphabetically } from '../../../../form/order';
import { rows } from '../../../../form/rows';
import { fieldsOfVariants } from '../../../../form/variants';
import { templateButtons } from '../../../../whatsapp/template/buttons/templateButtons';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

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
const libraryBodyField = collection('Body Inputs', 'libraryTemplateBodyInputs', inputs, {
	placeholder: 'Add input',
});

/** The types of buttons in Meta's library, with their inputs. */
const types = templateButtons.flatMap(({ name, value, library }) =>
	library ? [{ ...library, name, value }] : [],
);

const byName = [...types].sort((a, b) => alphabetically(a.name, b.name));

const type = openChoice(
	'Type',
	'type',
	Object.fromEntries(byName.map(({ name, value }) => [value, name])),
	{ rule: { maxLength: 25, by: 'AWS' }, default: 'URL' },
);

/** The inputs of a library template's buttons, in the order of the buttons. */
const libraryButtonsField = rows('Button Inputs', 'libraryTemplateButtonInputs', {
	row: 'Button',
	rowName: 'button',
	fields: [type, ...fieldsOfVariants(type, types)],
	typeOptions: { multipleValues: true, sortable: true },
	description:
		"What the template's buttons need, one entry for each button in the template's order",
});

/** @throws FieldError when AWS would not take it */
export function libraryButtonOf(row: Form): IDataObject {
	const chosen = given(row, type);
	return { type: chosen, ...types.find(({ value }) => value === chosen)?.members(row) };
}

/** The shape MetaLibraryTemplate of the service model. */
const libraryTemplateOf = (form: Form): IDataObject =>
	present({
		templateName: newTemplateName.of(form),
		libraryTemplateName: libraryTemplate.of(form),
		templateCategory: given(form, category),
		templateLanguage: templateLanguage.of(form),
		libraryTemplateButtonInputs: libraryButtonsField.of(form).map(libraryButtonOf),
		libraryTemplateBodyInputs: filledIn(libraryBodyField.of(form), byMember),
	});

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
