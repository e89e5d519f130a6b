import { filledIn } from '../../form/field';
import { messageFile } from '../media/fields';
import { caption } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const image: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A JPEG or PNG picture of up to 5 MB',
	fields: [...messageFile.fields, caption],
	content: (form) => {
		const text = filledIn(form, { caption });
		return mediaObject('image', messageFile.of(form), () => text);
	},
};
