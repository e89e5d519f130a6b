import { choice } from '../../form/choices';
import { id } from '../../form/texts';

/** How a Flow opens: with a screen that is known here, or as its endpoint says. */
export const flowAction = choice(
	'Flow Action',
	'flowAction',
	{
		data_exchange: ['Data Exchange', "The Flow's endpoint chooses the first screen"],
		navigate: ['Navigate', 'The Flow opens on the screen you choose below'],
	},
	{ default: 'navigate' },
);

export const firstScreen = id('First Screen', 'flowScreen', {
	example: 'APPOINTMENT',
	description: 'ID of the screen to open. Defaults to the first screen of the Flow.',
	displayOptions: { show: { flowAction: ['navigate'] } },
});
