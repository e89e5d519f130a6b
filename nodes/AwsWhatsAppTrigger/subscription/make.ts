import type { Connection } from '../../AwsWhatsApp/request/connection';
import { writeDownLast } from '../memory';
import type { TriggerContext } from '../settings';
import { subscribe } from '../sns/api';
import { attributesFor, type DeliverySettings } from '../sns/policy';
import { accountOf, type Managed } from './existing';
import { rememberTopic } from './expectedTopic';
import { triggerId, webhookUrl } from './identity';
import type { Made } from './made';

/** Subscribes the webhook to a topic and writes it down. SNS then posts a confirmation request. */
export async function make(
	context: TriggerContext,
	connection: Connection,
	{
		settings,
		topicArn,
		delivery,
	}: { settings: Managed; topicArn: string; delivery: DeliverySettings },
): Promise<Made> {
	rememberTopic(triggerId(context), topicArn);
	const endpoint = webhookUrl(context);
	const arn = await subscribe(connection, topicArn, endpoint, attributesFor(delivery));
	const made = { arn, topicArn, endpoint, businessAccountId: accountOf(settings) };
	writeDownLast(context, made);
	return made;
}
