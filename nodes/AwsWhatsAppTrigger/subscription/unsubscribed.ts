import type { IWebhookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client';
import { FieldError } from '../../../form/fieldError';
import { isTransient } from '../../../aws/errors/errors';
import type { Form } from '../../../form/form';
import { reasonOf } from '../failure';
import { deliverySettings, subscriptionSettings } from '../settings';
import { HttpError } from '../httpError';
import { topicOf } from './destination';
import { existing, type Managed, make } from './own';
import { isTest } from './identity';

/** SNS waits 15 s for the answer to its message, and up to four requests are made meanwhile. */
const LONGEST_ANSWER_MS = 3_000;
const TRIES = 2;

/** Looks for the subscription, and subscribes again where it is gone. The confirmation comes by itself. */
async function subscribeAgain(
	context: IWebhookFunctions,
	form: Form,
	settings: Managed,
): Promise<undefined> {
	const client = new AwsClient(context, { timeout: LONGEST_ANSWER_MS }, undefined, TRIES);
	const delivery = deliverySettings(form);
	// SNS also reports a former subscription that the trigger has removed itself.
	if (await existing(client, settings, delivery)) return undefined;
	const topicArn = await topicOf(client, settings);
	const { arn } = await make(client, settings, delivery, topicArn);
	context.logger.warn(
		`WhatsApp trigger: someone removed the subscription to ${topicArn}. The trigger has subscribed again (${arn}). Events published in the meantime are lost.`,
	);
	return undefined;
}

/**
 * What is done where SNS says that this webhook was unsubscribed: without it the workflow would stay
 * active and hear nothing.
 *
 * @returns what only a person can change; undefined where the trigger is subscribed
 * @throws HttpError 503 where AWS cannot be asked now: SNS says it again
 */
export async function answerUnsubscribed(
	context: IWebhookFunctions,
	form: Form,
): Promise<FieldError | undefined> {
	if (isTest(context)) return undefined;
	const settings = subscriptionSettings(form);
	if (settings.by === 'others') {
		return new FieldError(
			'This trigger no longer receives events: its subscription was removed',
			`Amazon SNS says that this webhook was unsubscribed from ${settings.topicArn}. The subscription is managed elsewhere, so the trigger does not subscribe again. Subscribe its production URL to the topic.`,
		);
	}
	return await subscribeAgain(context, form, settings).catch((failure: unknown) => {
		const reason = reasonOf(context, failure);
		if (isTransient(failure)) throw new HttpError(503, `The subscription was removed. ${reason}`);
		return new FieldError(
			'This trigger no longer receives events: its subscription was removed',
			`Subscribing again failed. ${reason} After fixing this, unpublish and publish the workflow.`,
		);
	});
}
