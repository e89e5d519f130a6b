import { captionField, captionKey } from './caption';
import { fileKeys, type MessageType } from './messageType';

export const image: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A JPEG or PNG picture of up to 5 MB',
	media: 'image',
	fields: [captionField],
	content: (form, media) => ({ ...fileKeys(media), ...captionKey(form) }),
};
