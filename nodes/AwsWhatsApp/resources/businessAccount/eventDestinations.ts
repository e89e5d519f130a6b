import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../../form/choices';
import { filledIn } from '../../../../form/field';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';
import { id } from '../../../../form/texts';

const ROLE_RULE: TextRule = {
	pattern: /^arn:.*:iam::\d{12}:role\/[a-zA-Z0-9+=,.@\-_]+$/,
	format:
		'the ARN of an IAM role without a path, such as arn:aws:iam::111122223333:role/whatsapp-events',
};

const ROLE_EXAMPLE = 'arn:aws:iam::111122223333:role/whatsapp-events';

const destination = choice(
	'Event Destination',
	'destinationType',
	{
		amazonConnect: 'Amazon Connect Instance',
		snsTopic: 'Amazon SNS Topic',
		none: ['None', 'Received messages and statuses are not sent anywhere'],
	},
	{
		default: 'snsTopic',
		needed: true,
		description: 'Where AWS sends received messages, delivery statuses and changes',
	},
);

const forTopic = { displayOptions: { show: { destinationType: ['snsTopic'] } } };
const forConnect = { displayOptions: { show: { destinationType: ['amazonConnect'] } } };

const topic = {
	eventDestinationArn: id('Event Destination ARN', 'eventDestinationArn', {
		rule: {
			maxLength: 2048,
			by: 'AWS',
			pattern: /^arn:[^:]+:sns:[^:]+:\d{12}:[^:]+$/,
			format: 'the ARN of an SNS topic, arn:aws:sns:…',
		},
		required: true,
		example: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
		description:
			'A standard topic, not FIFO, whose policy lets social-messaging.amazonaws.com publish to it',
		...forTopic,
	}),
	roleArn: id('Role ARN', 'roleArn', {
		rule: ROLE_RULE,
		example: ROLE_EXAMPLE,
		description: 'Role that AWS uses to write events, if the topic needs one',
		...forTopic,
	}),
};

const connect = {
	eventDestinationArn: id('Event Destination ARN', 'eventDestinationArn', {
		rule: {
			maxLength: 2048,
			by: 'AWS',
			pattern: /^arn:[^:]+:connect:[^:]+:\d{12}:instance\/.+$/,
			format: 'the ARN of an Amazon Connect instance, arn:aws:connect:…:instance/…',
		},
		required: true,
		example: 'arn:aws:connect:eu-west-1:111122223333:instance/1234abcd-12ab-34cd-56ef',
		description: 'The Connect instance that imports the phone numbers',
		...forConnect,
	}),
	roleArn: id('Role ARN', 'roleArn', {
		rule: ROLE_RULE,
		required: true,
		example: ROLE_EXAMPLE,
		description: 'Role that AWS uses to import the phone numbers and write events',
		...forConnect,
	}),
};

/** The form of one event destination: a business account has one or none. */
export const eventDestinationFields = [
	destination,
	topic.eventDestinationArn,
	connect.eventDestinationArn,
	topic.roleArn,
	connect.roleArn,
];

/**
 * The list of event destinations that the form describes: one or none.
 *
 * @throws FieldError for an ARN of another kind, and for a FIFO topic, which AWS cannot write to
 */
export function eventDestinationsOf(form: Form): IDataObject[] {
	const type = destination.of(form);
	if (type === 'none') return [];
	const { eventDestinationArn } = type === 'snsTopic' ? topic : connect;
	if (eventDestinationArn.of(form).endsWith('.fifo')) {
		throw new FieldError(
			`'${form.label(eventDestinationArn)}' is a FIFO topic`,
			'AWS publishes WhatsApp events to standard topics only. Create a standard topic.',
		);
	}
	return [filledIn(form, type === 'snsTopic' ? topic : connect)];
}
