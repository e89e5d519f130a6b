import { body } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

export const requestContactInfo: InteractiveType = {
	name: 'Request Contact Info',
	value: 'request_contact_info',
	description: 'A button that lets customers share their phone number',
	body,
	fields: [],
	action: () => ({ name: 'request_contact_info' }),
};
