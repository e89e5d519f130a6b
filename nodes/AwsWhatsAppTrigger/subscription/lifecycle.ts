import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { Connection } from '../../AwsWhatsApp/request/connection';
import { RefusedByAws } from '../../AwsWhatsApp/request/failures';
import { forgetSeenBy } from '../seen';
import { formOf, mediaSettings, subscriptionSettings, wantedOf } from '../settings';
import {
	stopRawDelivery,
	subscribe,
	subscriptionsOf,
	subscriptionState,
	unsubscribe,
	type Subscription,
} from '../sns/api';
import { text } from '../events/values';
import { waitUntilConfirmed } from './confirmation';
import { topicOf } from './destination';
import { rememberTopic } from './expectedTopic';
import { subscribedTopic, triggerId } from './identity';
import { ownSnsEndpoint } from './ownEndpoint';
import { checkReachable } from './reachable';

function webhookUrl(context: IHookFunctions): string {
	return new URL(context.getNodeWebhookUrl('default') ?? '').href;
}

const isConfirmed = ({ arn }: Subscription) => arn.startsWith('arn:');

function hrefOf(endpoint: string): string {
	return URL.canParse(endpoint) ? new URL(endpoint).href : endpoint;
}

/** The same receiver under an address that it had before, e.g. with http or another port. */
function isFormerAddress(endpoint: string, url: string): boolean {
	if (!URL.canParse(endpoint) || hrefOf(endpoint) === url) return false;
	const [former, own] = [new URL(endpoint), new URL(url)];
	return former.hostname === own.hostname && former.pathname === own.pathname;
}

/** Unsubscribes; a subscription that is gone already is what was wanted. */
async function remove(connection: Connection, { arn }: Subscription): Promise<void> {
	await unsubscribe(connection, arn).catch((failure: unknown) => {
		if (!(failure instanceof RefusedByAws) || failure.refusal.status !== 404) throw failure;
	});
}

async function removeWhere(
	connection: Connection,
	topicArn: string,
	isOurs: (endpoint: string) => boolean,
): Promise<void> {
	const all = await subscriptionsOf(connection, topicArn);
	for (const subscription of all) {
		if (isConfirmed(subscription) && isOurs(subscription.endpoint))
			await remove(connection, subscription);
	}
}

/** After the event destination or the topic was changed, the old topic must not deliver any more. */
async function leaveFormerTopic(
	connection: Connection,
	data: IDataObject,
	topicArn: string,
	url: string,
): Promise<void> {
	const former = text(data.topicArn);
	if (former === undefined || former === topicArn) return;
	await removeWhere(connection, former, (endpoint) => hrefOf(endpoint) === url).catch(
		(failure: unknown) => {
			// A topic that was deleted has no subscriptions any more.
			if (!(failure instanceof RefusedByAws)) throw failure;
		},
	);
}

/**
 * Whether the subscription is there and works. Half of one is repaired: raw delivery is switched off,
 * and subscriptions of this webhook under a former address or to a former topic are removed. A
 * subscription that was never confirmed counts as none.
 */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	const form = formOf(context);
	// A filter that cannot work is told now, not when the first event comes.
	wantedOf(form);
	mediaSettings(form);
	const settings = subscriptionSettings(form);
	if (settings.by === 'others') return true;
	const connection = new Connection(context);
	const topicArn = await topicOf(connection, settings);
	const url = webhookUrl(context);
	const data = context.getWorkflowStaticData('node');
	await leaveFormerTopic(connection, data, topicArn, url);
	const all = await subscriptionsOf(connection, topicArn);
	for (const subscription of all) {
		if (isConfirmed(subscription) && isFormerAddress(subscription.endpoint, url))
			await remove(connection, subscription);
	}
	const own = all.find((each) => hrefOf(each.endpoint) === url && isConfirmed(each));
	if (!own) return false;
	const { isPending, isRaw } = await subscriptionState(connection, own.arn);
	if (isPending) return false;
	if (isRaw) await stopRawDelivery(connection, own.arn);
	data.topicArn = topicArn;
	return true;
}

/** Subscribes the webhook to the topic and waits until that is confirmed. */
export async function startSubscription(context: IHookFunctions): Promise<void> {
	const settings = subscriptionSettings(formOf(context));
	if (settings.by === 'others') return;
	const url = webhookUrl(context);
	if ((await ownSnsEndpoint(context)) === undefined) checkReachable(url);
	const connection = new Connection(context);
	const topicArn = await topicOf(connection, settings);
	context.getWorkflowStaticData('node').topicArn = topicArn;
	rememberTopic(triggerId(context), topicArn);
	const arn = await subscribe(connection, topicArn, url);
	const { isRaw } = await waitUntilConfirmed(connection, triggerId(context), arn, url);
	if (isRaw) await stopRawDelivery(connection, arn);
}

/** Removes the subscription of this webhook, and no other one. */
export async function endSubscription(context: IHookFunctions): Promise<void> {
	forgetSeenBy(triggerId(context));
	const settings = subscriptionSettings(formOf(context));
	if (settings.by === 'others') return;
	const connection = new Connection(context);
	const url = webhookUrl(context);
	const recorded = subscribedTopic(context);
	// What was written down may be older than the subscription, and newer than the event destination.
	const current = await topicOf(connection, settings).catch((failure: unknown) => {
		if (recorded === undefined) throw failure;
		return recorded;
	});
	for (const topicArn of new Set([recorded ?? current, current])) {
		await removeWhere(connection, topicArn, (endpoint) => hrefOf(endpoint) === url);
	}
	delete context.getWorkflowStaticData('node').topicArn;
}
