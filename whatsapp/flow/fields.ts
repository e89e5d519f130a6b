import type { INodeProperties } from 'n8n-workflow';
import { link } from '../../form/link';
import type { MemberField } from '../../form/member';
import { listOf, oneOf, text } from '../../form/readers';
import type { TextRule } from '../../form/rule';
import { locator, type TypedMode } from '../../form/locator';

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
	hint: "This is not a Flow ID. It is Meta's ID of the Flow and has digits only.",
};

export function flow({ location }: Pick<MemberField, 'location'>): MemberField {
	return {
		location,
		member: 'flowId',
		read: text({ ...FLOW_ID_RULE, required: true }),
		property: locator({
			displayName: 'Flow',
			name: 'flowId',
			description: 'A form that customers fill in inside WhatsApp',
			searchListMethod: 'searchFlows',
			typed: [byId],
		}),
	};
}

/** The value says by itself whether it is an ID, so that digits alone are not taken for a name. */
const byName: TypedMode = {
	displayName: 'By Name',
	name: 'name',
	pattern: '(?![0-9]+$)\\S(.{0,198}\\S)?',
	example: 'Book an appointment',
	hint: 'This is not a Flow name. It has at most 200 characters and not only digits, which would be an ID.',
};

/** The Flow of a message; the list shows those of the phone number's business account. */
export const sendableFlow: INodeProperties = locator({
	displayName: 'Flow',
	name: 'flowId',
	description: 'The form that the customer fills in inside WhatsApp',
	searchListMethod: 'searchFlows',
	typed: [byId, byName],
});

export const cloneFlow: MemberField = {
	location: 'body',
	member: 'cloneFlowId',
	read: text(FLOW_ID_RULE),
	property: locator({
		displayName: 'Clone From Flow',
		name: 'cloneFlowId',
		description: 'An existing Flow of the same business account to begin with',
		searchListMethod: 'searchFlows',
		typed: [byId],
		isOptional: true,
	}),
};

const CATEGORIES = [
	{ name: 'Appointment Booking', value: 'APPOINTMENT_BOOKING' },
	{ name: 'Contact Us', value: 'CONTACT_US' },
	{ name: 'Customer Support', value: 'CUSTOMER_SUPPORT' },
	{ name: 'Lead Generation', value: 'LEAD_GENERATION' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Shopping', value: 'SHOPPING' },
	{ name: 'Sign In', value: 'SIGN_IN' },
	{ name: 'Sign Up', value: 'SIGN_UP' },
	{ name: 'Survey', value: 'SURVEY' },
];

/** What a Flow is for: 1 to 9 of Meta's categories. */
export function categories({ required }: { required: boolean }): MemberField {
	const property: INodeProperties = {
		displayName: 'Categories',
		name: 'categories',
		type: 'multiOptions',
		options: CATEGORIES,
		default: [],
		...(required ? { required: true } : {}),
		description: 'What the Flow is for',
	};
	return {
		property,
		location: 'body',
		member: 'categories',
		read: listOf(oneOf(CATEGORIES.map(({ value }) => value)), { max: 9, by: 'AWS', required }),
	};
}

export function flowName({ required }: { required: boolean }): MemberField {
	return {
		location: 'body',
		member: 'flowName',
		read: text({ minLength: 1, maxLength: 200, by: 'AWS', required }),
		property: {
			displayName: 'Flow Name',
			name: 'flowName',
			type: 'string',
			default: '',
			...(required ? { required: true } : {}),
			placeholder: 'e.g. Book an appointment',
			description: 'Unique within the business account, at most 200 characters',
		},
	};
}

export const endpointUri: MemberField = {
	location: 'body',
	member: 'endpointUri',
	read: link({ maxLength: 2048, by: 'AWS', begins: 'https' }),
	property: {
		displayName: 'Endpoint URI',
		name: 'endpointUri',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://flows.example.com/booking',
		description: 'HTTPS address with which a dynamic Flow exchanges data',
	},
};
