import { pause } from '../aws/transport/pause';

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
