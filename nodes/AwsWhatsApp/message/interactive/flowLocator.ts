import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../fields/locator';
import { businessAccountField } from '../../fields/locators';

/** Nothing but the list needs the account, and a Flow may be named without it. */
const account: INodeProperties = {
	...businessAccountField(
		'Whose Flows the list below shows. Not needed where the Flow is named by ID or by name.',
	),
	required: undefined,
};

/**
 * The Flow to send. As the value says by itself whether it is an ID, digits only are not taken for a
 * name.
 */
export const flowLocatorFields: INodeProperties[] = [
	account,
	locator({
		displayName: 'Flow',
		name: 'flowId',
		description: 'The form that the customer fills in inside WhatsApp',
		searchListMethod: 'searchFlows',
		typed: [
			{
				displayName: 'By ID',
				name: 'id',
				pattern: '[0-9]{1,100}',
				example: '1013859600285441',
				hint: "This is not a Flow ID. It is Meta's ID of the Flow and has digits only.",
			},
			{
				displayName: 'By Name',
				name: 'name',
				pattern: '(?![0-9]+$)\\S(.{0,198}\\S)?',
				example: 'Book an appointment',
				hint: 'This is not a Flow name. It has at most 200 characters and not only digits, which would be an ID.',
			},
		],
	}),
];
