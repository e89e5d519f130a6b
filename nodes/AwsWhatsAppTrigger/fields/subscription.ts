import { TOPIC_RULE } from '../../../aws/clients/sns/arns';
import { choice } from '../../../form/choices';
import { notice } from '../../../form/notice';
import { id } from '../../../form/texts';
import { shownWhen } from '../../../form/variants';
import { businessAccountField } from '../../fields/locators';

export const subscription = choice(
	'Subscription',
	'subscription',
	{
		automatic: [
			'Managed by This Node',
			'Created when the workflow is published, removed when it is unpublished',
		],
		external: ['Managed Elsewhere', 'Created with Terraform or manually. The node only listens.'],
	},
	{
		default: 'automatic',
		description:
			'AWS publishes all events of a business account to one SNS topic. Choose who subscribes n8n to it.',
	},
);

export const topicFrom = choice(
	'Topic',
	'topicFrom',
	{
		businessAccount: [
			'Event Destination of a Business Account',
			'Found through the business account',
		],
		topicArn: ['By ARN', 'Does not require permission to read the business account'],
	},
	{ default: 'businessAccount', description: 'Which SNS topic to subscribe to' },
);

export const businessAccount = businessAccountField(
	'The WhatsApp Business Account whose events to receive',
);

const topicArnField = (description: string) =>
	id('Topic ARN', 'topicArn', {
		rule: TOPIC_RULE,
		required: true,
		example: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
		description,
	});

export const topicArn = topicArnField(
	'The SNS topic that is the event destination of your business account',
);

export const externalTopicArn = topicArnField('The SNS topic from which events are accepted');

export const urlSecret = id('Secret in URL', 'urlSecret', {
	rule: { minLength: 16, maxLength: 512, by: 'this node' },
	typeOptions: { password: true },
	example: '32 random letters and digits',
	description:
		'Only for raw message delivery, which carries no signature. At least 16 characters. Add it to the URL that you subscribe: …/webhook?secret=YOUR_SECRET. Without it, raw messages are refused.',
});

/** How the events get to n8n. */
export const subscriptionFields = [
	subscription,
	...shownWhen({ subscription: ['automatic'] }, [
		topicFrom,
		...shownWhen({ topicFrom: ['businessAccount'] }, [businessAccount]),
		...shownWhen({ topicFrom: ['topicArn'] }, [topicArn]),
	]),
	...shownWhen({ subscription: ['external'] }, [
		notice(
			'externalNotice',
			"Subscribe this node's production URL, shown above, to the topic with protocol HTTPS. The node confirms the subscription. Messages from any other topic are refused.",
		),
		externalTopicArn,
		urlSecret,
	]),
];
