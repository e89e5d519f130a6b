import type { IWebhookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client';
import { Paces } from '../../../aws/transport/pace';
import { LookUps } from '../lookUps';
import type { SubscriptionSettings } from '../settings';
import type { SnsMessage } from '../sns/message';
import { HttpError } from '../httpError';
import { isSignedWithKeyAtHand } from '../sns/signature';
import { topicOf } from './destination';
import { madeBy, subscribedTopic } from '../memory';
import { triggerId } from './identity';

/** The topics of triggers that have none recorded, by trigger. */
const lookUps = new LookUps<string>();

/** SNS repeats the message; nothing else has to. */
const TRIES = 1;
const TIMEOUT_MS = 8_000;

/** The topic that a trigger is being subscribed to: its confirmation request is about to arrive. */
export function rememberTopic(trigger: string, topicArn: string): void {
	lookUps.remember(trigger, topicArn, Date.now());
}

/**
 * Whether SNS itself asks to confirm another topic than the recorded one: the event destination may
 * have moved, and another process be waiting for the confirmation that was posted to this one.
 */
const mayHaveMoved = (message: SnsMessage): boolean =>
	message.Type === 'SubscriptionConfirmation' && isSignedWithKeyAtHand(message);

/**
 * The topic that a message has to come from. AWS is asked only where nothing is recorded, once a minute
 * for all messages together: anyone may post.
 *
 * @throws HttpError 503 when AWS could not be asked within the last minute
 */
export async function expectedTopic(
	context: IWebhookFunctions,
	settings: SubscriptionSettings,
	message: SnsMessage,
): Promise<string> {
	if (settings.by !== 'businessAccount') return settings.topicArn;
	const recorded = subscribedTopic(context);
	// Of a topic that is being left, SNS may still have something to repeat.
	const all = [recorded, ...madeBy(context).map(({ topicArn }) => topicArn)];
	if (all.includes(message.TopicArn)) return message.TopicArn;
	const trigger = triggerId(context);
	const now = Date.now();
	const found = lookUps.find(trigger, now);
	if (found) return await found;
	if (recorded !== undefined && !mayHaveMoved(message)) return recorded;
	return await lookUps.start(trigger, now, async () => {
		const client = new AwsClient(context, { timeout: TIMEOUT_MS }, new Paces(), TRIES);
		return await topicOf(client, settings).catch(() => {
			throw new HttpError(503, 'The topic of the business account could not be looked up');
		});
	});
}
