import { filledIn } from '../../form/field';
import { messageFile } from '../media/fields';
import { caption } from './caption';
import { fileName, named } from './fileName';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const document: MessageType = {
	name: 'Document',
	value: 'document',
	groups: 'allowed',
	description: 'A PDF, text or Office file of up to 100 MB',
	fields: [...messageFile.fields, caption, fileName],
	content: (form) => {
		const text = filledIn(form, { caption });
		const nameOf = named(fileName.of(form));
		return mediaObject('document', messageFile.of(form), (file) => ({ ...text, ...nameOf(file) }));
	},
};
