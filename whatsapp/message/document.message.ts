import { fileSource } from '../media/fileSource';
import { captionField, captionMember } from './caption';
import { fileNameField, fileNameMember } from './fileName';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const document: MessageType = {
	name: 'Document',
	value: 'document',
	description: 'A PDF, text or Office file of up to 100 MB',
	media: 'document',
	fields: [captionField, fileNameField],
	content: (form) => {
		const caption = captionMember(form);
		const fileName = fileNameMember(form);
		return mediaObject('document', fileSource(form), (file) => ({ ...caption, ...fileName(file) }));
	},
};
