import type { IWebhookFunctions } from 'n8n-workflow';
import { Connection } from '../AwsWhatsApp/request/connection';
import { getPublic } from '../AwsWhatsApp/request/exchange';
import type { Form } from '../AwsWhatsApp/request/form';
import { Paces } from '../AwsWhatsApp/request/pace';
import { json, list, record, text } from './events/values';
import { subscriptionSettings, type SubscriptionSettings } from './settings';
import { confirmSubscription } from './sns/api';
import { looksLikeSns, snsMessageIn, type SnsMessage } from './sns/message';
import { Refusal } from './sns/refusal';
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

/** SNS waits fifteen seconds for an answer, and then asks for the confirmation again. */
const TIMEOUT_MS = 5_000;
const TRIES = 4;

function bodyOf(context: IWebhookFunctions): string {
	const { rawBody } = context.getRequestObject();
	if (!Buffer.isBuffer(rawBody) || rawBody.length === 0)
		throw new Refusal(403, 'There is no message');
	if (rawBody.length > MOST_BYTES) throw new Refusal(413, 'The message is too large');
	return rawBody.toString('utf8');
}

async function confirm(context: IWebhookFunctions, { TopicArn, Token = '' }: SnsMessage) {
	try {
		const connection = new Connection(context, { timeout: TIMEOUT_MS }, new Paces(), TRIES);
		await confirmSubscription(connection, TopicArn, Token);
	} catch (failure) {
		confirmationFailed(triggerId(context), failure);
		refuseForNow('The subscription could not be confirmed');
	}
}

function refuseForNow(message: string): never {
	throw new Refusal(503, message);
}

/** A raw message is taken only where nothing but a secret can tell where it comes from, and does. */
function checkRaw(settings: SubscriptionSettings, topicHeader: unknown): void {
	if (settings.by !== 'others' || settings.secret === undefined) {
		throw new Refusal(
			403,
			"Raw message delivery carries no signature. Switch it off in the subscription, or set a 'Secret in URL' in the trigger and add it to the URL.",
		);
	}
	if (topicHeader !== undefined && topicHeader !== settings.topicArn)
		throw new Refusal(403, 'The message is from another topic');
}

/**
 * What the trigger has written down that tells genuine messages from made-up ones before they can be
 * proved. Nobody can guess the ARN of its subscription, which SNS sends along with every notification.
 */
function hintsFor(context: IWebhookFunctions, arnHeader: unknown) {
	const { certificate, subscriptions } = context.getWorkflowStaticData('node');
	const arns = list(subscriptions).map((made) => text(record(made).arn));
	return {
		knownCertificate: text(certificate),
		namesSubscription: arns.some((arn) => arn !== undefined && isSecret(arnHeader, arn)),
	};
}

/**
 * What was let in. Where SNS has signed it, with the address of the certificate that proves it: recorded
 * as `certificate`, it saves a process that has just started from strangers.
 */
export type Admitted =
	/** What AWS End User Messaging Social published; unsigned where delivery is raw. */
	| { kind: 'published'; content: string; certificate?: string }
	/** The subscription was to be confirmed, and is. */
	| { kind: 'confirmed'; topicArn: string; certificate: string }
	/** SNS says that the subscription of this webhook to the topic has ended. */
	| { kind: 'unsubscribed'; topicArn: string; certificate: string };

/**
 * Lets in what comes from the right SNS topic.
 *
 * @throws Refusal for everything else, and FieldError where the settings cannot be read
 */
export async function admit(context: IWebhookFunctions, form: Form): Promise<Admitted> {
	const settings = subscriptionSettings(form);
	if (settings.by === 'others' && settings.secret !== undefined) {
		const { secret } = record(context.getQueryData());
		if (!isSecret(secret, settings.secret))
			throw new Refusal(401, 'The URL does not carry the right secret');
	}
	const body = bodyOf(context);
	const headers = context.getHeaderData();
	if (headers['x-amz-sns-rawdelivery'] === 'true' || !looksLikeSns(json(body))) {
		checkRaw(settings, headers['x-amz-sns-topic-arn']);
		return { kind: 'published', content: body };
	}
	const message = snsMessageIn(body);
	if (!message) throw new Refusal(403, 'This is no message of SNS');
	const certificate = await checkMessage(message, {
		expectedTopic: async () => await expectedTopic(context, settings, message),
		ownEndpoint: async () => await ownSnsEndpoint(context),
		fetch: async (url) => await getPublic(context, url),
		...hintsFor(context, headers['x-amz-sns-subscription-arn']),
	});
	const { Type, TopicArn: topicArn, Message: content } = message;
	if (Type === 'Notification') return { kind: 'published', content, certificate };
	if (Type === 'UnsubscribeConfirmation') return { kind: 'unsubscribed', topicArn, certificate };
	await confirm(context, message);
	return { kind: 'confirmed', topicArn, certificate };
}
