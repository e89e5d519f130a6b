import type { IDataObject } from 'n8n-workflow';
import { text } from '../../form/unknown';
import { SeenEvents } from './once/deduplication';
import type { TriggerContext } from './settings';
import { isPost, isTest, ownerId, triggerId } from './subscription/identity';
import { madeIn, written, type Made } from './subscription/made';

/**
 * What a trigger remembers: in this process, and in the workflow's static data, from which it comes back
 * after a restart. n8n hands out a copy of that data for every post and every activation and writes it
 * back as a whole, so that a later copy may be older. So every change writes everything.
 */
class TriggerMemory {
	readonly seen = new SeenEvents();

	/** What it has made in AWS; undefined in a process that has not activated it, which only reads. */
	made?: Made[];

	/** The address of the certificate with which SNS has signed a genuine message. */
	certificate?: string;
}

/** By trigger. */
const memories = new Map<string, TriggerMemory>();

/** A test leaves nothing behind, and does not use what the active workflow has written down. */
function staticDataOf(context: TriggerContext): IDataObject {
	return isTest(context) ? {} : context.getWorkflowStaticData('node');
}

/** The memory of this trigger, with what has been saved of it. */
export function memoryOf(context: TriggerContext): TriggerMemory {
	const trigger = triggerId(context);
	const memory = memories.get(trigger) ?? new TriggerMemory();
	memories.set(trigger, memory);
	const data = staticDataOf(context);
	memory.seen.restore(data.seenEvents);
	memory.certificate ??= text(data.certificate);
	return memory;
}

/** What the trigger has made in AWS. */
export function madeBy(context: TriggerContext): Made[] {
	return memoryOf(context).made ?? madeIn(staticDataOf(context).subscriptions, ownerId(context));
}

/** The topic that 0.1.0 has written down, which wrote down no more. */
export function formerTopic(context: TriggerContext): string | undefined {
	return text(staticDataOf(context).topicArn);
}

/** The topic to which this trigger was subscribed last. */
export function subscribedTopic(context: TriggerContext): string | undefined {
	return madeBy(context).at(-1)?.topicArn ?? formerTopic(context);
}

/** Writes down all that the trigger remembers. n8n saves it after an activation. */
function save(context: TriggerContext): void {
	const { seen, certificate } = memoryOf(context);
	const data = staticDataOf(context);
	data.seenEvents = seen.saved();
	data.subscriptions = written(madeBy(context), ownerId(context));
	if (certificate !== undefined) data.certificate = certificate;
	// What 0.1.0 has left.
	delete data.seen;
	delete data.topicArn;
}

/** How old, in ms, the static data may be that a post was given, to be written back. */
const LONGEST_MS = 1_000;

/**
 * Writes down all that the trigger remembers, for n8n to save when it has answered a post. What other
 * nodes have written since the post arrived would be lost by that, so it is left to a later post where
 * other nodes use the workflow's static data, or where this one has taken long.
 *
 * @param arrived when the post arrived, in ms since 1970
 */
export function saveAfterPost(context: TriggerContext, arrived: number): void {
	const isShared = Object.keys(context.getWorkflowStaticData('global')).length > 0;
	if (!isShared && Date.now() - arrived < LONGEST_MS) save(context);
}

/** Changes what is written down as made in AWS. */
export function writeDown(context: TriggerContext, change: (made: Made[]) => Made[]): void {
	const memory = memoryOf(context);
	const made = change(madeBy(context));
	// A process that only receives posts may not activate the trigger the next time, and would never learn of it.
	if (!isPost(context) || memory.made) memory.made = made;
	staticDataOf(context).subscriptions = written(made, ownerId(context));
	save(context);
}

/** Writes down the subscription that is the trigger's own now; what it has made before stays until it is removed. */
export function writeDownLast(context: TriggerContext, own: Made): void {
	writeDown(context, (made) => [...made.filter(({ arn }) => arn !== own.arn), own]);
}

/** Forgets a trigger that is no longer active, unless an event is still at work. */
export function forget(trigger: string): void {
	if (!memories.get(trigger)?.seen.isAtWork) memories.delete(trigger);
}
