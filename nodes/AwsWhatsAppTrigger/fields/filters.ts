import type { INodeProperties } from 'n8n-workflow';
import { messageTypes } from '../../../whatsapp/events/messageTypes';

/** What narrows down the events that start the workflow. */
export const filterFields: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Keyword Match',
			name: 'keywordMatch',
			type: 'options',
			options: [
				{ name: 'Begins With', value: 'beginsWith' },
				{
					name: 'Contains Text',
					value: 'contains',
					description: 'Also inside words, as languages without spaces need it',
				},
				{ name: 'Contains Word', value: 'containsWord' },
				{ name: 'Is Exactly', value: 'isExactly' },
			],
			default: 'containsWord',
			description: 'How the text has to match one of the keywords',
		},
		{
			displayName: 'Keywords',
			name: 'keywords',
			type: 'string',
			default: '',
			placeholder: 'e.g. stop, unsubscribe',
			description:
				'Only messages with one of these, separated by commas. Upper and lower case make no difference. Captions, and titles and IDs of tapped buttons, count as text.',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			options: messageTypes.map(({ name, value, description }) => ({ name, value, description })),
			default: [],
			description: 'Only messages of these types',
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +4915112345678, +353861234567',
			description:
				'Only messages from these phone numbers with country code, or user IDs, separated by commas',
		},
		{
			displayName: 'Your Phone Number Names or IDs',
			name: 'phoneNumberIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getPhoneNumbers' },
			default: [],
			description:
				'Only events of these phone numbers of yours, and those that may be about them or about your account as a whole. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
};
