import { FieldError } from '../../../form/fieldError';
import type { TextRule } from '../../../form/rule';

const QUEUE_ARN = /^arn:aws[a-z-]*:sqs:([a-z0-9-]+:\d{12}):[A-Za-z0-9_-]{1,80}$/;

export const QUEUE_LABEL = 'Dead-Letter Queue ARN';

export const QUEUE_RULE: TextRule = {
	maxLength: 200,
	by: 'AWS',
	pattern: QUEUE_ARN,
	format:
		'the ARN of a standard SQS queue, such as arn:aws:sqs:eu-west-1:111122223333:whatsapp-undelivered',
};

/**
 * Makes sure that a queue can take what a topic's subscriptions could not deliver. Source: Amazon SNS
 * Developer Guide, "Amazon SNS dead-letter queues".
 *
 * @throws FieldError
 */
export function checkQueue(queueArn: string, topicArn: string): void {
	const [, place = ''] = QUEUE_ARN.exec(queueArn) ?? [];
	if (topicArn.includes(`:${place}:`)) return;
	throw new FieldError(
		`'${QUEUE_LABEL}' is not in the region and account of the SNS topic`,
		`The queue is ${queueArn}, the topic is ${topicArn}. SNS needs both in the same region and account.`,
	);
}

const TOPIC_ARN = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,256}$/;

export const TOPIC_RULE: TextRule = {
	maxLength: 320,
	by: 'AWS',
	pattern: TOPIC_ARN,
	format: 'the ARN of a standard SNS topic, such as arn:aws:sns:eu-west-1:111122223333:whatsapp',
};

/** Whether AWS End User Messaging Social can publish to the topic: not to FIFO topics. */
export function isTopicArn(value: unknown): value is string {
	return typeof value === 'string' && TOPIC_ARN.test(value);
}

/** The Region of a topic. */
export function regionOfTopic(arn: string): string {
	const [, region] = TOPIC_ARN.exec(arn) ?? [];
	if (region !== undefined) return region;
	throw new FieldError(
		'The topic ARN is not the ARN of a standard SNS topic',
		`You entered ${arn}.`,
	);
}
