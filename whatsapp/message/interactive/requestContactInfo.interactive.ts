import { body } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

export const requestContactInfo: InteractiveType = {
	name: 'Contact Info Request',
	value: 'request_contact_info',
	description: 'A button with which the customer shares the own contact card',
	body,
	fields: [],
	action: () => ({ name: 'request_contact_info' }),
};
