import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { requiredPlainText } from '../typedText';

/** WhatsApp's limit, in Unicode code points. */
export const MAX_BUTTON_TEXT = 25;

export const buttonTextField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Track order',
	description: 'What the button says, at most 25 characters; 20 for a voice call',
};

/** The text on a button, in which there are no variables. */
export const buttonTextMember = (row: Form, maxLength = MAX_BUTTON_TEXT): IDataObject => ({
	text: requiredPlainText(row, 'text', maxLength),
});
