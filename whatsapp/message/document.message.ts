import { filledIn } from '../../form/field';
import { fileSource } from '../media/fileSource';
import { caption } from './caption';
import { fileName, named } from './fileName';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const document: MessageType = {
	name: 'Document',
	value: 'document',
	description: 'A PDF, text or Office file of up to 100 MB',
	media: 'document',
	fields: [caption, fileName],
	content: (form) => {
		const text = filledIn(form, { caption });
		const nameOf = named(fileName.of(form));
		return mediaObject('document', fileSource(form), (file) => ({ ...text, ...nameOf(file) }));
	},
};
