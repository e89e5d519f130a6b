import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject, jsonOf } from '../../../form/json';
import type { TemplateField } from './component';

const field: TemplateField = {
	id: 'otherComponents',
	label: 'Other components: anything not offered here, as a JSON list of components',
	shortLabel: 'Other components',
	type: 'object',
	required: false,
};

/** @param isNeeded whether the template has a component or a button that has no fields of its own here */
export const otherComponentsField = (isNeeded: boolean): TemplateField =>
	isNeeded ? field : { ...field, rare: true };

const isComponent = (each: unknown): each is IDataObject =>
	isJsonObject(each) && typeof each.type === 'string' && each.type !== '';

/** Send components as the user wrote them, for what WhatsApp adds to its templates. */
export function otherComponents(form: Form): IDataObject[] {
	const label = form.label(field.id);
	const given = jsonOf(form.raw(field.id), label);
	if (given === undefined) return [];
	if (!Array.isArray(given) || !given.every(isComponent)) {
		throw new FieldError(
			`'${label}' is not a list of components`,
			'Enter a list of objects with a type, e.g. [{ "type": "button", "sub_type": "url", … }].',
		);
	}
	return given;
}
