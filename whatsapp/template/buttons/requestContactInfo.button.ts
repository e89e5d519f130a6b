import type { TemplateButton } from './templateButton';

/** A button that shares the phone number of the customer. */
export const requestContactInfo: TemplateButton = {
	name: 'Request Contact Info',
	value: 'REQUEST_CONTACT_INFO',
	create: {
		description: 'Shares the phone number of the customer',
		on: ['template'],
		max: 1,
		fields: [],
		members: () => ({ text: 'Share Contact Info' }),
	},
};
