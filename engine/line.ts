import type { Allowance, Allowances } from '../aws/transport/allowance';
import { pause } from '../aws/transport/pause';
import type { Breath } from './breath';
import { Slots, type Slot } from './slots';

/** What items have in common that must not overtake each other, such as the person they are sent to. */
export interface Lane {
	key: string;
	/** How closely they may follow each other. */
	allowance?: Allowance;
}

/** An item whose turn has come, or comes at a time. */
interface Called {
	index: number;
	/** In ms since 1970. */
	at: number;
}

/**
 * The items of a run in the order in which they may be started: each as soon as it can be, but of a
 * lane only one at a time, in the order of the items.
 */
export class Line {
	private position = 0;

	/** By lane in which an item is at work or has been called: the items behind it. */
	private readonly behind = new Map<string, number[]>();

	/** The lanes of the items that are at work or have been called. */
	private readonly lanes = new Map<number, Lane>();

	/** Those with the earliest turn first. */
	private readonly called: Called[] = [];

	/** @param laneOf is asked once for each item, in their order; it must not throw */
	constructor(
		private readonly items: readonly number[],
		private readonly laneOf: (index: number) => Lane | undefined,
		private readonly allowances: Allowances,
		private readonly breath: Breath,
	) {}

	/**
	 * Takes the next item out of the line, waiting for its turn if need be, until it is all over.
	 *
	 * @returns undefined where there is none left, but for those that are behind one at work: whoever has
	 * done that one takes them
	 */
	async next(over: AbortSignal): Promise<number | undefined> {
		for (;;) {
			while (this.breath.isDue) await this.breath.rest();
			const [first] = this.called;
			const isDue = first !== undefined && first.at <= Date.now();
			const fresh = isDue ? undefined : this.items[this.position++];
			if (fresh === undefined) {
				this.called.shift();
				if (first && !isDue) {
					await pause(first.at - Date.now(), over).catch(() => this.giveBack(first.index));
				}
				return first?.index;
			}
			if (this.enters(fresh)) return fresh;
		}
	}

	/** The item is done, so that the next of its lane can go. */
	done(index: number): void {
		const lane = this.lanes.get(index);
		if (!lane) return;
		this.lanes.delete(index);
		const following = this.behind.get(lane.key)?.shift();
		if (following === undefined) this.behind.delete(lane.key);
		else {
			this.lanes.set(following, lane);
			this.call(following, this.waitMs(lane));
		}
	}

	/** Nobody else is called: what those who have been would have used can be used by others. */
	end(): void {
		for (const { index } of this.called.splice(0)) this.giveBack(index);
	}

	private giveBack(index: number): void {
		const { key, allowance } = this.lanes.get(index) ?? {};
		if (key !== undefined && allowance) this.allowances.giveBack(key, allowance);
	}

	/** @returns whether the item can start at once; else its turn comes later */
	private enters(index: number): boolean {
		const lane = this.laneOf(index);
		if (!lane) return true;
		const behind = this.behind.get(lane.key);
		if (behind) {
			behind.push(index);
			return false;
		}
		this.behind.set(lane.key, []);
		this.lanes.set(index, lane);
		const waitMs = this.waitMs(lane);
		if (waitMs > 0) this.call(index, waitMs);
		return waitMs === 0;
	}

	private call(index: number, waitMs: number): void {
		this.called.push({ index, at: Date.now() + waitMs });
		this.called.sort((a, b) => a.at - b.at);
	}

	private waitMs({ key, allowance }: Lane): number {
		return allowance ? this.allowances.use(key, allowance) : 0;
	}
}

/**
 * Does a task for each item of a line, several at once, until it is all over. It ends when all that were
 * started have come to their end.
 *
 * @param width how many are at work at the same time
 * @param task must not reject: what goes wrong with an item is its own affair
 */
export async function inOrder(
	line: Line,
	width: number,
	over: AbortSignal,
	task: (index: number, slot: Slot) => Promise<void>,
): Promise<void> {
	const slots = new Slots(width);
	const worker = async () => {
		for (;;) {
			const slot = await slots.take();
			const index = over.aborted ? undefined : await line.next(over);
			if (index !== undefined && !over.aborted) {
				await task(index, slot);
				line.done(index);
			}
			slot.leave();
			if (index === undefined || over.aborted) return;
		}
	};
	await Promise.all(Array.from({ length: slots.most }, worker));
	line.end();
}
