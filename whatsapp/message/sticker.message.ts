import { messageFile } from '../media/fields';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const sticker: MessageType = {
	name: 'Sticker',
	value: 'sticker',
	groups: 'allowed',
	description: 'A WebP image of up to 100 KB, or 500 KB if animated',
	fields: [...messageFile.fields],
	content: (form) => mediaObject('sticker', messageFile.of(form)),
};
