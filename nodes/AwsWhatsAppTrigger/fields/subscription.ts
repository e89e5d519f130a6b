import type { INodeProperties } from 'n8n-workflow';
import { businessAccountField } from '../../fields/locators';

const TOPIC_EXAMPLE = 'e.g. arn:aws:sns:eu-west-1:111122223333:whatsapp-events';

/** How the events get to n8n. */
export const subscriptionFields: INodeProperties[] = [
	{
		displayName: 'Subscription',
		name: 'subscription',
		type: 'options',
		options: [
			{
				name: 'Managed by This Node',
				value: 'automatic',
				description: 'Made when the workflow is activated, removed when it is deactivated',
			},
			{
				name: 'Managed Elsewhere',
				value: 'external',
				description: 'By Terraform or by hand. The node only listens.',
			},
		],
		default: 'automatic',
		description:
			'AWS publishes all events of a business account to one SNS topic. This says who subscribes n8n to it.',
	},
	{
		displayName: 'Topic',
		name: 'topicFrom',
		type: 'options',
		options: [
			{
				name: 'Event Destination of a Business Account',
				value: 'businessAccount',
				description: 'Found through the business account',
			},
			{ name: 'By ARN', value: 'topicArn', description: 'Needs fewer permissions' },
		],
		default: 'businessAccount',
		displayOptions: { show: { subscription: ['automatic'] } },
		description: 'Which SNS topic to subscribe to',
	},
	{
		...businessAccountField('The WhatsApp Business Account whose events to receive'),
		displayOptions: { show: { subscription: ['automatic'], topicFrom: ['businessAccount'] } },
	},
	{
		displayName: 'Topic ARN',
		name: 'topicArn',
		type: 'string',
		default: '',
		required: true,
		placeholder: TOPIC_EXAMPLE,
		displayOptions: { show: { subscription: ['automatic'], topicFrom: ['topicArn'] } },
		description: 'The SNS topic that is the event destination of your business account',
	},
	{
		displayName:
			"Subscribe this node's production URL, shown above, to the topic with protocol HTTPS. The node confirms the subscription. Messages from any other topic are refused.",
		name: 'externalNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { subscription: ['external'] } },
	},
	{
		displayName: 'Topic ARN',
		name: 'topicArn',
		type: 'string',
		default: '',
		required: true,
		placeholder: TOPIC_EXAMPLE,
		displayOptions: { show: { subscription: ['external'] } },
		description: 'The SNS topic from which events are accepted',
	},
	{
		displayName: 'Secret in URL',
		name: 'urlSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		placeholder: 'e.g. 32 random letters and digits',
		displayOptions: { show: { subscription: ['external'] } },
		description:
			'Only for raw message delivery, which carries no signature. At least 16 characters. Add it to the URL that you subscribe: …/webhook?secret=YOUR_SECRET. Without it, raw messages are refused.',
	},
];
