import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';

const ROLE_RULE: TextRule = {
	pattern: /^arn:.*:iam::\d{12}:role\/[a-zA-Z0-9+=,.@\-_]+$/,
	format:
		'the ARN of an IAM role without a path, such as arn:aws:iam::111122223333:role/whatsapp-events',
};

const DESTINATION_RULES = new Map<string, TextRule>([
	[
		'amazonConnect',
		{
			maxLength: 2048,
			by: 'AWS',
			pattern: /^arn:[^:]+:connect:[^:]+:\d{12}:instance\/.+$/,
			format: 'the ARN of an Amazon Connect instance, arn:aws:connect:…:instance/…',
		},
	],
	[
		'snsTopic',
		{
			maxLength: 2048,
			by: 'AWS',
			pattern: /^arn:[^:]+:sns:[^:]+:\d{12}:[^:]+$/,
			format: 'the ARN of an SNS topic, arn:aws:sns:…',
		},
	],
]);

const shownFor = (...destinationType: string[]) => ({
	displayOptions: { show: { destinationType } },
});

const destinationArn: INodeProperties = {
	displayName: 'Event Destination ARN',
	name: 'eventDestinationArn',
	type: 'string',
	default: '',
	required: true,
};

const role: INodeProperties = {
	displayName: 'Role ARN',
	name: 'roleArn',
	type: 'string',
	default: '',
	placeholder: 'e.g. arn:aws:iam::111122223333:role/whatsapp-events',
};

/** The form of one event destination: a business account has one or none. */
export const eventDestinationFields: INodeProperties[] = [
	{
		displayName: 'Event Destination',
		name: 'destinationType',
		type: 'options',
		options: [
			{ name: 'Amazon Connect Instance', value: 'amazonConnect' },
			{ name: 'Amazon SNS Topic', value: 'snsTopic' },
			{ name: 'None', value: 'none', description: 'Received messages and statuses go nowhere' },
		],
		default: 'snsTopic',
		description: 'Where AWS reports received messages, delivery statuses and changes',
	},
	{
		...destinationArn,
		placeholder: 'e.g. arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
		description:
			'A standard topic, not FIFO, whose policy lets social-messaging.amazonaws.com publish to it',
		...shownFor('snsTopic'),
	},
	{
		...destinationArn,
		placeholder: 'e.g. arn:aws:connect:eu-west-1:111122223333:instance/1234abcd-12ab-34cd-56ef',
		description: 'The Connect instance that imports the phone numbers',
		...shownFor('amazonConnect'),
	},
	{
		...role,
		description: 'Role with which AWS writes events, if the topic needs one',
		...shownFor('snsTopic'),
	},
	{
		...role,
		required: true,
		description: 'Role with which AWS imports the phone numbers and writes events',
		...shownFor('amazonConnect'),
	},
];

/**
 * The list of event destinations that the form describes: one or none.
 *
 * @throws FieldError for an ARN of another kind, and for a FIFO topic, which AWS cannot write to
 */
export function eventDestinationsOf(form: Form): IDataObject[] {
	const type = form.text('destinationType');
	if (type === 'none') return [];
	const rule = DESTINATION_RULES.get(type);
	if (!rule) {
		throw new FieldError(
			`'${form.label('destinationType')}' has an unknown value`,
			'Use one of: amazonConnect, snsTopic, none.',
		);
	}
	const eventDestinationArn = form.id('eventDestinationArn', rule);
	if (eventDestinationArn.endsWith('.fifo')) {
		throw new FieldError(
			`'${form.label('eventDestinationArn')}' is a FIFO topic`,
			'AWS publishes WhatsApp events to standard topics only. Create a standard topic.',
		);
	}
	const roleArn = form.optionalId('roleArn', { ...ROLE_RULE, required: type === 'amazonConnect' });
	return [{ eventDestinationArn, ...(roleArn === undefined ? {} : { roleArn }) }];
}
