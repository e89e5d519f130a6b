import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { shownFor } from '../../../form/variants';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { jsonBlob, jsonOf } from '../../../form/json';
import { oneOf } from '../../../form/readers';
import { componentsFromForm } from './templateFromForm';
import { componentFields, templateTypeField } from './componentFields';
import { hasNamedVariables } from '../typedVariables';

/** AWS's limit. */
export const MAX_COMPONENTS_BYTES = 3000;

/** New components by fields, in place of all that a template has. */
export const changeFields: INodeProperties[] = [
	{
		displayName: 'Specify Template',
		name: 'specifyTemplate',
		type: 'options',
		options: [
			{
				name: 'Leave as It Is',
				value: 'none',
				description: "Unless 'Update Fields' has 'Components'",
			},
			{
				name: 'Using Fields Below',
				value: 'fields',
				description: 'Replaces all components that the template has',
			},
		],
		default: 'none',
	},
	...shownFor('specifyTemplate', ['fields'], [templateTypeField, ...componentFields]),
];

/** Whatever says by itself what the fields say already has to be left out, or to say the same. */
function checkOnce(updateFields: Form, isNamed: boolean): void {
	const components = updateFields.label('templateComponents');
	if (jsonOf(updateFields.raw('templateComponents'), components) !== undefined) {
		throw new FieldError(
			`'${components}' is there, and the fields of the template are as well`,
			'Remove it from the fields to change, or leave the template as it is.',
		);
	}
	const format = updateFields.optionalId('parameterFormat');
	if (isNamed && format !== undefined && format !== 'NAMED') {
		throw new FieldError(
			`'${updateFields.label('parameterFormat')}' does not fit the variables`,
			'The template has variables such as {first_name}. Choose Named, or remove the field.',
		);
	}
}

/** The members of the request that the fields of the components fill, if they are to be used. */
export function changedComponents(form: Form): IDataObject {
	const specify = form.member('specifyTemplate', oneOf(['none', 'fields'])) ?? 'none';
	if (specify === 'none') return {};
	const components = componentsFromForm(form);
	const isNamed = hasNamedVariables(form, components);
	checkOnce(form.group('updateFields'), isNamed);
	return {
		templateComponents: jsonBlob(components, 'Template', MAX_COMPONENTS_BYTES),
		...(isNamed ? { parameterFormat: 'NAMED' } : {}),
	};
}
