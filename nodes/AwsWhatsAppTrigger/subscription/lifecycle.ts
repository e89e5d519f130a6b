import type { IHookFunctions } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isTransient, onFailure } from '../../../aws/errors/errors';
import { reasonOf } from '../failure';
import { writeDown } from '../memory';
import { checkBucket } from '../once/sharedEvents';
import {
	deliverySettings,
	formOf,
	mediaSettings,
	remembersIn,
	subscriptionSettings,
	eventFilterOf,
	withBucket,
} from '../settings';
import { waitUntilConfirmed } from './confirmation';
import { patientConnection } from './connection';
import { topicOf } from './destination';
import { handOver, leaveAllBut, spareNextEnd } from './ending';
import { existing, fitting, make } from './own';
import { callOff } from './farewell';
import { isTest, triggerId, webhookUrl } from './identity';
import { ownSnsEndpoint } from './ownEndpoint';
import { checkReachable } from './reachable';
import { repair } from './repair';

/** Whether n8n is starting: no one is waiting for the result, and n8n tries again by itself. */
const isStarting = (context: IHookFunctions) =>
	['init', 'leadershipChange'].includes(context.getActivationMode());

/**
 * Whether a subscription that was made and fits may be taken for working although it could not be looked
 * at: that AWS cannot be asked now says nothing about it. Where n8n starts, a credential that may no longer
 * ask is not a reason to stop listening either.
 */
function mayKeep(context: IHookFunctions, failure: unknown): boolean {
	return isTransient(failure) || (isStarting(context) && !(failure instanceof FieldError));
}

/** n8n calls for the end after every activation that fails, also where it will try again. */
const sparing =
	<T>(work: (context: IHookFunctions) => Promise<T>) =>
	async (context: IHookFunctions): Promise<T> =>
		await onFailure(
			async () => await work(context),
			() => {
				if (isStarting(context)) spareNextEnd(context);
			},
		);

/**
 * The end that n8n called for a moment ago does not count: n8n was about to activate the trigger
 * again. What is being removed already is not taken for working without a look.
 */
async function resume(context: IHookFunctions): Promise<void> {
	if (!(await callOff(triggerId(context)))) return;
	writeDown(context, (all) => all.map((made) => ({ ...made, isEnding: undefined })));
}

/**
 * Makes sure that the trigger can remember events where it is to. Where n8n starts, and S3 cannot be asked,
 * it listens anyway: it passes no fewer events on without the bucket.
 */
async function checkMemory(context: IHookFunctions, form: Form): Promise<void> {
	if (remembersIn(form) !== 's3' || isTest(context)) return;
	await checkBucket(context).catch((failure: unknown) => {
		if (!isStarting(context) || failure instanceof FieldError) throw failure;
		context.logger.warn(
			`WhatsApp trigger: the S3 bucket that remembers events could not be checked. ${reasonOf(context, failure)}`,
		);
	});
}

/**
 * Whether the subscription is there and works. What does not fit is put right: raw delivery is switched
 * off, the delivery policy set, and what the trigger made under a former address or for a former topic
 * removed. A subscription that was never confirmed counts as none.
 */
export const isSubscribed = sparing(async (context) => {
	const form = formOf(context);
	// A filter that cannot work is reported now, not when the first event arrives.
	eventFilterOf(form);
	mediaSettings(await withBucket(context, form));
	await checkMemory(context, form);
	const settings = subscriptionSettings(form);
	const client = patientConnection(context);
	await resume(context);
	if (settings.by === 'others') {
		await handOver(client, settings);
		return true;
	}
	const delivery = deliverySettings(form);
	const found = await existing(client, settings, delivery).catch((failure: unknown) => {
		const own = mayKeep(context, failure) ? fitting(context, settings) : undefined;
		if (!own) throw failure;
		context.logger.warn(
			`WhatsApp trigger: the subscription ${own.arn} could not be checked; assuming that it still works. ${reasonOf(context, failure)}`,
		);
		return 'notKnown' as const;
	});
	if (found && found !== 'notKnown') await leaveAllBut(client, found);
	return found !== undefined;
});

/** Subscribes the webhook to the topic, waits until that is confirmed, and only then leaves former ones. */
export const startSubscription = sparing(async (context) => {
	const form = formOf(context);
	const settings = subscriptionSettings(form);
	if (settings.by === 'others') return;
	const delivery = deliverySettings(form);
	if ((await ownSnsEndpoint(context)) === undefined) checkReachable(webhookUrl(context));
	const client = patientConnection(context);
	const topicArn = await topicOf(client, settings);
	const made = await make(client, settings, delivery, topicArn);
	const state = await waitUntilConfirmed(client, made.arn);
	await leaveAllBut(client, await repair(client, { made, state }, delivery));
});
