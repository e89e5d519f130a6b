import { fileKeys, type MessageType } from './messageType';

export const audio: MessageType = {
	name: 'Audio',
	value: 'audio',
	description: 'A sound file or voice note of up to 16 MB',
	media: 'audio',
	fields: [],
	content: (form, media) => ({
		...fileKeys(media),
		...(form.options.flag('voice') ? { voice: true } : {}),
	}),
};
