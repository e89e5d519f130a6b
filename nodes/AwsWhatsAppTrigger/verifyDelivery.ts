import { createHash, timingSafeEqual } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { getPublic } from '../../aws/transport/sendSigned';
import type { Form } from '../../form/form';
import { json, record } from '../../form/unknown';
import { urlSecret } from './fields/subscription';
import { madeBy, memoryOf } from './memory';
import { subscriptionSettings, type SubscriptionSettings } from './settings';
import { isSnsMessage, looksLikeSns } from './sns/message';
import { HttpError } from './httpError';
import { checkMessage } from './sns/signature';
import { expectedTopic } from './subscription/expectedTopic';
import { ownSnsEndpoint } from './subscription/ownEndpoint';

const digest = (value: string) => createHash('sha256').update(value, 'utf8').digest();

/** Compares in a time that tells nothing about where two texts differ. */
export function isSecret(given: unknown, secret: string): boolean {
	return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

/** SNS messages have at most 256 KB, and grow when they are quoted as JSON inside JSON. */
const MOST_BYTES = 2 * 1024 * 1024;

function bodyOf(context: IWebhookFunctions): string {
	const { rawBody } = context.getRequestObject();
	if (!Buffer.isBuffer(rawBody) || rawBody.length === 0)
		throw new HttpError(403, 'The request contains no message');
	if (rawBody.length > MOST_BYTES) throw new HttpError(413, 'The message is too large');
	return rawBody.toString('utf8');
}

/** A raw message is taken only where nothing but a secret can tell where it comes from, and does. */
function checkRaw(settings: SubscriptionSettings, topicHeader: unknown): void {
	if (settings.by !== 'others' || settings.secret === undefined) {
		throw new HttpError(
			403,
			`Raw message delivery has no signature. Turn it off in the subscription, or set a '${urlSecret.property.displayName}' in the trigger and add it to the URL.`,
		);
	}
	if (topicHeader !== undefined && topicHeader !== settings.topicArn)
		throw new HttpError(403, 'The message is from another topic');
}

/** Strangers do not know the ARN of the subscription, which SNS sends along with every notification. */
function namesSubscription(context: IWebhookFunctions, arnHeader: unknown): boolean {
	return madeBy(context).some(({ arn }) => isSecret(arnHeader, arn));
}

/** A delivery that comes from where it should. */
export type Delivery =
	/** What AWS End User Messaging Social published; unsigned where delivery is raw. */
	| { kind: 'published'; content: string }
	/** SNS asks whether the subscription of this webhook is wanted. */
	| { kind: 'confirmation'; topicArn: string; token: string }
	/** SNS says that the subscription of this webhook has ended. */
	| { kind: 'unsubscribed'; messageId: string };

/**
 * Makes sure that a post comes from the right SNS topic.
 *
 * @throws HttpError where it does not, and FieldError where the settings cannot be read
 */
export async function verifyDelivery(context: IWebhookFunctions, form: Form): Promise<Delivery> {
	const settings = subscriptionSettings(form);
	if (settings.by === 'others' && settings.secret !== undefined) {
		const { secret } = record(context.getQueryData());
		if (!isSecret(secret, settings.secret))
			throw new HttpError(401, 'The secret in the URL is missing or wrong');
	}
	const content = bodyOf(context);
	const body = json(content);
	const headers = context.getHeaderData();
	if (headers['x-amz-sns-rawdelivery'] === 'true' || !looksLikeSns(body)) {
		checkRaw(settings, headers['x-amz-sns-topic-arn']);
		return { kind: 'published', content };
	}
	if (!isSnsMessage(body)) throw new HttpError(403, 'This is not an SNS message');
	const memory = memoryOf(context);
	memory.certificate = await checkMessage(body, {
		expectedTopic: async () => await expectedTopic(context, settings, body),
		ownEndpoint: async () => await ownSnsEndpoint(context),
		fetch: async (url) => await getPublic(context, url),
		knownCertificate: memory.certificate,
		namesSubscription: namesSubscription(context, headers['x-amz-sns-subscription-arn']),
	});
	switch (body.Type) {
		case 'Notification':
			return { kind: 'published', content: body.Message };
		case 'SubscriptionConfirmation':
			return { kind: 'confirmation', topicArn: body.TopicArn, token: body.Token ?? '' };
		case 'UnsubscribeConfirmation':
			return { kind: 'unsubscribed', messageId: body.MessageId };
	}
}
