import { several } from './several';

export const triggerOn = several({
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'multiOptions',
	options: [
		{
			name: 'Account Update',
			value: 'accountUpdates',
			description: 'Limits, quality, names and reviews of your accounts and numbers',
		},
		{
			name: 'App Echo',
			value: 'echoes',
			description: 'Somebody writes in the WhatsApp Business app of one of your numbers',
		},
		{
			name: 'App History',
			value: 'history',
			description:
				'What was said in the WhatsApp Business app before you connected it. One item for each conversation in a delivery, with all its messages.',
		},
		{
			name: 'App Sync',
			value: 'appSync',
			description: 'A contact in the WhatsApp Business app was added, changed or removed',
		},
		{
			name: 'Call',
			value: 'calls',
			description: 'Incoming and outgoing calls, their status, recordings and transcripts',
		},
		{
			name: 'Conversation Handover',
			value: 'handovers',
			description: 'A conversation was given to your app, or taken from it',
		},
		{
			name: 'Everything',
			value: 'everything',
			description: 'All events, including ones that WhatsApp adds in the future',
		},
		{
			name: 'Flow Update',
			value: 'flowUpdates',
			description: 'Status of your Flows and health of their endpoints',
		},
		{
			name: 'Group Update',
			value: 'groupUpdates',
			description: 'Groups, their members, requests to join and settings',
		},
		{
			name: 'Marketing Preference',
			value: 'userPreferences',
			description: 'A user opts out of or back in to marketing messages',
		},
		{
			name: 'Message',
			value: 'messages',
			description: 'A customer writes, taps a button, fills in a form or sends a file',
		},
		{
			name: 'Message Status',
			value: 'statuses',
			description: 'A message you sent was accepted, delivered, read or failed',
		},
		{
			name: 'Standby',
			value: 'standby',
			description: 'What is said in conversations that another app answers. Not to be answered.',
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
});

export const statuses = several({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Accepted', value: 'accepted', description: 'AWS passed the message to WhatsApp' },
		{ name: 'Deleted', value: 'deleted', description: 'The customer deleted the message' },
		{ name: 'Delivered', value: 'delivered', description: "It is on the recipient's phone" },
		{
			name: 'Failed',
			value: 'failed',
			description: 'The message could not be delivered. See errors for the reason.',
		},
		{ name: 'Played', value: 'played', description: 'A voice note was listened to' },
		{
			name: 'Read',
			value: 'read',
			description: 'Only for recipients who have read receipts turned on',
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
});

/** What starts the workflow. */
export const eventFields = [triggerOn, statuses];
