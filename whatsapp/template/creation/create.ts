import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { shownFor } from '../../../form/variants';
import { templateLanguageField, templateNameField } from '../fields';
import { jsonBlob } from '../../../form/json';
import type { Form } from '../../../form/form';
import { json, oneOf } from '../../../form/readers';
import { EXAMPLE_DEFINITION, templateDefinition } from './definitionJson';
import { templateFromForm, timeToLiveField } from './templateFromForm';
import { categoryFields, componentFields, templateTypeField } from './componentFields';
import { linkTrackingField } from './linkTracking';
import { typedJson } from '../typedText';

/** AWS's limit. */
const MAX_BYTES = 6000;

/** A new template by fields, or as JSON in the form of Meta's API. */
export const creationFields: INodeProperties[] = [
	{
		displayName: 'Specify Template',
		name: 'specifyTemplate',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{
				name: 'Using JSON',
				value: 'json',
				description: 'For definitions that come from elsewhere, and for everything that Meta adds',
			},
		],
		default: 'fields',
	},
	...shownFor(
		'specifyTemplate',
		['json'],
		[
			{
				displayName: 'Template Definition',
				name: 'templateDefinition',
				type: 'json',
				typeOptions: { rows: 14 },
				default: EXAMPLE_DEFINITION,
				required: true,
				description:
					"The whole template in the form of Meta's API: name, language, category and components, at most 6,000 bytes. Variables stand in double braces here.",
			},
		],
	),
	...shownFor(
		'specifyTemplate',
		['fields'],
		[
			templateNameField,
			templateLanguageField,
			templateTypeField,
			...categoryFields,
			...componentFields,
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				options: [linkTrackingField, timeToLiveField],
			},
		],
	),
];

const fromJson = typedJson(
	json({ maxBytes: MAX_BYTES, required: true, check: templateDefinition }),
);

/** The member of the request that holds the new template. */
export function newTemplate(form: Form): IDataObject {
	const specify = form.member('specifyTemplate', oneOf(['fields', 'json'])) ?? 'fields';
	return {
		templateDefinition:
			specify === 'json'
				? form.member('templateDefinition', fromJson)
				: jsonBlob(templateFromForm(form), 'Template', MAX_BYTES),
	};
}
