import type { IWebhookFunctions } from 'n8n-workflow';
import { Connection } from '../../AwsWhatsApp/request/connection';
import { Refusal } from '../sns/refusal';
import type { SubscriptionSettings } from '../settings';
import { topicOf } from './destination';
import { subscribedTopic } from '../memory';
import { triggerId } from './identity';

/** Long enough that strangers cannot make n8n ask AWS all the time. */
const REMEMBERED_MS = 5_000;

const remembered = new Map<string, { topicArn: string; until: number }>();

/** The topic that a trigger is being subscribed to: its confirmation request is about to arrive. */
export function rememberTopic(trigger: string, topicArn: string): void {
	remembered.set(trigger, { topicArn, until: Date.now() + REMEMBERED_MS });
}

/**
 * The topic that a message which says it is from `claimed` has to come from. What the activation wrote
 * down is not there yet when the confirmation request arrives; then AWS is asked.
 *
 * @throws Refusal 503 when AWS cannot be asked now
 */
export async function expectedTopic(
	context: IWebhookFunctions,
	settings: SubscriptionSettings,
	claimed: string,
): Promise<string> {
	if (settings.by !== 'businessAccount') return settings.topicArn;
	if (subscribedTopic(context) === claimed) return claimed;
	const trigger = triggerId(context);
	const known = remembered.get(trigger);
	if (known && Date.now() < known.until) return known.topicArn;
	const topicArn = await topicOf(new Connection(context), settings).catch(() => {
		throw new Refusal(503, 'The topic of the business account could not be looked up');
	});
	rememberTopic(trigger, topicArn);
	return topicArn;
}
