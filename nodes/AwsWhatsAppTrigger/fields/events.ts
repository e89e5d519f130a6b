import type { INodeProperties } from 'n8n-workflow';

/** What starts the workflow. */
export const eventFields: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'multiOptions',
		options: [
			{
				name: 'Account Update',
				value: 'accountUpdates',
				description: 'Limits, quality, names and reviews of your accounts and numbers',
			},
			{ name: 'Call', value: 'calls', description: 'Calls and what becomes of them' },
			{
				name: 'Everything',
				value: 'everything',
				description: 'All of these, and whatever WhatsApp adds in future',
			},
			{
				name: 'Flow Update',
				value: 'flowUpdates',
				description: 'Status of your Flows and health of their endpoints',
			},
			{
				name: 'Group Update',
				value: 'groupUpdates',
				description: 'Groups, their members and settings',
			},
			{
				name: 'Marketing Preference',
				value: 'userPreferences',
				description: 'Somebody stops or resumes marketing messages',
			},
			{
				name: 'Message',
				value: 'messages',
				description: 'A customer writes, taps a button, fills in a form or sends a file',
			},
			{
				name: 'Message Status',
				value: 'statuses',
				description: 'A message of yours was sent, delivered, read, or has failed',
			},
			{
				name: 'Template Update',
				value: 'templateUpdates',
				description: 'Review, quality, category and content of your templates',
			},
		],
		default: ['messages'],
		required: true,
		description: 'What starts the workflow. Each event becomes one item.',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Accepted', value: 'accepted', description: 'AWS passed the message to WhatsApp' },
			{ name: 'Deleted', value: 'deleted', description: 'The customer deleted the message' },
			{ name: 'Delivered', value: 'delivered', description: "It is on the recipient's phone" },
			{ name: 'Failed', value: 'failed', description: 'It was not delivered; errors say why' },
			{ name: 'Played', value: 'played', description: 'A voice note was listened to' },
			{
				name: 'Read',
				value: 'read',
				description: 'Only from people with read receipts switched on',
			},
			{ name: 'Sent', value: 'sent', description: 'WhatsApp has taken the message' },
			{
				name: 'Warning',
				value: 'warning',
				description: 'The message holds something that may be missing',
			},
		],
		default: [],
		displayOptions: { show: { triggerOn: ['everything', 'statuses'] } },
		description:
			'Which message statuses start the workflow; other events are not affected. Leave empty for all statuses, usually three or four per message.',
	},
];
