import type { IHookFunctions } from 'n8n-workflow';
import { isTransient } from '../../../aws/errors/errors';
import { reasonOf } from '../failure';
import { forget, formerTopic, madeBy, writeDown } from '../memory';
import { formOf, subscriptionSettings, type SubscriptionSettings } from '../settings';
import { unsubscribe } from '../../../aws/clients/sns/sns';
import { patientConnection, type TriggerClient } from './connection';
import { topicOf } from './destination';
import { underAddress, type Managed } from './own';
import { endSoon } from './farewell';
import { isTest, triggerId, webhookUrl } from './identity';
import type { Made } from './made';

type Unmanaged = Extract<SubscriptionSettings, { by: 'others' }>;

/**
 * Removes what the trigger has made and needs no longer: under a former address, or for a former topic.
 * What cannot be removed now stays written down, for the next time.
 */
export async function leaveAllBut(client: TriggerClient, own?: Made): Promise<void> {
	const { context } = client;
	for (const former of madeBy(context).filter(({ arn }) => arn !== own?.arn)) {
		const isGone = await unsubscribe(client, former.arn).then(
			() => true,
			(failure: unknown) => {
				context.logger.warn(
					`WhatsApp trigger: the previous subscription ${former.arn} could not be removed yet. ${reasonOf(context, failure)}`,
				);
				return false;
			},
		);
		if (isGone) writeDown(context, (made) => made.filter(({ arn }) => arn !== former.arn));
	}
}

/**
 * Others manage the subscription from now on. One to the same topic under the same address is theirs now,
 * for there cannot be two; the rest goes.
 */
export async function handOver(
	client: TriggerClient,
	{ topicArn, secret }: Unmanaged,
): Promise<void> {
	const { context } = client;
	const url = webhookUrl(context);
	const isTheirs = (made: Made) =>
		secret === undefined && made.topicArn === topicArn && made.endpoint === url;
	writeDown(context, (all) => all.filter((made) => !isTheirs(made)));
	await leaveAllBut(client);
}

/** Which topics may hold a subscription of this trigger. */
async function topicsOf(
	client: TriggerClient,
	settings: Managed | undefined,
): Promise<Set<string>> {
	const { context } = client;
	const noted = [...madeBy(context).map(({ topicArn }) => topicArn), formerTopic(context)];
	const known = noted.filter((topicArn) => topicArn !== undefined);
	if (known.length > 0 || !settings) return new Set(known);
	return new Set([await topicOf(client, settings)]);
}

/** Removes the subscriptions of this webhook: those that were written down, and one under its address. */
async function endNow(
	context: IHookFunctions,
	settings: Managed | undefined,
	url: string,
): Promise<void> {
	const client = patientConnection(context);
	const arns = new Set(madeBy(context).map(({ arn }) => arn));
	for (const topicArn of await topicsOf(client, settings)) {
		const own = await underAddress(client, topicArn, url).catch((failure: unknown) => {
			// What was written down is removed anyway.
			if (arns.size === 0) throw failure;
			return undefined;
		});
		if (own) arns.add(own.arn);
	}
	for (const arn of arns) await unsubscribe(client, arn);
	writeDown(context, () => []);
}

/** Activations that failed while n8n was starting, by trigger: when, in ms since 1970. */
const spared = new Map<string, number>();
/** n8n calls for the end right after the failure, or never. */
const SPARED_FOR_MS = 30_000;

/** The next end that n8n calls for does not count: n8n keeps trying to activate the workflow. */
export function spareNextEnd(context: IHookFunctions): void {
	spared.set(triggerId(context), Date.now());
}

function isSpared(trigger: string): boolean {
	const since = spared.get(trigger);
	spared.delete(trigger);
	return since !== undefined && Date.now() - since < SPARED_FOR_MS;
}

/** The settings, where the trigger manages its subscription and they can be read. */
function managedSettings(context: IHookFunctions): Managed | undefined {
	try {
		const settings = subscriptionSettings(formOf(context));
		return settings.by === 'others' ? undefined : settings;
	} catch {
		// What was written down is removed anyway.
		return undefined;
	}
}

/** @returns whether that is the end of it; otherwise it is worth another try */
async function end(
	context: IHookFunctions,
	settings: Managed | undefined,
	url: string,
): Promise<boolean> {
	return await endNow(context, settings, url).then(
		() => {
			forget(triggerId(context));
			return true;
		},
		(failure: unknown) => {
			const isOver = !isTransient(failure);
			const arns = madeBy(context).map(({ arn }) => arn);
			const which = arns.length > 0 ? ` ${arns.join(', ')}` : ` to ${url}`;
			const next = isOver
				? 'Remove it in the AWS console, or publish and unpublish the workflow again.'
				: 'The trigger keeps trying for an hour.';
			context.logger.error(
				`WhatsApp trigger: the workflow was unpublished, but its subscription${which} could not be removed. ${next} ${reasonOf(context, failure)}`,
			);
			return isOver;
		},
	);
}

/**
 * Removes the subscription of this webhook, and no other one: at once where a test ends, else in a
 * moment, since n8n may be about to activate the workflow again.
 */
export async function endSubscription(context: IHookFunctions): Promise<void> {
	const trigger = triggerId(context);
	if (isSpared(trigger)) return;
	const settings = managedSettings(context);
	if (!settings && madeBy(context).length === 0) return;
	const url = webhookUrl(context);
	if (isTest(context)) return await endNow(context, settings, url);
	writeDown(context, (all) => all.map((each) => ({ ...each, isEnding: true })));
	void endSoon(trigger, async () => await end(context, settings, url));
}
