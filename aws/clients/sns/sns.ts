import { isFromAws, xmlText } from '../../errors/errorResponse';
import type { AwsClient } from '../../transport/client';
import { AwsServiceError, UnusableResponse } from '../../errors/errors';
import type { Effect } from '../../transport/step';
import { elementsOf } from '../paginate';

/** The attributes of a subscription that are of use here. */
export type Attributes = Partial<
	Record<'DeliveryPolicy' | 'RawMessageDelivery' | 'RedrivePolicy', string>
>;

export interface Subscription {
	/** The ARN, or "PendingConfirmation" or "Deleted". */
	arn: string;
	endpoint: string;
	protocol: string;
}

/** What an answer has at least; all other actions promise no more than an answer of their own name. */
const PROMISED = new Map([
	['GetSubscriptionAttributes', 'Attributes'],
	['ListSubscriptionsByTopic', 'Subscriptions'],
	['Subscribe', 'SubscriptionArn'],
]);

/**
 * One call of SNS. Source: Amazon SNS API Reference, version 2010-03-31; answers are XML.
 *
 * @throws UnusableResponse where a status 200 did not come from SNS
 */
async function ask(
	client: AwsClient,
	effect: Effect,
	action: string,
	parameters: Record<string, string>,
): Promise<string> {
	const form = new URLSearchParams({ Action: action, Version: '2010-03-31', ...parameters });
	return await client.step(effect, 'sns', async (attempt) => {
		const { body } = await attempt('sns', {
			action: `sns:${action}`,
			method: 'POST',
			url: '/',
			headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
			body: form.toString(),
			encoding: 'text',
		});
		const xml: unknown = body;
		const promised = PROMISED.get(action) ?? `${action}Response`;
		if (typeof xml === 'string' && xml.includes(`<${promised}`)) return xml;
		throw new UnusableResponse(`HTTP 200 without "${promised}"`);
	});
}

const elements = (xml: string, name: string) =>
	[...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner);

/** All subscriptions of a topic: SNS gives 100 at a time. */
export async function subscriptionsOf(
	client: AwsClient,
	topicArn: string,
): Promise<Subscription[]> {
	return await elementsOf(async (nextToken) => {
		const page = await ask(client, 'read', 'ListSubscriptionsByTopic', {
			TopicArn: topicArn,
			...(nextToken === undefined ? {} : { NextToken: nextToken }),
		});
		const subscriptions = elements(page, 'member').map((member) => ({
			arn: xmlText(member, 'SubscriptionArn') ?? '',
			endpoint: xmlText(member, 'Endpoint') ?? '',
			protocol: xmlText(member, 'Protocol') ?? '',
		}));
		return { elements: subscriptions, nextToken: xmlText(page, 'NextToken') || undefined };
	});
}

/** The attributes of a subscription, as the query protocol writes a map. */
const entriesOf = (attributes: Attributes) =>
	Object.fromEntries(
		Object.entries(attributes).flatMap(([name, value], index) => [
			[`Attributes.entry.${index + 1}.key`, name],
			[`Attributes.entry.${index + 1}.value`, value],
		]),
	);

/** SNS tells only by its words what is wrong with a parameter. */
const isInvalid = (failure: unknown, words: RegExp): boolean =>
	failure instanceof AwsServiceError &&
	failure.response.name === 'InvalidParameter' &&
	words.test(failure.response.text);

/**
 * Asks SNS to post the topic's messages to an address. SNS first posts a confirmation request there;
 * asking again for the same address makes it post another one and no second subscription, whose
 * attributes stay.
 *
 * @returns the ARN, which is valid before the confirmation as well
 */
export async function subscribe(
	client: AwsClient,
	topicArn: string,
	endpoint: string,
	attributes: Attributes = {},
): Promise<string> {
	const parameters = {
		TopicArn: topicArn,
		Protocol: endpoint.startsWith('https:') ? 'https' : 'http',
		Endpoint: endpoint,
		ReturnSubscriptionArn: 'true',
	};
	const answer = await ask(client, 'repeatable', 'Subscribe', {
		...parameters,
		...entriesOf(attributes),
	}).catch(async (failure: unknown) => {
		// There is one already, with other attributes.
		if (!isInvalid(failure, /different attributes/i)) throw failure;
		return await ask(client, 'repeatable', 'Subscribe', parameters);
	});
	return xmlText(answer, 'SubscriptionArn') ?? '';
}

/** Confirms with the token that SNS posted; from then on only a signed request can unsubscribe. */
export async function confirmSubscription(client: AwsClient, topicArn: string, token: string) {
	await ask(client, 'repeatable', 'ConfirmSubscription', {
		TopicArn: topicArn,
		Token: token,
		AuthenticateOnUnsubscribe: 'true',
	});
}

export const isNotFound = (failure: unknown): boolean =>
	failure instanceof AwsServiceError &&
	isFromAws(failure.response) &&
	(failure.response.status === 404 || failure.response.name === 'NotFound');

/** Ends a subscription. One that is already gone, or was never confirmed, counts as ended. */
export async function unsubscribe(client: AwsClient, subscriptionArn: string): Promise<void> {
	await ask(client, 'repeatable', 'Unsubscribe', { SubscriptionArn: subscriptionArn }).catch(
		(failure: unknown) => {
			// One that waits for its confirmation cannot be removed; SNS forgets it after two days.
			if (!isNotFound(failure) && !isInvalid(failure, /pending/i)) throw failure;
		},
	);
}

/** What SNS says of a subscription. */
export interface SubscriptionState {
	isPending: boolean;
	isRaw: boolean;
	/** Attributes in SNS's JSON; undefined where they were never set. */
	deliveryPolicy?: string;
	redrivePolicy?: string;
}

/** The state of a subscription, or undefined if it does not exist (any more). */
export async function subscriptionState(
	client: AwsClient,
	subscriptionArn: string,
): Promise<SubscriptionState | undefined> {
	const answer = await ask(client, 'read', 'GetSubscriptionAttributes', {
		SubscriptionArn: subscriptionArn,
	}).catch((failure: unknown) => {
		if (isNotFound(failure)) return undefined;
		throw failure;
	});
	if (answer === undefined) return undefined;
	const attributes = new Map(
		elements(answer, 'entry').map((entry) => [xmlText(entry, 'key'), xmlText(entry, 'value')]),
	);
	return {
		isPending: attributes.get('PendingConfirmation') === 'true',
		isRaw: attributes.get('RawMessageDelivery') === 'true',
		deliveryPolicy: attributes.get('DeliveryPolicy'),
		redrivePolicy: attributes.get('RedrivePolicy'),
	};
}

/** @param value an empty text takes a RedrivePolicy away */
export async function setAttribute(
	client: AwsClient,
	subscriptionArn: string,
	name: keyof Attributes,
	value: string,
): Promise<void> {
	await ask(client, 'repeatable', 'SetSubscriptionAttributes', {
		SubscriptionArn: subscriptionArn,
		AttributeName: name,
		AttributeValue: value,
	});
}
