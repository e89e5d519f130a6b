import { everything, triggerOptions } from '../../../whatsapp/events/eventKinds';
import { message } from '../../../whatsapp/events/kinds/message.event';
import { status } from '../../../whatsapp/events/kinds/status.event';
import { severalListed } from './several';

export const triggerOn = severalListed('Trigger On', 'triggerOn', {
	options: triggerOptions,
	default: [message.triggerOn.value],
	required: true,
	description: 'What starts the workflow. Each event becomes one item.',
});

export const statuses = severalListed('Statuses', 'statuses', {
	options: [
		{ name: 'Accepted', value: 'accepted', description: 'AWS passed the message to WhatsApp' },
		{ name: 'Deleted', value: 'deleted', description: 'The customer deleted the message' },
		{
			name: 'Delivered',
			value: 'delivered',
			description: "The message reached the recipient's phone",
		},
		{
			name: 'Failed',
			value: 'failed',
			description: 'The message could not be delivered. See errors for the reason.',
		},
		{ name: 'Played', value: 'played', description: 'A voice note was played' },
		{
			name: 'Read',
			value: 'read',
			description: 'Only for recipients who have read receipts turned on',
		},
		{ name: 'Sent', value: 'sent', description: 'WhatsApp accepted the message' },
		{
			name: 'Warning',
			value: 'warning',
			description: 'Some content of the message may be missing',
		},
	],
	displayOptions: { show: { triggerOn: [everything.value, status.triggerOn.value] } },
	description:
		'Which message statuses start the workflow; other events are not affected. Leave empty for all statuses, usually 3 or 4 per message.',
});

/** What starts the workflow. */
export const eventFields = [triggerOn, statuses];
