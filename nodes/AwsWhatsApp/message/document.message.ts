import { fileSource } from '../media/fileSource';
import { captionField, captionKey } from './caption';
import { fileNameField, fileNameKey } from './fileName';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const document: MessageType = {
	name: 'Document',
	value: 'document',
	description: 'A PDF, text or Office file of up to 100 MB',
	media: 'document',
	fields: [captionField, fileNameField],
	content: (form) => {
		const caption = captionKey(form);
		const fileName = fileNameKey(form);
		return mediaObject('document', fileSource(form), (file) => ({ ...caption, ...fileName(file) }));
	},
};
