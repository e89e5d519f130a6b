import { sleep } from 'n8n-workflow';

/**
 * How long a subscription outlives its deactivation, in ms. n8n deactivates a workflow and activates it
 * again whenever it is published anew, and does not say which of the two is meant: whoever unsubscribes at
 * once loses what is published in between. That takes a fraction of a second; whoever really deactivates
 * and then stops n8n takes longer.
 */
const FAREWELL_MS = 3_000;

/** Those that wait for their end, and those that are ending, by trigger. */
const waiting = new Map<string, symbol>();
const ending = new Map<string, Promise<void>>();

/**
 * Ends something in a moment, unless it is called off until then.
 *
 * @param end must not fail: nobody is there to hear of it
 */
export function endSoon(trigger: string, end: () => Promise<void>): void {
	const own = Symbol(trigger);
	waiting.set(trigger, own);
	void sleep(FAREWELL_MS).then(async () => {
		if (waiting.get(trigger) !== own) return;
		waiting.delete(trigger);
		const over = end();
		ending.set(trigger, over);
		await over;
		ending.delete(trigger);
	});
}

/** It goes on after all. Where it is ending already, it has ended when this returns. */
export async function callOff(trigger: string): Promise<void> {
	waiting.delete(trigger);
	await ending.get(trigger);
}
