import { sleep, type IExecuteData, type IExecutePaginationFunctions } from 'n8n-workflow';
import { DoneButInvalid, NoAnswer } from './failures';
import type { Result } from './operation';

/** What one item has to do, once its form has been read and found good. */
export type Work<T> = () => Promise<T>;

interface LaneSettings<T> {
	/** Most items at work at the same time. */
	width: number;
	/**
	 * Number of items that have to be prepared before the first one starts; undefined where every
	 * item stands for itself.
	 */
	waitFor?: number;
	/** The execution's cancel signal. */
	cancelled?: AbortSignal;
	/** Whether a failure may not be tried again, because the work may have been done. */
	isFinal?: (failure: unknown) => boolean;
	/** What came out of n8n's earlier try of the same run ('Retry On Fail'). */
	earlier?: Lane<T>;
}

/**
 * The way out that all items of one run of the node share.
 *
 * n8n starts the items of a declarative node all at once, and lets the others go on when one fails.
 * Where the workflow stops at the first failure, that would send messages after the node is known to
 * have failed. So there (`waitFor`) nothing starts before every item is prepared: a bad value in any
 * item means that nothing was sent. And after a failure no further item starts.
 *
 * When n8n tries the node again ('Retry On Fail'), it hands over all items once more. Those that are
 * done keep their result instead of being sent a second time.
 */
export class Lane<T> {
	private readonly preparations: Array<Promise<unknown>> = [];

	private readonly queue: Array<() => void> = [];

	private readonly working = new Set<Promise<unknown>>();

	/** What is not to be repeated: work that is done, or that failed and may have been done. */
	private readonly outcomes: Map<number, Promise<T>>;

	private free: number;

	/** An item has failed: no further one starts. */
	private stopped = false;

	/** n8n has given up on the node before all items were here: nobody listens any more. */
	private abandoned = false;

	private opening?: Promise<void>;

	constructor(private readonly settings: LaneSettings<T>) {
		this.free = settings.width;
		this.outcomes = new Map(settings.earlier?.outcomes);
	}

	/** Number of items that stand or fall together, where they do. */
	get total(): number | undefined {
		return this.settings.waitFor;
	}

	/**
	 * Prepares an item, waits for its turn and does its work.
	 *
	 * @returns the result, or undefined when the item was not started because the run has failed or
	 * was cancelled
	 */
	async run(item: number, prepare: () => Promise<Work<T>>): Promise<T | undefined> {
		const earlier = this.outcomes.get(item);
		const preparing = earlier ? Promise.resolve(async () => await earlier) : prepare();
		this.preparations.push(preparing);
		// Thrown only after n8n has handed over all items: until then it does not listen, and a
		// rejection that nobody listens to would end the whole n8n process.
		preparing.catch(() => undefined);
		await this.opened();
		if (this.abandoned) return undefined;
		// The turn is taken in the order of the items, however long one takes to prepare.
		await this.turn();
		try {
			const work = await preparing;
			if (this.stopped || this.settings.cancelled?.aborted) return undefined;
			return await this.watched(item, work());
		} finally {
			this.release();
		}
	}

	/**
	 * The items whose work is done, and those of which nobody knows, in this and in earlier tries, once
	 * every item that has started has come to its end.
	 */
	async settled(): Promise<{ done: number[]; unknown: number[] }> {
		await Promise.allSettled(this.working);
		const items = [...this.outcomes.keys()].sort((a, b) => a - b);
		const results = await Promise.allSettled(items.map((item) => this.outcomes.get(item)));
		const are = (status: string) => items.filter((_, i) => results[i]?.status === status);
		return { done: are('fulfilled'), unknown: are('rejected') };
	}

	private async opened(): Promise<void> {
		this.opening ??= this.open();
		await this.opening;
	}

	private async open(): Promise<void> {
		const { waitFor } = this.settings;
		if (waitFor === undefined) return;
		// n8n hands over all items in one go, so after one turn of the event loop they are here. If
		// one is missing, n8n could not read its parameters and has already given up on the node.
		await sleep(0);
		const outcomes = await Promise.allSettled(this.preparations);
		this.abandoned = outcomes.length < waitFor;
		this.stopped = outcomes.some(({ status }) => status === 'rejected');
	}

	private async watched(item: number, working: Promise<T>): Promise<T> {
		this.working.add(working);
		const settled = (isFinal: boolean) => {
			this.working.delete(working);
			if (isFinal) this.outcomes.set(item, working);
		};
		void working.then(
			() => settled(true),
			(failure) => {
				settled(this.settings.isFinal?.(failure) ?? false);
				if (this.settings.waitFor !== undefined) this.stopped = true;
			},
		);
		return await working;
	}

	private async turn(): Promise<void> {
		if (this.free > 0) {
			this.free--;
			return;
		}
		await new Promise<void>((resolve) => {
			this.queue.push(resolve);
		});
	}

	private release(): void {
		const next = this.queue.shift();
		if (next) next();
		else this.free++;
	}
}

const lanes = new WeakMap<IExecuteData, Lane<Result>>();

/**
 * How many items stand or fall together, or undefined where each stands for itself: when the
 * workflow goes on after a failure, and when the user spaces the items out with n8n's batching.
 */
function itemsTogether(context: IExecutePaginationFunctions): number | undefined {
	if (context.continueOnFail()) return undefined;
	const interval = context.getNodeParameter('requestOptions.batching.batch.batchInterval', 0);
	if (Number(interval) > 0) return undefined;
	const { node, data } = context.getExecuteData();
	const items = data.main?.[0]?.length;
	return items && node.executeOnce ? 1 : items;
}

/** A request that left and was not answered may have sent its message. */
function mayHaveBeenDone(failure: unknown): boolean {
	if (failure instanceof DoneButInvalid) return true;
	return failure instanceof NoAnswer && failure.effect === 'once' && !failure.nothingSent;
}

/** The lane of the node's current run. Item 0 opens a new one, also when n8n tries again. */
export function laneOf(context: IExecutePaginationFunctions, width: () => number): Lane<Result> {
	const run = context.getExecuteData();
	const cancelled = context.getExecutionCancelSignal();
	// The tool call of an agent borrows the data of the agent's node, which says nothing about it.
	if (run.node.name !== context.getNode().name) return new Lane({ width: width(), cancelled });

	const existing = lanes.get(run);
	if (existing && context.getItemIndex() > 0) return existing;
	const lane = new Lane<Result>({
		width: width(),
		waitFor: itemsTogether(context),
		cancelled,
		isFinal: mayHaveBeenDone,
		earlier: existing,
	});
	lanes.set(run, lane);
	return lane;
}
