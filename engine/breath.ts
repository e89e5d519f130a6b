import { sleep } from 'n8n-workflow';

/**
 * How long, in ms, work may hold the event loop: meanwhile n8n answers no webhook and no health check,
 * and a worker does not renew the lock of its job.
 */
const LONGEST_HOLD_MS = 15;

/** In ms. A timer of 1 ms is often due before Node.js has left its timers for what else there is to do. */
const REST_MS = 2;

/** Gives the event loop back to n8n in time, whatever the items of a run do. */
export class Breath {
	/** Always to begin with: n8n has held the event loop for a while to get a node going. */
	private since = Number.NEGATIVE_INFINITY;

	private resting?: Promise<void>;

	/** Whether to rest before the next piece of work; to be asked right before it, also after a rest. */
	get isDue(): boolean {
		return this.resting !== undefined || Date.now() - this.since >= LONGEST_HOLD_MS;
	}

	/** Those who rest at once all go on in the order in which they came. */
	async rest(): Promise<void> {
		this.resting ??= sleep(REST_MS).then(() => {
			this.since = Date.now();
			this.resting = undefined;
		});
		await this.resting;
	}
}

/** The one of this process: its event loop is that of all runs. */
export const breath = new Breath();
