import type { AwsClient } from '../../../aws/transport/client';
import { writeDownLast } from '../memory';
import type { TriggerContext } from '../settings';
import { subscribe } from '../../../aws/clients/sns/sns';
import { attributesFor, type DeliverySettings } from '../../../aws/clients/sns/deliveryPolicy';
import { accountOf, type Managed } from './existing';
import { rememberTopic } from './expectedTopic';
import { triggerId, webhookUrl } from './identity';
import type { Made } from './made';

/** Subscribes the webhook to a topic and writes it down. SNS then posts a confirmation request. */
export async function make(
	context: TriggerContext,
	client: AwsClient,
	{
		settings,
		topicArn,
		delivery,
	}: { settings: Managed; topicArn: string; delivery: DeliverySettings },
): Promise<Made> {
	rememberTopic(triggerId(context), topicArn);
	const endpoint = webhookUrl(context);
	const arn = await subscribe(client, topicArn, endpoint, attributesFor(delivery));
	const made = { arn, topicArn, endpoint, businessAccountId: accountOf(settings) };
	writeDownLast(context, made);
	return made;
}
