import { text } from '../../form/texts';

export const caption = text('Caption', 'caption', {
	max: 1024,
	typeOptions: { rows: 2 },
	example: 'Your invoice for May',
	description: 'Text below the file, at most {max} characters',
});
