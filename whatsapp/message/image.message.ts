import { filledIn } from '../../form/field';
import { fileSource } from '../media/fileSource';
import { caption } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const image: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A JPEG or PNG picture of up to 5 MB',
	media: 'image',
	fields: [caption],
	content: (form) => {
		const text = filledIn(form, { caption });
		return mediaObject('image', fileSource(form), () => text);
	},
};
