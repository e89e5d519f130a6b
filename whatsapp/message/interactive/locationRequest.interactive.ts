import { body } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

export const locationRequest: InteractiveType = {
	name: 'Location Request',
	value: 'location_request_message',
	description: 'A button that lets the customer send a location',
	body,
	fields: [],
	action: () => ({ name: 'send_location' }),
};
