import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { textOf } from '../../../form/rule';

/** Several values in one field: a list, or a text with commas. WhatsApp may know more than the list has. */
export const several = (property: INodeProperties): Field<string[]> => ({
	property,
	of(form: Form) {
		const value = form.raw(property.name);
		const values: unknown[] = Array.isArray(value)
			? value
			: form.text(property.name).split(/[,;\n]/);
		return values
			.filter((each) => typeof each === 'string' || typeof each === 'number')
			.map((each) => textOf(each, form.label(property.name)).trim())
			.filter((each) => each !== '');
	},
});
