import { mapped, type Field, type Look } from '../../../form/field';
import { rows } from '../../../form/rows';
import { id, text } from '../../../form/texts';

interface Reply {
	id: string;
	title: string;
}

/** One to three buttons, of which the customer presses one. Back comes the given ID, else the title. */
export function replyButtons(description: string, titleLook: Look, idLook: Look): Field<Reply[]> {
	const title = text('Title', 'title', { ...titleLook, max: 20, needed: true });
	const replyId = id('ID', 'id', { ...idLook, rule: { maxLength: 256, by: 'WhatsApp' } });
	const buttons = rows('Buttons', 'buttons', {
		row: 'Button',
		fields: [title, replyId],
		count: { max: 3 },
		description,
		required: true,
	});
	return mapped(buttons, (found) =>
		found.map((row) => {
			const shown = title.of(row);
			return { id: replyId.of(row) ?? shown, title: shown };
		}),
	);
}
