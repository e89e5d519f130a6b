import { MAX_BODY, type InteractiveType } from './interactiveType';

export const requestContactInfo: InteractiveType = {
	name: 'Contact Info Request',
	value: 'request_contact_info',
	description: 'A button with which the customer shares the own contact card',
	body: { maxLength: MAX_BODY, required: true },
	footer: false,
	fields: [],
	action: () => ({ name: 'request_contact_info' }),
};
