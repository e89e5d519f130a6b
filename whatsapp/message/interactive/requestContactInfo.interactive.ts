import { body } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

export const requestContactInfo: InteractiveType = {
	name: 'Contact Info Request',
	value: 'request_contact_info',
	description: 'A button that lets customers share their contact card',
	body,
	fields: [],
	action: () => ({ name: 'request_contact_info' }),
};
