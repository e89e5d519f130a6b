import { formerTopic, madeBy, writeDown, writeDownLast } from '../memory';
import {
	isNotFound,
	subscribe,
	subscriptionsOf,
	subscriptionState,
} from '../../../aws/clients/sns/sns';
import { attributesFor, type DeliverySettings } from '../../../aws/clients/sns/deliveryPolicy';
import type { TriggerClient } from './connection';
import { rememberTopic } from './expectedTopic';
import { triggerId, webhookUrl } from './identity';
import type { Made } from './made';
import { urlOf } from '../../../form/url';
import type { AwsClient } from '../../../aws/transport/client';
import type { SubscriptionSettings, TriggerContext } from '../settings';
import { checkQueue } from '../../../aws/clients/sns/arns';
import { topicOf } from './destination';
import { repair } from './repair';

/** The settings of a subscription that the trigger makes itself. */
export type Managed = Exclude<SubscriptionSettings, { by: 'others' }>;

const accountOf = (settings: Managed): string | undefined =>
	settings.by === 'businessAccount' ? settings.businessAccountId : undefined;

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

/** What the trigger has made under its address for what is set now, as far as has been written down. */
export function fitting(context: TriggerContext, settings: Managed): Made | undefined {
	const url = webhookUrl(context);
	return madeBy(context).find(
		({ endpoint, topicArn, businessAccountId, isEnding }) =>
			!isEnding &&
			endpoint === url &&
			businessAccountId === accountOf(settings) &&
			(settings.by === 'businessAccount' || topicArn === settings.topicArn),
	);
}

/**
 * What is subscribed to a topic under exactly this address without having been written down, such
 * as by 0.1.0: nothing else can be under it.
 */
export async function underAddress(
	client: AwsClient,
	topicArn: string,
	url: string,
): Promise<Made | undefined> {
	const all = await subscriptionsOf(client, topicArn).catch((failure: unknown) => {
		// A topic that was deleted has no subscriptions any more.
		if (!isNotFound(failure)) throw failure;
		return [];
	});
	const own = all.find(
		({ arn, endpoint }) => arn.startsWith('arn:') && urlOf(endpoint)?.href === url,
	);
	return own && { arn: own.arn, topicArn, endpoint: url };
}

/** What 0.1.0 has left at a former topic: it wrote down no more than the topic. */
async function underFormerTopic(client: TriggerClient, topicArn: string): Promise<Made[]> {
	const { context } = client;
	const former = formerTopic(context);
	if (former === undefined || former === topicArn) return [];
	const own = await underAddress(client, former, webhookUrl(context));
	return own ? [own] : [];
}

/**
 * The subscription that is there and confirmed, with the attributes that it is to have; undefined where
 * there is none.
 */
export async function existing(
	client: TriggerClient,
	settings: Managed,
	delivery: DeliverySettings,
): Promise<Made | undefined> {
	const { context } = client;
	const url = webhookUrl(context);
	const topicArn = await topicOf(client, settings);
	if (delivery.deadLetterTargetArn !== undefined)
		checkQueue(delivery.deadLetterTargetArn, topicArn);
	const known = [...madeBy(context), ...(await underFormerTopic(client, topicArn))];
	writeDown(context, () => known);
	const written = known.find((each) => each.endpoint === url && each.topicArn === topicArn);
	const own = written ?? (await underAddress(client, topicArn, url));
	const state = own && (await subscriptionState(client, own.arn));
	if (!own || !state || state.isPending) return undefined;
	const made = { ...own, businessAccountId: accountOf(settings), isEnding: undefined };
	writeDownLast(context, made);
	return await repair(client, { made, state }, delivery);
}
