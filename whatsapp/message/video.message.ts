import { fileSource } from '../media/fileSource';
import { captionField, captionMember } from './caption';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const video: MessageType = {
	name: 'Video',
	value: 'video',
	description: 'An MP4 or 3GP video of up to 16 MB',
	media: 'video',
	fields: [captionField],
	content: (form) => {
		const caption = captionMember(form);
		return mediaObject('video', fileSource(form), () => caption);
	},
};
