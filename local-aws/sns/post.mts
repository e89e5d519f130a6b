import type { Errands } from './errands.mts';
import type { SnsMessage } from './message.mts';
import type { Subscription } from './topics.mts';

/** Source: "Make sure your endpoint is ready to process Amazon SNS messages". */
const PATIENCE_MS = 15_000;

export interface PostAnswer {
	/** 0 where there was no answer. */
	status: number;
	/** The beginning of what was answered. */
	answer: string;
}

/** One post of SNS to a subscriber. */
export async function post(
	{ arn, topicArn, endpoint, isRaw, deliveryPolicy }: Subscription,
	message: SnsMessage,
	body: string,
	errands: Errands,
): Promise<PostAnswer> {
	const contentType = deliveryPolicy?.requestPolicy?.headerContentType;
	const headers = {
		'content-type': contentType ?? 'text/plain; charset=UTF-8',
		'user-agent': 'Amazon Simple Notification Service Agent',
		'x-amz-sns-message-type': message.Type ?? '',
		'x-amz-sns-message-id': message.MessageId ?? '',
		'x-amz-sns-topic-arn': topicArn,
		...(message.Type === 'SubscriptionConfirmation' ? {} : { 'x-amz-sns-subscription-arn': arn }),
		...(isRaw ? { 'x-amz-sns-rawdelivery': 'true' } : {}),
	};
	try {
		return await errands.within(PATIENCE_MS, async (signal) => {
			const response = await fetch(endpoint, {
				method: 'POST',
				redirect: 'manual',
				headers,
				body,
				signal,
			});
			return { status: response.status, answer: (await response.text()).slice(0, 200) };
		});
	} catch {
		return { status: 0, answer: '' };
	}
}
