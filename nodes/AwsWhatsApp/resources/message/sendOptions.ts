import { flag } from '../../../../form/choices';

export const previewOnly = flag('Preview Only', 'previewOnly', {
	default: true,
	description:
		'Whether to compose and check the message without sending it, and to give it as output',
});

export const returnMessage = flag('Return Message', 'returnMessage', {
	default: true,
	description: 'Whether the output holds the whole message as it was sent',
});
