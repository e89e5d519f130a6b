import { flag } from '../../../../form/choices';

export const previewOnly = flag('Preview Only', 'previewOnly', {
	default: true,
	description: 'Whether to build and check the message and return it without sending it',
});

export const returnMessage = flag('Return Message', 'returnMessage', {
	default: true,
	description: 'Whether to include the whole message in the output, as it was sent',
});
