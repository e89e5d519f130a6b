import { checkDifferent } from '../../../form/rows';
import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { replyButtons } from './replyButtons';

const buttons = replyButtons(
	'1 to 3 buttons',
	{ example: 'Yes, please', description: 'At most {max} characters. Must be unique.' },
	{
		example: 'confirm',
		description:
			'Returned when the button is tapped, at most {max} characters. Defaults to the title.',
	},
);

/** Up to three buttons, of which the customer presses one. */
export const button: InteractiveType = {
	name: 'Reply Buttons',
	value: 'button',
	description: 'Up to 3 buttons; the customer taps one',
	header: anyHeader,
	body,
	footer,
	fields: [buttons],
	action: (form) => {
		const replies = buttons.of(form);
		const label = form.label(buttons);
		checkDifferent(label, 'title', replies, ({ title }) => title);
		checkDifferent(label, 'ID', replies, ({ id }) => id);
		return { buttons: replies.map((reply) => ({ type: 'reply', reply })) };
	},
};
