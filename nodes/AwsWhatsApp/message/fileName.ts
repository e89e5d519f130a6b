import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../request/form';
import { ifPresent } from './messageType';

/** Longest name that common file systems take. */
const MAX_FILE_NAME = 255;

export const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'filename',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice-17.pdf',
	description:
		'Name that the recipient sees; its ending decides the icon. Without it, the name of the file is taken.',
};

/**
 * The name of a document: the one in the form, else the file's own. Without any, the recipient sees
 * "Untitled".
 */
export function fileNameKey(form: Form, name = 'filename'): (own?: string) => IDataObject {
	const given = form.limitedText(name, MAX_FILE_NAME, 'this node').trim();
	return (own) => ifPresent('filename', given || own);
}
