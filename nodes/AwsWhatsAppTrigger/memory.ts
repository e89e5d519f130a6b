import type { IDataObject } from 'n8n-workflow';
import { text } from './events/values';
import { SeenEvents } from './once/seen';
import type { TriggerContext } from './settings';
import { isTest, triggerId } from './subscription/identity';
import { madeIn, type Made } from './subscription/made';

/**
 * What a trigger remembers: in this process, and in the workflow's static data, from which it comes back
 * after a restart. n8n hands out a copy of that data for every post and every activation and writes it
 * back as a whole, so that a later copy may be older. Hence whoever changes something writes everything.
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

/** A test leaves nothing behind, and has no business with what the active workflow has written down. */
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
	return memoryOf(context).made ?? madeIn(staticDataOf(context).subscriptions);
}

/** The topic that 0.1.0 has written down, which wrote down no more. */
export function formerTopic(context: TriggerContext): string | undefined {
	return text(staticDataOf(context).topicArn);
}

/** The topic to which this trigger was subscribed last. */
export function subscribedTopic(context: TriggerContext): string | undefined {
	return madeBy(context).at(-1)?.topicArn ?? formerTopic(context);
}

/** Writes down all that the trigger remembers. n8n saves it after an activation, and when it has answered a post. */
export function save(context: TriggerContext): void {
	const { seen, made, certificate } = memoryOf(context);
	const data = staticDataOf(context);
	data.seenEvents = seen.saved();
	if (made) data.subscriptions = made.map((each) => ({ ...each }));
	if (certificate !== undefined) data.certificate = certificate;
	// What 0.1.0 has left.
	delete data.seen;
	delete data.topicArn;
}

/** Writes down what the trigger has made in AWS. */
export function writeDown(context: TriggerContext, made: Made[]): void {
	memoryOf(context).made = made;
	save(context);
}

/** Writes down the subscription that is the trigger's own now; what it has made before stays until it is removed. */
export function writeDownLast(context: TriggerContext, own: Made): void {
	writeDown(context, [...madeBy(context).filter(({ arn }) => arn !== own.arn), own]);
}

/** Forgets a trigger that is no longer active, unless an event is still at work. */
export function forget(trigger: string): void {
	if (!memories.get(trigger)?.seen.isAtWork) memories.delete(trigger);
}
