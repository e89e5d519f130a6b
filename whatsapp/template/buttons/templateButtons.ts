import type { INodeProperties } from 'n8n-workflow';
import { phoneNumberOf } from '../../message/phoneNumber';
import type { ButtonType } from './templateButton';
import { flowButton } from '../creation/flowButton';
import { buttonTextField, buttonTextMember } from './buttonText';
import { urlButton } from '../creation/urlButton';

/** WhatsApp's limits, in Unicode code points. */
const MAX_VOICE_CALL_TEXT = 20;
const MAX_CODE = 20;
const MAX_OFFER_CODE = 15;

const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +4915112345678',
	description: 'The number to call, with country code',
};

const codeField: INodeProperties = {
	displayName: 'Code Example',
	name: 'codeExample',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. SPRING20',
	description:
		'A code that a message may have, at most 20 characters; 15 in a limited-time offer. WhatsApp writes the text of the button itself.',
};

/** A button whose text WhatsApp prescribes. */
const fixed = (type: Pick<ButtonType, 'name' | 'value' | 'description'>, text: string) => ({
	...type,
	max: 1,
	fields: [],
	keys: () => ({ text }),
});

const copyCode = (maxLength: number): ButtonType => ({
	name: 'Copy Code',
	value: 'COPY_CODE',
	description: 'Copies a coupon code',
	max: 1,
	fields: [codeField],
	keys: (row) => ({ example: row.id('codeExample', { maxLength, by: 'WhatsApp' }) }),
});

const quickReply: ButtonType = {
	name: 'Quick Reply',
	value: 'QUICK_REPLY',
	description: 'Sends an answer',
	max: 10,
	fields: [buttonTextField],
	keys: (row) => buttonTextMember(row),
};

const phoneNumber: ButtonType = {
	name: 'Phone Number',
	value: 'PHONE_NUMBER',
	description: 'Calls a number',
	max: 1,
	fields: [buttonTextField, phoneNumberField],
	keys: (row) => ({
		...buttonTextMember(row),
		phone_number: phoneNumberOf(row.text('phoneNumber'), row.label('phoneNumber')),
	}),
};

const voiceCall: ButtonType = {
	name: 'Voice Call',
	value: 'VOICE_CALL',
	description: 'Calls you through WhatsApp',
	max: 1,
	fields: [buttonTextField],
	keys: (row) => buttonTextMember(row, MAX_VOICE_CALL_TEXT),
};

const orderDetails: ButtonType = {
	name: 'Order Details',
	value: 'ORDER_DETAILS',
	description: 'Opens an order to pay, in Brazil and India',
	max: 1,
	fields: [buttonTextField],
	keys: (row) => buttonTextMember(row),
};

const catalog = fixed(
	{ name: 'Catalog', value: 'CATALOG', description: 'Opens your catalog' },
	'View catalog',
);

const multiProduct = fixed(
	{ name: 'Multi-Product', value: 'MPM', description: 'Opens a choice of your products' },
	'View items',
);

/** The button under a single product. */
export const singleProduct = fixed(
	{ name: 'Single Product', value: 'SPM', description: 'Opens the product of the header' },
	'View',
);

const requestContactInfo = fixed(
	{
		name: 'Request Contact Info',
		value: 'REQUEST_CONTACT_INFO',
		description: 'Shares the phone number of the customer',
	},
	'Share Contact Info',
);

const withCode = (maxLength: number): ButtonType[] => [
	quickReply,
	urlButton,
	phoneNumber,
	copyCode(maxLength),
	flowButton,
	voiceCall,
	catalog,
	multiProduct,
	orderDetails,
	requestContactInfo,
];

/** The buttons of a template that has no special kind. */
export const buttonTypes = withCode(MAX_CODE);

export const offerButtonTypes = withCode(MAX_OFFER_CODE);

export const cardButtonTypes: ButtonType[] = [quickReply, urlButton, phoneNumber, singleProduct];
