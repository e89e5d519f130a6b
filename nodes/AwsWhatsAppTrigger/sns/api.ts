import { xmlText } from '../../../aws/answer';
import type { Connection } from '../../AwsWhatsApp/request/connection';
import type { Effect } from '../../AwsWhatsApp/request/step';

export interface Subscription {
	/** The ARN, or "PendingConfirmation" or "Deleted". */
	arn: string;
	endpoint: string;
	protocol: string;
}

/** One call of SNS. Source: Amazon SNS API Reference, version 2010-03-31; answers are XML. */
async function ask(
	connection: Connection,
	effect: Effect,
	action: string,
	parameters: Record<string, string>,
): Promise<string> {
	const form = new URLSearchParams({ Action: action, Version: '2010-03-31', ...parameters });
	return await connection.step(effect, 'sns', async (attempt) => {
		const { body } = await attempt('sns', {
			action: `sns:${action}`,
			method: 'POST',
			url: '/',
			headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
			body: form.toString(),
			encoding: 'text',
		});
		const xml: unknown = body;
		return typeof xml === 'string' ? xml : '';
	});
}

const elements = (xml: string, name: string) =>
	[...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner);

/** All subscriptions of a topic: SNS gives 100 at a time. */
export async function subscriptionsOf(
	connection: Connection,
	topicArn: string,
): Promise<Subscription[]> {
	const found: Subscription[] = [];
	let next: string | undefined;
	do {
		const page = await ask(connection, 'read', 'ListSubscriptionsByTopic', {
			TopicArn: topicArn,
			...(next === undefined ? {} : { NextToken: next }),
		});
		for (const member of elements(page, 'member')) {
			found.push({
				arn: xmlText(member, 'SubscriptionArn') ?? '',
				endpoint: xmlText(member, 'Endpoint') ?? '',
				protocol: xmlText(member, 'Protocol') ?? '',
			});
		}
		next = xmlText(page, 'NextToken') || undefined;
	} while (next !== undefined);
	return found;
}

/**
 * Asks SNS to post the topic's messages to an address. SNS first posts a confirmation request there;
 * asking again for the same address makes it post another one and no second subscription.
 *
 * @returns the ARN, which is valid before the confirmation as well
 */
export async function subscribe(connection: Connection, topicArn: string, endpoint: string) {
	const answer = await ask(connection, 'repeatable', 'Subscribe', {
		TopicArn: topicArn,
		Protocol: endpoint.startsWith('https:') ? 'https' : 'http',
		Endpoint: endpoint,
		ReturnSubscriptionArn: 'true',
	});
	return xmlText(answer, 'SubscriptionArn') ?? '';
}

/** Confirms with the token that SNS posted; from then on only a signed request can unsubscribe. */
export async function confirmSubscription(connection: Connection, topicArn: string, token: string) {
	await ask(connection, 'repeatable', 'ConfirmSubscription', {
		TopicArn: topicArn,
		Token: token,
		AuthenticateOnUnsubscribe: 'true',
	});
}

export async function unsubscribe(connection: Connection, subscriptionArn: string): Promise<void> {
	await ask(connection, 'repeatable', 'Unsubscribe', { SubscriptionArn: subscriptionArn });
}

export async function subscriptionState(connection: Connection, subscriptionArn: string) {
	const answer = await ask(connection, 'read', 'GetSubscriptionAttributes', {
		SubscriptionArn: subscriptionArn,
	});
	const attributes = new Map(
		elements(answer, 'entry').map((entry) => [xmlText(entry, 'key'), xmlText(entry, 'value')]),
	);
	return {
		isPending: attributes.get('PendingConfirmation') === 'true',
		isRaw: attributes.get('RawMessageDelivery') === 'true',
	};
}

/** Makes SNS sign again what it posts: raw messages carry no signature. */
export async function stopRawDelivery(connection: Connection, subscriptionArn: string) {
	await ask(connection, 'repeatable', 'SetSubscriptionAttributes', {
		SubscriptionArn: subscriptionArn,
		AttributeName: 'RawMessageDelivery',
		AttributeValue: 'false',
	});
}
