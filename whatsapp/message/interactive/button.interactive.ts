import { rowsField } from '../../../form/rows';
import { allDifferent, buttonTitle, countedRows, replyId } from './choices';
import { ALL_HEADERS, MAX_BODY, type InteractiveType } from './interactiveType';

const MAX_BUTTONS = 3;

/** Up to three buttons, of which the customer presses one. */
export const button: InteractiveType = {
	name: 'Reply Buttons',
	value: 'button',
	description: 'Up to 3 buttons, of which the customer presses one',
	headers: { types: ALL_HEADERS },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		rowsField({
			displayName: 'Buttons',
			name: 'buttons',
			row: 'Button',
			description: 'One to three',
			required: true,
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Yes, please',
					description: 'At most 20 characters, on no other button',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. confirm',
					description:
						'Comes back when the button is pressed, at most 256 characters. Without it, the title.',
				},
			],
		}),
	],
	action: (form) => {
		const replies = countedRows(form, 'buttons', form.rows('buttons'), { max: MAX_BUTTONS }).map(
			(row) => {
				const title = buttonTitle(row, 'title');
				return { id: replyId(row, 'id', title), title };
			},
		);
		allDifferent(
			form,
			'buttons',
			'title',
			replies.map(({ title }) => title),
		);
		allDifferent(
			form,
			'buttons',
			'ID',
			replies.map(({ id }) => id),
		);
		return { buttons: replies.map((reply) => ({ type: 'reply', reply })) };
	},
};
