import { list, record, text } from '../../../form/unknown';

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
	/** It is being removed: nobody may take it for working. */
	isEnding?: boolean;
}

/** As it is written down: a copy of a workflow with its static data did not make it. */
export const written = (made: Made[], owner: string) => made.map((each) => ({ ...each, owner }));

/** What this trigger itself has written down, as far as it can be read. */
export function madeIn(saved: unknown, itself: string): Made[] {
	return list(saved).flatMap((each) => {
		const { arn, topicArn, endpoint, owner, isEnding, ...others } = record(each);
		const [ofSubscription, ofTopic, address] = [text(arn), text(topicArn), text(endpoint)];
		if (ofSubscription === undefined || ofTopic === undefined || address === undefined) return [];
		if (owner !== itself) return [];
		return {
			arn: ofSubscription,
			topicArn: ofTopic,
			endpoint: address,
			businessAccountId: text(others.businessAccountId),
			deadLetterTargetArn: text(others.deadLetterTargetArn),
			...(isEnding === true ? { isEnding } : {}),
		};
	});
}
