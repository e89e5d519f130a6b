import { fileSource } from '../media/fileSource';
import { captionField, captionMember } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const image: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A JPEG or PNG picture of up to 5 MB',
	media: 'image',
	fields: [captionField],
	content: (form) => {
		const caption = captionMember(form);
		return mediaObject('image', fileSource(form), () => caption);
	},
};
