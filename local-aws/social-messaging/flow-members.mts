import { blob, list, text } from './members.mts';

const categories = [
	'SIGN_UP',
	'SIGN_IN',
	'APPOINTMENT_BOOKING',
	'LEAD_GENERATION',
	'SHOPPING',
	'CONTACT_US',
	'CUSTOMER_SUPPORT',
	'SURVEY',
	'OTHER',
];

/** What a flow is made of. Which of these are required depends on the action. */
export const flowMembers = {
	flowName: text({ min: 1, max: 200 }),
	categories: list(text({ oneOf: categories }), { min: 1, max: 9 }),
	flowJson: blob({ min: 1, max: 10_485_760 }),
	endpointUri: text({ min: 1, max: 2048 }),
};
