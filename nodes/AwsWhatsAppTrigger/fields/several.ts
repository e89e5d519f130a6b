import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import { textOf } from '../../../form/rule';

/** Several values in one field: a list, or a text with commas. WhatsApp may know more than the list has. */
export const several = (property: INodeProperties): Field<string[]> => ({
	property,
	of: (form) => {
		const label = form.label({ property });
		const value = form.raw({ property });
		const values: unknown[] = Array.isArray(value) ? value : textOf(value, label).split(/[,;\n]/);
		return values
			.filter((each) => typeof each === 'string' || typeof each === 'number')
			.map((each) => textOf(each, label).trim())
			.filter((each) => each !== '');
	},
});
