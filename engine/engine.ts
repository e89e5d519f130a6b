import type { INodeExecutionData } from 'n8n-workflow';
import { CanceledError, Verdict } from '../aws/errors/errors';
import type { Known } from '../aws/errors/known';
import { grouped } from '../form/counts';
import { Batches } from './batches';
import { breath } from './breath';
import { inOrder, Line, type Lane } from './line';
import { Preparation, type Input, type Ready } from './prepare';
import type { Operation } from './operation';
import { Output } from './output';
import type { NodeError } from './errors';
import { Progress } from './progress';
import type { Slot } from './slots';

/** One try of one operation for all items of a node's input. */
class Run {
	private readonly preparation: Preparation;

	private readonly output: Output;

	private readonly batches: Batches;

	private readonly progress: Progress;

	/** Ends when no further item is to be started. */
	private readonly over = new AbortController();

	constructor(
		private readonly operation: Operation,
		private readonly input: Input,
	) {
		this.preparation = new Preparation(operation, input, this.over.signal);
		this.output = new Output(operation, input.node, input.memory);
		this.batches = new Batches(input.batching);
		const total = grouped(input.total);
		this.progress = new Progress(
			(count) => `${operation.action}: ${count} of ${total} items are done`,
			(line) => input.tell('info', line),
		);
	}

	/** The output of all items, or the error that the run ends with. */
	async outcome(): Promise<INodeExecutionData[]> {
		const { canceled, goesOn } = this.input;
		const end = () => this.over.abort();
		canceled?.addEventListener('abort', end, { once: true });
		if (canceled?.aborted) end();
		try {
			const stopped = goesOn ? await this.eachForItself() : await this.allOrNothing();
			if (canceled?.aborted) throw this.cancellation();
			if (stopped && !this.isDoubtToTell(stopped[0]))
				throw this.output.errorOf(...stopped, this.input.total);
			return await this.output.ofAll(this.input.items, breath);
		} finally {
			canceled?.removeEventListener('abort', end);
		}
	}

	/** Every item becomes its output, a failed one an item with its error. */
	private async eachForItself(): Promise<undefined> {
		await this.each(
			this.unsettled(),
			async (index, slot) => await this.work(index, slot, async () => await this.prepare(index)),
			(index) => this.preparation.laneOf(index),
		);
	}

	/**
	 * Where the workflow stops at the first failure: a bad value in any item means that nothing is done,
	 * after a failure no further item is started, and the error accounts for all of them.
	 *
	 * @returns the first item that failed, and its failure
	 */
	private async allOrNothing(): Promise<[index: number, failure: unknown] | undefined> {
		const ready = new Map<number, Ready & { lane: Lane | undefined }>();
		const failures = new Map<number, unknown>();
		const fail = (index: number, failure: unknown) => {
			failures.set(index, failure);
			this.over.abort();
		};
		await this.each(this.unsettled(), async (index) => {
			const lane = this.preparation.laneOf(index);
			await this.prepare(index).then(
				(prepared) => ready.set(index, { ...prepared, lane }),
				(failure: unknown) => fail(index, failure),
			);
		});
		await this.each(
			this.input.items,
			async (index, slot) => {
				const prepared = ready.get(index);
				if (prepared) await this.work(index, slot, async () => prepared);
				const { failure } = this.outcomes.get(index) ?? {};
				// An item that only waited when another failed has not failed itself.
				if (failure !== undefined && !(failure instanceof CanceledError)) fail(index, failure);
			},
			(index) => ready.get(index)?.lane,
		);
		return [...failures].sort(([a], [b]) => a - b)[0];
	}

	private get outcomes() {
		return this.input.memory.outcomes;
	}

	private async each(
		items: number[],
		task: (index: number, slot: Slot) => Promise<void>,
		laneOf: (index: number) => Lane | undefined = () => undefined,
	): Promise<void> {
		const { requestsAtOnce, paces } = this.preparation;
		const line = new Line(items, laneOf, paces.allowances, breath);
		await inOrder(line, requestsAtOnce, this.over.signal, task);
	}

	/** Also told right away, since n8n has saved the execution by now, without what a node says of it. */
	private cancellation(): NodeError {
		const error = this.output.errorOf(0, new CanceledError(), this.input.total);
		const { message, description } = error;
		const before = this.input.roundsBefore();
		const rounds =
			before > 0 ? ` This was round ${before + 1}: what earlier rounds did is not counted.` : '';
		this.input.tell('warn', `${[message, description].filter(Boolean).join(': ')}${rounds}`);
		return error;
	}

	private unsettled(): number[] {
		return this.input.items.filter((index) => !this.isSettled(index));
	}

	/** Whether the item is not to be tried (again): it is done, or nobody knows and it may not be repeated. */
	private isSettled(index: number): boolean {
		const outcome = this.outcomes.get(index);
		if (!outcome) return false;
		if (outcome.result !== undefined || outcome.known === 'done') return true;
		return outcome.known === 'notKnown' && this.operation.effect === 'once';
	}

	private isDoubtToTell(index: number): boolean {
		const isInDoubt = this.outcomes.get(index)?.known === 'notKnown';
		return this.input.goesOnInDoubt && isInDoubt && this.operation.effect === 'once';
	}

	private earlier(index: number): Known {
		return this.outcomes.get(index)?.known ?? 'notDone';
	}

	private async prepare(index: number): Promise<Ready> {
		while (breath.isDue) await breath.rest();
		return await this.preparation.prepare(index, this.earlier(index));
	}

	/**
	 * Does the work of an item, when it is its turn, and records its outcome; or nothing, if the run
	 * has come to its end meanwhile.
	 */
	private async work(index: number, slot: Slot, prepare: () => Promise<Ready>): Promise<void> {
		const leftEarlier = this.outcomes.get(index)?.leftBehind ?? [];
		let ready: Ready | undefined;
		try {
			ready = await prepare();
			await this.batches.turn(this.over.signal);
			if (this.over.signal.aborted) return;
			const result = await ready.task(slot);
			const { own, leftBehind } = ready.item;
			this.outcomes.set(index, { known: own.known, result, leftBehind, leftEarlier });
		} catch (failure) {
			const seen = ready?.item.own.known ?? this.earlier(index);
			const known = failure instanceof Verdict ? failure.known : seen;
			const leftBehind = [...leftEarlier, ...(ready?.item.leftBehind ?? [])];
			this.outcomes.set(index, { known, failure, leftBehind });
		}
		this.progress.ended(this.outcomes.size);
	}
}

/**
 * Runs an operation: it checks before it sends, keeps the number of requests at once in bounds, retries
 * where that is safe, never does again what is done, pairs every output item with its input, and turns
 * failures into errors that users can act on. Every item ends as exactly one outcome.
 *
 * @throws NodeApiError or NodeOperationError where the workflow stops at a failure
 */
export async function runOperation(
	operation: Operation,
	input: Input,
): Promise<INodeExecutionData[]> {
	return await new Run(operation, input).outcome();
}
