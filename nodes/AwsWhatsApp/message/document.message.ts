import { captionField, captionKey } from './caption';
import { fileKeys, ifPresent, type MessageType } from './messageType';

/** Longest name that common file systems take. */
const MAX_FILE_NAME = 255;

export const document: MessageType = {
	name: 'Document',
	value: 'document',
	description: 'A PDF, text or Office file of up to 100 MB',
	media: 'document',
	fields: [
		captionField,
		{
			displayName: 'File Name',
			name: 'filename',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice-17.pdf',
			description:
				'Name that the recipient sees; its ending decides the icon. Without it, the name of the file is taken.',
		},
	],
	// Without a name the recipient sees "Untitled".
	content: (form, media) => ({
		...fileKeys(media),
		...captionKey(form),
		...ifPresent(
			'filename',
			form.limitedText('filename', MAX_FILE_NAME).trim() || (media.fileName ?? ''),
		),
	}),
};
