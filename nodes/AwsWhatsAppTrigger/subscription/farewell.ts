import { sleep } from 'n8n-workflow';

/**
 * How long a subscription outlives its deactivation, in ms. n8n deactivates a workflow and activates it
 * again whenever it is published again, and does not say which of the two is meant: whoever unsubscribes at
 * once loses what is published in between. That takes a fraction of a second; whoever really deactivates
 * and then stops n8n takes longer.
 */
const FAREWELL_MS = 3_000;
/** Where it could not end, it is tried again: an hour in all, in ms. */
const NEXT_TRIES_MS = [10_000, 60_000, ...Array.from({ length: 12 }, () => 300_000)];

/** Those that are to end, by trigger; and those whose end is under way. */
const waiting = new Map<string, symbol>();
const ending = new Map<string, Promise<boolean>>();

/**
 * Ends something in a moment, unless it is called off until then.
 *
 * @param end returns whether it has ended, or will never; it must not fail: nobody is there to hear of it
 */
export async function endSoon(trigger: string, end: () => Promise<boolean>): Promise<void> {
	const own = Symbol(trigger);
	waiting.set(trigger, own);
	for (const ms of [FAREWELL_MS, ...NEXT_TRIES_MS]) {
		await sleep(ms);
		if (waiting.get(trigger) !== own) return;
		const over = end();
		ending.set(trigger, over);
		const isOver = await over;
		ending.delete(trigger);
		if (isOver) break;
	}
	if (waiting.get(trigger) === own) waiting.delete(trigger);
}

/** It goes on after all. @returns whether nothing has been ended; what is under way is over by then */
export async function callOff(trigger: string): Promise<boolean> {
	const wasWaiting = waiting.delete(trigger);
	const end = ending.get(trigger);
	await end;
	return wasWaiting && end === undefined;
}
