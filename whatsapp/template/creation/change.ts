import type { IDataObject } from 'n8n-workflow';
import { choice, openChoice } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { jsonBlob } from '../../../form/json';
import { jsonBlob as jsonBlobField } from '../../../form/jsonFields';
import { inBody } from '../../../form/member';
import { shownWhen } from '../../../form/variants';
import { category } from '../fields';
import { typedJson } from '../typedText';
import { componentFields, templateType } from './templateTypes';
import { EXAMPLE_COMPONENTS, templateComponents } from './definitionJson';
import { hasNamedVariables } from './namedVariables';
import { componentsFromForm, linkTracking } from './templateFromForm';

/** AWS's limit. */
const MAX_COMPONENTS_BYTES = 3000;

const specify = choice(
	'Specify Template',
	'specifyTemplate',
	{
		none: ['Leave as It Is', "Keeps the components, unless 'Update Fields' contains 'Components'"],
		fields: ['Using Fields Below', 'Replaces all components that the template has'],
	},
	{ default: 'none' },
);

/** New components by fields, in place of all that a template has. */
export const changeFields = [
	specify,
	...shownWhen({ specifyTemplate: ['fields'] }, [templateType, ...componentFields]),
];

/** The same as JSON in the form of Meta's API. */
const jsonComponents = typedJson(
	jsonBlobField('Components', 'templateComponents', {
		maxBytes: MAX_COMPONENTS_BYTES,
		check: templateComponents,
		default: EXAMPLE_COMPONENTS,
		description:
			"All components of the template in the format of Meta's API, at most 3,000 bytes, with variables in double curly braces. They replace the existing ones.",
	}),
);

const parameterFormat = openChoice(
	'Parameter Format',
	'parameterFormat',
	{
		NAMED: ['Named', 'Variables such as {first_name}'],
		POSITIONAL: ['Positional', 'Variables such as {1}'],
	},
	{ rule: { minLength: 1, maxLength: 15, by: 'AWS' }, default: 'POSITIONAL' },
);

/** What may be changed besides, each a member of the request. */
export const updateFields = collection(
	'Update Fields',
	'updateFields',
	[inBody(category), inBody(jsonComponents), inBody(linkTracking), inBody(parameterFormat)],
	{ placeholder: 'Add field to change' },
);

/** Whatever says by itself what the fields say already has to be left out, or to say the same. */
function checkOnce(added: Form, isNamed: boolean): void {
	if (jsonComponents.of(added) !== undefined) {
		throw new FieldError(
			`'${added.label(jsonComponents)}' cannot be combined with the fields of the template`,
			'Remove it from the fields to change, or leave the template as it is.',
		);
	}
	const format = parameterFormat.of(added);
	if (isNamed && format !== undefined && format !== 'NAMED') {
		throw new FieldError(
			`'${added.label(parameterFormat)}' does not match the variables`,
			'The template has variables such as {first_name}. Choose Named, or remove the field.',
		);
	}
}

/** The members of the request that the fields of the components fill, if they are to be used. */
export function changedComponents(form: Form): IDataObject {
	if (specify.of(form) === 'none') return {};
	const components = componentsFromForm(form);
	const isNamed = hasNamedVariables(form, components);
	checkOnce(updateFields.of(form), isNamed);
	return {
		templateComponents: jsonBlob(components, 'Template', MAX_COMPONENTS_BYTES),
		...(isNamed ? { parameterFormat: 'NAMED' } : {}),
	};
}
