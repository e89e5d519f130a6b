import { writeDownLast } from '../memory';
import { subscribe } from '../../../aws/clients/sns/sns';
import { attributesFor, type DeliverySettings } from '../../../aws/clients/sns/deliveryPolicy';
import type { TriggerClient } from './connection';
import { accountOf, type Managed } from './existing';
import { rememberTopic } from './expectedTopic';
import { triggerId, webhookUrl } from './identity';
import type { Made } from './made';

/** Subscribes the webhook to a topic and writes it down. SNS then posts a confirmation request. */
export async function make(
	client: TriggerClient,
	settings: Managed,
	delivery: DeliverySettings,
	topicArn: string,
): Promise<Made> {
	const { context } = client;
	rememberTopic(triggerId(context), topicArn);
	const endpoint = webhookUrl(context);
	const arn = await subscribe(client, topicArn, endpoint, attributesFor(delivery));
	const made = { arn, topicArn, endpoint, businessAccountId: accountOf(settings) };
	writeDownLast(context, made);
	return made;
}
