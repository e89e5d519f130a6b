import { MAX_BODY, type InteractiveType } from './interactiveType';

export const locationRequest: InteractiveType = {
	name: 'Location Request',
	value: 'location_request_message',
	description: 'A button with which the customer sends a location',
	body: { maxLength: MAX_BODY, required: true },
	footer: false,
	fields: [],
	action: () => ({ name: 'send_location' }),
};
