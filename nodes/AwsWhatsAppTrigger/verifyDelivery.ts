import type { IWebhookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../aws/transport/client';
import { getPublic } from '../../aws/transport/sendSigned';
import type { Form } from '../../form/form';
import { json, record } from '../../form/unknown';
import { madeBy, memoryOf } from './memory';
import { subscriptionSettings, type SubscriptionSettings } from './settings';
import { confirmSubscription } from '../../aws/clients/sns/sns';
import { looksLikeSns, snsMessageIn, type SnsMessage } from './sns/message';
import { HttpError } from './httpError';
import { isSecret } from './sns/secret';
import { checkMessage } from './sns/signature';
import { confirmationFailed } from './subscription/confirmation';
import { expectedTopic } from './subscription/expectedTopic';
import { triggerId } from './subscription/identity';
import { ownSnsEndpoint } from './subscription/ownEndpoint';

/**
 * SNS messages have at most 256 KB, and grow when they are quoted as JSON inside JSON.
 */
const MOST_BYTES = 2 * 1024 * 1024;

/** SNS waits 15 s for the answer to its confirmation request, and repeats it. */
const LONGEST_ANSWER_MS = 5_000;
const TRIES = 2;

function bodyOf(context: IWebhookFunctions): string {
	const { rawBody } = context.getRequestObject();
	if (!Buffer.isBuffer(rawBody) || rawBody.length === 0)
		throw new HttpError(403, 'There is no message');
	if (rawBody.length > MOST_BYTES) throw new HttpError(413, 'The message is too large');
	return rawBody.toString('utf8');
}

async function confirm(context: IWebhookFunctions, { TopicArn, Token = '' }: SnsMessage) {
	try {
		await confirmSubscription(
			new AwsClient(context, { timeout: LONGEST_ANSWER_MS }, undefined, TRIES),
			TopicArn,
			Token,
		);
	} catch (failure) {
		confirmationFailed(triggerId(context), failure);
		refuseForNow('The subscription could not be confirmed');
	}
}

function refuseForNow(message: string): never {
	throw new HttpError(503, message);
}

/** A raw message is taken only where nothing but a secret can tell where it comes from, and does. */
function checkRaw(settings: SubscriptionSettings, topicHeader: unknown): void {
	if (settings.by !== 'others' || settings.secret === undefined) {
		throw new HttpError(
			403,
			"Raw message delivery carries no signature. Switch it off in the subscription, or set a 'Secret in URL' in the trigger and add it to the URL.",
		);
	}
	if (topicHeader !== undefined && topicHeader !== settings.topicArn)
		throw new HttpError(403, 'The message is from another topic');
}

/** Strangers do not know the ARN of the subscription, which SNS sends along with every notification. */
function namesSubscription(context: IWebhookFunctions, arnHeader: unknown): boolean {
	return madeBy(context).some(({ arn }) => isSecret(arnHeader, arn));
}

/** What was let in. */
export type Delivery =
	/** What AWS End User Messaging Social published; unsigned where delivery is raw. */
	| { kind: 'published'; content: string }
	/** The subscription was to be confirmed, and is. */
	| { kind: 'confirmed' }
	/** SNS says that the subscription of this webhook has ended. */
	| { kind: 'unsubscribed'; messageId: string };

/**
 * Lets in what comes from the right SNS topic.
 *
 * @throws HttpError for everything else, and FieldError where the settings cannot be read
 */
export async function verifyDelivery(context: IWebhookFunctions, form: Form): Promise<Delivery> {
	const settings = subscriptionSettings(form);
	if (settings.by === 'others' && settings.secret !== undefined) {
		const { secret } = record(context.getQueryData());
		if (!isSecret(secret, settings.secret))
			throw new HttpError(401, 'The URL does not carry the right secret');
	}
	const body = bodyOf(context);
	const headers = context.getHeaderData();
	if (headers['x-amz-sns-rawdelivery'] === 'true' || !looksLikeSns(json(body))) {
		checkRaw(settings, headers['x-amz-sns-topic-arn']);
		return { kind: 'published', content: body };
	}
	const message = snsMessageIn(body);
	if (!message) throw new HttpError(403, 'This is no message of SNS');
	const memory = memoryOf(context);
	memory.certificate = await checkMessage(message, {
		expectedTopic: async () => await expectedTopic(context, settings, message),
		ownEndpoint: async () => await ownSnsEndpoint(context),
		fetch: async (url) => await getPublic(context, url),
		knownCertificate: memory.certificate,
		namesSubscription: namesSubscription(context, headers['x-amz-sns-subscription-arn']),
	});
	const { Type, Message: content, MessageId: messageId } = message;
	if (Type === 'Notification') return { kind: 'published', content };
	if (Type === 'UnsubscribeConfirmation') return { kind: 'unsubscribed', messageId };
	await confirm(context, message);
	return { kind: 'confirmed' };
}
