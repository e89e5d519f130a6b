import { getBusinessAccount } from '../../../aws/clients/socialMessaging';
import type { AwsClient } from '../../../aws/transport/client';
import { FieldError } from '../../../form/fieldError';
import type { SubscriptionSettings } from '../settings';
import { text } from '../../../form/unknown';
import { isTopicArn } from '../../../aws/clients/sns/arns';

/**
 * The topic that AWS publishes the events to. An event destination is never made or replaced here: an
 * account has just one, and others may depend on it.
 *
 * @throws FieldError where the account has none, or one that n8n cannot be subscribed to
 */
export async function topicOf(client: AwsClient, settings: SubscriptionSettings): Promise<string> {
	if (settings.by !== 'businessAccount') return settings.topicArn;
	const { eventDestinations } = await getBusinessAccount(client, settings.businessAccountId);
	const destinations = eventDestinations
		.map(({ eventDestinationArn }) => text(eventDestinationArn))
		.filter((arn) => arn !== undefined);
	const topic = destinations.find(isTopicArn);
	if (topic !== undefined) return topic;
	if (destinations.length === 0) {
		throw new FieldError(
			'The business account has no event destination, so AWS publishes no events',
			"Create a standard SNS topic that lets social-messaging.amazonaws.com publish to it, then make it the account's event destination: with the operation 'Set Event Destinations' of the WhatsApp (AWS End User Messaging) node, or in the AWS console. The README shows the topic's policy.",
		);
	}
	throw new FieldError(
		'The events of the business account do not go to a standard SNS topic',
		`They go to ${destinations[0]}. A business account has only one event destination, and this node does not replace it. If nothing else needs it, set an SNS topic with the operation 'Set Event Destinations'.`,
	);
}
