import { sleep } from 'n8n-workflow';
import { pause } from '../aws/transport/pause';

/** The number of items after which n8n gets the event loop for a moment, whatever the items do. */
const BREATHER = 50;

/**
 * Does a task for each item, several at once, starting them in the order of the items. It ends when all
 * that were started have come to their end.
 *
 * @param task must not reject: what goes wrong with an item is its own affair
 * @param goesOn whether a further item may be started
 */
export async function inOrder(
	indexes: readonly number[],
	width: number,
	task: (index: number) => Promise<void>,
	goesOn: () => boolean,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < indexes.length && goesOn()) {
			const index = indexes[next++];
			if (next % BREATHER === 0) await sleep(0);
			if (index !== undefined) await task(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, indexes.length) }, worker));
}

/** How n8n's batching spaces the items out. */
export interface Batching {
	/** Items that start together. */
	size: number;
	/** Milliseconds from the start of one batch to that of the next. */
	intervalMs: number;
}

/** Holds items back until their batch begins. */
export class Batches {
	private started = 0;

	private beginsAt = 0;

	constructor(private readonly batching: Batching | undefined) {}

	/** @throws CanceledError */
	async turn(signal: AbortSignal | undefined): Promise<void> {
		if (!this.batching) return;
		const { size, intervalMs } = this.batching;
		const now = Date.now();
		if (this.started === 0) this.beginsAt = now;
		else if (this.started % size === 0) this.beginsAt = Math.max(now, this.beginsAt + intervalMs);
		this.started++;
		if (this.beginsAt > now) await pause(this.beginsAt - now, signal);
	}
}
