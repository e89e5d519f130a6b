import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../form/form';
import { ifPresent } from './messageType';

/** WhatsApp's limit of a caption, in Unicode code points. */
const MAX_CAPTION = 1024;

export const captionField: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Your invoice for May',
	description: 'Text below the file, at most 1,024 characters',
};

export function captionMember(form: Form): IDataObject {
	return ifPresent('caption', form.limitedText('caption', MAX_CAPTION));
}
