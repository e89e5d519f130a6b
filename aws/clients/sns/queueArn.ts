import { FieldError } from '../../../form/fieldError';
import type { TextRule } from '../../../form/rule';

const ARN = /^arn:aws[a-z-]*:sqs:([a-z0-9-]+:\d{12}):[A-Za-z0-9_-]{1,80}$/;

export const QUEUE_LABEL = 'Dead-Letter Queue ARN';

export const QUEUE_RULE: TextRule = {
	maxLength: 200,
	by: 'AWS',
	pattern: ARN,
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
	const [, place = ''] = ARN.exec(queueArn) ?? [];
	if (topicArn.includes(`:${place}:`)) return;
	throw new FieldError(
		`'${QUEUE_LABEL}' is not in the Region and account of the SNS topic`,
		`The queue is ${queueArn}, the topic is ${topicArn}. SNS needs both in the same Region and account.`,
	);
}
