import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import type { Form } from '../../../form/form';
import { jsonBlob } from '../../../form/json';
import { jsonBlob as jsonBlobField } from '../../../form/jsonFields';
import { shownWhen } from '../../../form/variants';
import { templateLanguage } from '../fields';
import { newTemplateName } from '../newTemplateName';
import { typedJson } from '../typedText';
import { categoryFields, componentFields, templateType } from './templateTypes';
import { EXAMPLE_DEFINITION, templateDefinition } from './definitionJson';
import { additionalFields, templateFromForm } from './templateFromForm';

/** AWS's limit. */
const MAX_BYTES = 6000;

const specify = choice(
	'Specify Template',
	'specifyTemplate',
	{
		fields: 'Using Fields Below',
		json: ['Using JSON', 'For existing definitions, and for anything that Meta adds'],
	},
	{ default: 'fields' },
);

const definition = typedJson(
	jsonBlobField('Template Definition', 'templateDefinition', {
		maxBytes: MAX_BYTES,
		check: templateDefinition,
		typeOptions: { rows: 14 },
		default: EXAMPLE_DEFINITION,
		required: true,
		description:
			"The whole template in the format of Meta's API: name, language, category and components, at most 6,000 bytes. Write variables in double curly braces here.",
	}),
);

/** A new template by fields, or as JSON in the form of Meta's API. */
export const creationFields = [
	specify,
	...shownWhen({ specifyTemplate: ['json'] }, [definition]),
	...shownWhen({ specifyTemplate: ['fields'] }, [
		newTemplateName,
		templateLanguage,
		templateType,
		...categoryFields,
		...componentFields,
		additionalFields,
	]),
];

/** The member of the request that holds the new template. */
export const newTemplate = (form: Form): IDataObject => ({
	templateDefinition:
		specify.of(form) === 'json'
			? definition.of(form)
			: jsonBlob(templateFromForm(form), 'Template', MAX_BYTES),
});
