import { severalOf } from '../../form/choices';
import type { Field } from '../../form/field';
import { locator, type TypedMode } from '../../form/locator';
import type { TextRule } from '../../form/rule';
import { id, link } from '../../form/texts';

export const FLOW_ID_RULE: TextRule = {
	maxLength: 100,
	by: 'AWS',
	pattern: /^[0-9]+$/,
	format: "Meta's ID of the Flow, digits only",
};

const byId: TypedMode = {
	displayName: 'By ID',
	name: 'id',
	pattern: '[0-9]{1,100}',
	example: '1013859600285441',
	hint: "This is not a Flow ID. Enter Meta's ID of the Flow, which contains only digits.",
};

export const flow = locator(
	{
		displayName: 'Flow',
		name: 'flowId',
		description: 'A form that customers fill in inside WhatsApp',
		searchListMethod: 'searchFlows',
		typed: [byId],
	},
	FLOW_ID_RULE,
);

/** The value says by itself whether it is an ID, so that digits alone are not taken for a name. */
const byName: TypedMode = {
	displayName: 'By Name',
	name: 'name',
	pattern: '(?![0-9]+$)\\S(.{0,198}\\S)?',
	example: 'Book an appointment',
	hint: 'This is not a Flow name. A Flow name has at most 200 characters and cannot consist only of digits.',
};

/** The Flow of a message, by ID or name; the list shows those of the phone number's business account. */
export const sendableFlow = locator(
	{
		displayName: 'Flow',
		name: 'flowId',
		description: 'The form that the customer fills in inside WhatsApp',
		searchListMethod: 'searchFlows',
		typed: [byId, byName],
	},
	{ maxLength: 200, by: 'AWS' },
);

export const cloneFlow = locator(
	{
		displayName: 'Clone From Flow',
		name: 'cloneFlowId',
		description: 'An existing Flow of the same business account to copy from',
		searchListMethod: 'searchFlows',
		typed: [byId],
		isOptional: true,
	},
	FLOW_ID_RULE,
);

/** What a Flow is for: 1 to 9 of Meta's categories. */
export const categories = (look: { required?: boolean } = {}) =>
	severalOf(
		'Categories',
		'categories',
		{
			APPOINTMENT_BOOKING: 'Appointment Booking',
			CONTACT_US: 'Contact Us',
			CUSTOMER_SUPPORT: 'Customer Support',
			LEAD_GENERATION: 'Lead Generation',
			OTHER: 'Other',
			SHOPPING: 'Shopping',
			SIGN_IN: 'Sign In',
			SIGN_UP: 'Sign Up',
			SURVEY: 'Survey',
		},
		{ ...look, description: 'What the Flow is for', bounds: { max: 9, by: 'AWS' } },
	);

export const flowName = (look: { required?: boolean } = {}): Field<string | undefined> =>
	id('Flow Name', 'flowName', {
		...look,
		rule: { minLength: 1, maxLength: 200, by: 'AWS' },
		example: 'Book an appointment',
		description: 'Unique within the business account, at most {max} characters',
	});

export const endpointUri = link('Endpoint URI', 'endpointUri', {
	rule: { maxLength: 2048, by: 'AWS', begins: 'https' },
	example: 'https://flows.example.com/booking',
	description: 'HTTPS URL that a dynamic Flow exchanges data with',
});
