import { flag } from '../../form/choices';
import { messageFile } from '../media/fields';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

const voiceNote = flag('Voice Note', 'voice', {
	default: true,
	description: 'Whether to show the audio as a voice note. It must be OGG with the Opus codec.',
	displayOptions: { show: { '/messageType': ['audio'] } },
});

export const audio: MessageType = {
	name: 'Audio',
	value: 'audio',
	groups: 'allowed',
	description: 'An audio file or voice note of up to 16 MB',
	fields: [...messageFile.fields],
	options: [voiceNote],
	content: (form) => {
		const voice = voiceNote.of(form.options) ? { voice: true } : {};
		return mediaObject('audio', messageFile.of(form), () => voice);
	},
};
