import { fileSource } from '../media/fileSource';
import { captionField, captionKey } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const image: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A JPEG or PNG picture of up to 5 MB',
	media: 'image',
	fields: [captionField],
	content: (form) => {
		const caption = captionKey(form);
		return mediaObject('image', fileSource(form), () => caption);
	},
};
