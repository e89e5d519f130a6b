import type { SeenEvents } from './deduplication';

/** Events of one post that are ours to pass on. */
export interface ClaimedEvents {
	/** Their keys; none where all of them have been passed on before. */
	readonly fresh: ReadonlySet<string>;
	/** n8n is about to answer that it has them. */
	settle(): void;
	/** n8n's answer is out: it has taken them, or refused them even after they were settled. */
	end(isTaken: boolean): void;
}

/** Which events have started the workflow. */
export interface EventMemory {
	/**
	 * Claims those of the events that have not, so that nobody else passes them on meanwhile.
	 *
	 * @returns undefined where one of them is being passed on at this moment; then none is claimed
	 */
	claim(dedupeKeys: string[]): Promise<ClaimedEvents | undefined>;
}

/** As far as this process knows, and what the workflow's static data keeps over a restart. */
export class ProcessMemory implements EventMemory {
	constructor(private readonly seen: SeenEvents) {}

	async claim(dedupeKeys: string[]): Promise<ClaimedEvents | undefined> {
		const { seen } = this;
		const fresh = seen.claim(dedupeKeys);
		return (
			fresh && {
				fresh,
				settle: () => seen.settle(fresh),
				end: (isTaken) => (isTaken ? seen.settle(fresh) : seen.release(fresh)),
			}
		);
	}
}
