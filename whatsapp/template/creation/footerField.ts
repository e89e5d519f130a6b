import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { plainText } from '../typedText';

/** WhatsApp's limit, in Unicode code points. */
const MAX_FOOTER = 60;

export const footerField: INodeProperties = {
	displayName: 'Footer',
	name: 'footerText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to hear no more of this',
	description: 'Small gray text at the end, at most 60 characters and without variables',
};

/** The footer of a template, if it has one. */
export function footer(form: Form): IDataObject[] {
	const text = plainText(form, 'footerText', MAX_FOOTER);
	return text.trim() === '' ? [] : [{ type: 'FOOTER', text }];
}
