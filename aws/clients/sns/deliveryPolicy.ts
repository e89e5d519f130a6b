import { json, record, text } from '../../../form/unknown';
import type { Attributes } from './sns';

/** What a subscription is to have besides its address. */
export interface DeliverySettings {
	/** How many messages SNS may post in a second; undefined for as many as there are. */
	maxReceivesPerSecond?: number;
	/** The SQS queue for what could not be delivered. */
	deadLetterTargetArn?: string;
}

/**
 * As long as SNS can try, which is an hour in all: soon at first, since most faults are short (a restart,
 * a locked database), then every two minutes. SNS's own policy would give up after a minute. The sum is
 * 6 × 5 s + at most 5 × 120 s + 24 × 120 s = 58.5 min. Source: Amazon SNS Developer Guide, "Amazon SNS
 * message delivery retries".
 */
const RETRIES = {
	minDelayTarget: 5,
	maxDelayTarget: 120,
	numRetries: 35,
	numNoDelayRetries: 0,
	numMinDelayRetries: 6,
	numMaxDelayRetries: 24,
	backoffFunction: 'exponential',
} as const;

/** The subscription's DeliveryPolicy. */
export function deliveryPolicy({ maxReceivesPerSecond }: DeliverySettings): string {
	return JSON.stringify({
		healthyRetryPolicy: RETRIES,
		...(maxReceivesPerSecond === undefined ? {} : { throttlePolicy: { maxReceivesPerSecond } }),
	});
}

/** The subscription's RedrivePolicy. */
export const redrivePolicy = (deadLetterTargetArn: string) =>
	JSON.stringify({ deadLetterTargetArn });

/** The attributes that a subscription is to have from the beginning. */
export function attributesFor(settings: DeliverySettings): Attributes {
	const { deadLetterTargetArn } = settings;
	return {
		DeliveryPolicy: deliveryPolicy(settings),
		...(deadLetterTargetArn === undefined
			? {}
			: { RedrivePolicy: redrivePolicy(deadLetterTargetArn) }),
	};
}

/** Whether a subscription has this policy; SNS adds members of its own. */
export function hasPolicy(attribute: string | undefined, settings: DeliverySettings): boolean {
	const { healthyRetryPolicy, throttlePolicy } = record(json(attribute ?? ''));
	const actual = record(healthyRetryPolicy);
	const limit = record(throttlePolicy).maxReceivesPerSecond ?? undefined;
	return (
		Object.entries(RETRIES).every(([name, value]) => actual[name] === value) &&
		limit === settings.maxReceivesPerSecond
	);
}

/** The queue in a subscription's RedrivePolicy. */
export function deadLetterQueueIn(attribute: string | undefined): string | undefined {
	return text(record(json(attribute ?? '')).deadLetterTargetArn);
}
