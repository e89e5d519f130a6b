import type { IHookFunctions } from 'n8n-workflow';
import type { Connection } from '../../AwsWhatsApp/request/connection';
import { reasonOf } from '../failure';
import { forget, formerTopic, madeBy, writeDown } from '../memory';
import { formOf, subscriptionSettings } from '../settings';
import { unsubscribe } from '../sns/api';
import { patientConnection } from './connection';
import { topicOf } from './destination';
import { underAddress, type Managed } from './existing';
import { endSoon } from './farewell';
import { isTest, triggerId, webhookUrl } from './identity';
import type { Made } from './made';

/**
 * Removes what the trigger has made and needs no longer: under a former address, or for a former topic.
 * What cannot be removed now stays written down, for the next time.
 */
export async function leaveAllBut(
	context: IHookFunctions,
	connection: Connection,
	own?: Made,
): Promise<void> {
	for (const former of madeBy(context).filter(({ arn }) => arn !== own?.arn)) {
		const isGone = await unsubscribe(connection, former.arn).then(
			() => true,
			(failure: unknown) => {
				context.logger.warn(
					`WhatsApp trigger: the former subscription ${former.arn} could not be removed yet. ${reasonOf(context, failure)}`,
				);
				return false;
			},
		);
		if (isGone)
			writeDown(
				context,
				madeBy(context).filter(({ arn }) => arn !== former.arn),
			);
	}
}

/** Which topics may hold a subscription of this trigger. */
async function topicsOf(
	context: IHookFunctions,
	connection: Connection,
	settings: Managed,
): Promise<Set<string>> {
	const noted = [...madeBy(context).map(({ topicArn }) => topicArn), formerTopic(context)];
	const known = noted.filter((topicArn) => topicArn !== undefined);
	return new Set(known.length > 0 ? known : [await topicOf(connection, settings)]);
}

/** Removes the subscriptions of this webhook: those that were written down, and one under its address. */
async function endNow(context: IHookFunctions, settings: Managed, url: string): Promise<void> {
	const connection = patientConnection(context);
	const arns = new Set(madeBy(context).map(({ arn }) => arn));
	for (const topicArn of await topicsOf(context, connection, settings)) {
		const own = await underAddress(connection, topicArn, url).catch((failure: unknown) => {
			// What was written down is removed all the same.
			if (arns.size === 0) throw failure;
			return undefined;
		});
		if (own) arns.add(own.arn);
	}
	for (const arn of arns) await unsubscribe(connection, arn);
	writeDown(context, []);
}

/** Activations that failed while n8n was starting, by trigger. */
const spared = new Set<string>();

/** The end that n8n will call for is none: it goes on trying to activate the workflow. */
export function spareNextEnd(context: IHookFunctions): void {
	spared.add(triggerId(context));
}

/**
 * Removes the subscription of this webhook, and no other one: at once where a test ends, else in a
 * moment, since n8n may be about to activate the workflow again.
 */
export async function endSubscription(context: IHookFunctions): Promise<void> {
	const trigger = triggerId(context);
	if (spared.delete(trigger)) return;
	const settings = subscriptionSettings(formOf(context));
	if (settings.by === 'others') return;
	const url = webhookUrl(context);
	if (isTest(context)) return await endNow(context, settings, url);
	endSoon(trigger, async () => {
		await endNow(context, settings, url).then(
			() => forget(trigger),
			(failure: unknown) => {
				const arns = madeBy(context).map(({ arn }) => arn);
				const which = arns.length > 0 ? ` ${arns.join(', ')}` : ` to ${url}`;
				context.logger.error(
					`WhatsApp trigger: the workflow was deactivated, but its subscription${which} could not be removed. Remove it in the AWS console, or activate the workflow and deactivate it again. ${reasonOf(context, failure)}`,
				);
			},
		);
	});
}
