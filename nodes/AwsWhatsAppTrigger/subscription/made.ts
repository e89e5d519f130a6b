import { list, record, text } from '../events/values';

/** A subscription that a trigger has made in AWS: the only kind that it changes or removes. */
export interface Made {
	arn: string;
	topicArn: string;
	/** The address of the webhook that SNS posts to. */
	endpoint: string;
	/** The business account whose event destination the topic was, if it was found that way. */
	businessAccountId?: string;
	/** The dead-letter queue that the trigger has set. */
	deadLetterTargetArn?: string;
}

/** What has been written down, as far as it can be read. */
export function madeIn(saved: unknown): Made[] {
	return list(saved).flatMap((each) => {
		const { arn, topicArn, endpoint, businessAccountId, deadLetterTargetArn } = record(each);
		const [ofSubscription, ofTopic, address] = [text(arn), text(topicArn), text(endpoint)];
		if (ofSubscription === undefined || ofTopic === undefined || address === undefined) return [];
		return {
			arn: ofSubscription,
			topicArn: ofTopic,
			endpoint: address,
			businessAccountId: text(businessAccountId),
			deadLetterTargetArn: text(deadLetterTargetArn),
		};
	});
}
