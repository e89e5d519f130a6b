import { FieldError } from '../../../form/fieldError';
import type { TextRule } from '../../../form/rule';

const ARN = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,256}$/;

export const TOPIC_RULE: TextRule = {
	maxLength: 320,
	by: 'AWS',
	pattern: ARN,
	format: 'the ARN of a standard SNS topic, such as arn:aws:sns:eu-west-1:111122223333:whatsapp',
};

/** Whether AWS End User Messaging Social can publish to the topic: not to FIFO topics. */
export function isTopicArn(value: unknown): value is string {
	return typeof value === 'string' && ARN.test(value);
}

/** The Region of a topic. */
export function regionOfTopic(arn: string): string {
	const [, region] = ARN.exec(arn) ?? [];
	if (region !== undefined) return region;
	throw new FieldError(
		'The topic ARN is not the ARN of a standard SNS topic',
		`You entered ${arn}.`,
	);
}
