import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fileNameOf, type NameFacts } from '../media/fileName';
import type { Form } from '../../form/form';
import { ifPresent } from './messageType';

export const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'filename',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice-17.pdf',
	description:
		'Name that the recipient sees. Without it, the name of the file is taken. A missing ending is added where the type is known: not for a media ID, nor for a link without an ending.',
};

/**
 * The name of a document: the one in the form, else the file's own. Where none is known that would
 * open, WhatsApp decides.
 */
export function fileNameMember(form: Form, name = 'filename'): (file: NameFacts) => IDataObject {
	const typed = form.text(name);
	return (file) => ifPresent('filename', fileNameOf(file, typed));
}
