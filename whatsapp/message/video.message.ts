import { filledIn } from '../../form/field';
import { messageFile } from '../media/fields';
import { caption } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const video: MessageType = {
	name: 'Video',
	value: 'video',
	description: 'An MP4 or 3GP video of up to 16 MB',
	fields: [...messageFile.fields, caption],
	content: (form) => {
		const text = filledIn(form, { caption });
		return mediaObject('video', messageFile.of(form), () => text);
	},
};
