import { captionField, captionKey } from './caption';
import { fileKeys, type MessageType } from './messageType';

export const video: MessageType = {
	name: 'Video',
	value: 'video',
	description: 'An MP4 or 3GP video of up to 16 MB',
	media: 'video',
	fields: [captionField],
	content: (form, media) => ({ ...fileKeys(media), ...captionKey(form) }),
};
