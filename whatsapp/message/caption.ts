import { filledIn } from '../../form/field';
import { text } from '../../form/texts';
import { messageFile } from '../media/fields';
import { mediaObject } from './mediaObject';
import type { MessageType } from './messageType';

export const caption = text('Caption', 'caption', {
	max: 1024,
	typeOptions: { rows: 2 },
	example: 'Your invoice for May',
	description: 'Text below the file, at most {max} characters',
});

/** A message that is a file with a caption. */
export const captioned = (
	value: 'image' | 'video',
	name: string,
	description: string,
): MessageType => ({
	name,
	value,
	groups: 'allowed',
	description,
	fields: [...messageFile.fields, caption],
	content: (form) => {
		const text = filledIn(form, { caption });
		return mediaObject(value, messageFile.of(form), () => text);
	},
});
