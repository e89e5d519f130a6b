import { fileSource } from '../media/fileSource';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const audio: MessageType = {
	name: 'Audio',
	value: 'audio',
	description: 'A sound file or voice note of up to 16 MB',
	media: 'audio',
	fields: [],
	content: (form) => {
		const voice = form.options.flag('voice') ? { voice: true } : {};
		return mediaObject('audio', fileSource(form), () => voice);
	},
};
