import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client';
import { FieldError } from '../../../form/fieldError';
import {
	confirmSubscription,
	subscriptionState,
	type SubscriptionState,
} from '../../../aws/clients/sns/sns';
import { HttpError } from '../httpError';
import type { TriggerClient } from './connection';
import { triggerId, webhookUrl } from './identity';

/** SNS posts its confirmation request within a second or two. */
const LONGEST_WAIT_MS = 20_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Why a confirmation failed, by trigger: it arrives at the webhook, while the activation that waits
 * for it is what the user looks at.
 */
const failures = new Map<string, unknown>();

/** SNS waits 15 s for the answer to its confirmation request, and repeats it. */
const LONGEST_ANSWER_MS = 5_000;
const TRIES = 2;

/** Confirms the subscription of this webhook. @throws HttpError 503 where that fails, so that SNS asks again */
export async function confirm(
	context: IWebhookFunctions,
	{ topicArn, token }: { topicArn: string; token: string },
): Promise<void> {
	const client = new AwsClient(context, { timeout: LONGEST_ANSWER_MS }, undefined, TRIES);
	await confirmSubscription(client, topicArn, token).catch((failure: unknown) => {
		failures.set(triggerId(context), failure);
		throw new HttpError(503, 'The subscription could not be confirmed');
	});
}

function checkFailure(trigger: string): void {
	const failure = failures.get(trigger);
	failures.delete(trigger);
	if (failure !== undefined) throw failure;
}

/** @throws FieldError when SNS does not get through, or the reason for which confirming failed */
export async function waitUntilConfirmed(
	client: TriggerClient,
	subscriptionArn: string,
): Promise<SubscriptionState> {
	const trigger = triggerId(client.context);
	failures.delete(trigger);
	const deadline = Date.now() + LONGEST_WAIT_MS;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
		const state = await subscriptionState(client, subscriptionArn);
		if (state && !state.isPending) return state;
		checkFailure(trigger);
		if (Date.now() > deadline) break;
		await sleep(pause);
	}
	throw new FieldError(
		'Amazon SNS did not reach n8n, so the subscription is not confirmed',
		`SNS posts to ${webhookUrl(client.context)} but got no valid response within ${LONGEST_WAIT_MS / 1000} seconds. The URL must be reachable from the internet and have a valid certificate. Check WEBHOOK_URL, the proxy and the firewall, then publish the workflow again.`,
	);
}
