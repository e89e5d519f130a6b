import { choice } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { messageTypes as knownTypes } from '../../../whatsapp/events/messageTypes';
import { severalListed, severalTexts } from './several';

export const keywordMatch = choice(
	'Keyword Match',
	'keywordMatch',
	{
		contains: [
			'Contains Text',
			'Also matches inside words, as needed for languages without spaces',
		],
		containsWord: 'Contains Word',
		isExactly: 'Equals',
		beginsWith: 'Starts With',
	},
	{
		default: 'containsWord',
		description: 'How the text must match one of the keywords',
	},
);

export const keywords = severalTexts('Keywords', 'keywords', {
	example: 'stop, unsubscribe',
	description:
		'Only messages with one of these keywords, separated by commas. Not case-sensitive. Captions, and titles and IDs of tapped buttons, count as text.',
});

export const messageTypes = severalListed('Message Types', 'messageTypes', {
	options: knownTypes.map(({ name, value, description }) => ({ name, value, description })),
	description: 'Only messages of these types',
});

export const senders = severalTexts('Senders', 'senders', {
	example: '+4915112345678, +353861234567',
	description:
		'Only messages from these phone numbers with country code, or user IDs, separated by commas',
});

export const phoneNumberIds = severalListed('Your Phone Number Names or IDs', 'phoneNumberIds', {
	typeOptions: { loadOptionsMethod: 'getPhoneNumbers' },
	description:
		'Only events of these phone numbers, and events that may concern them or your account as a whole. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

/** What narrows down the events that start the workflow. */
export const filters = collection(
	'Filters',
	'filters',
	[keywordMatch, keywords, messageTypes, senders, phoneNumberIds],
	{ placeholder: 'Add filter' },
);
