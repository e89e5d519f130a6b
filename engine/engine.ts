import type { INodeExecutionData } from 'n8n-workflow';
import { CanceledError, InvalidResult } from '../aws/errors/errors';
import type { Known } from '../aws/errors/known';
import { Batches, inOrder } from './inOrder';
import { Preparation, type Input, type Ready } from './prepare';
import type { Operation } from './operation';
import { Output } from './output';

/** One try of one operation for all items of a node's input. */
class Run {
	private readonly preparation: Preparation;

	private readonly output: Output;

	private readonly batches: Batches;

	constructor(
		private readonly operation: Operation,
		private readonly input: Input,
	) {
		this.preparation = new Preparation(operation, input);
		this.output = new Output(operation, input.node, input.memory);
		this.batches = new Batches(input.batching);
	}

	/** Every item becomes its output, a failed one an item with its error. */
	async eachForItself(): Promise<INodeExecutionData[]> {
		const goesOn = () => !this.input.canceled?.aborted;
		await this.each(this.unsettled(), goesOn, async (index) => {
			await this.work(index, async () => await this.prepare(index), goesOn);
		});
		return this.end();
	}

	/**
	 * Where the workflow stops at the first failure: a bad value in any item means that nothing is done,
	 * after a failure no further item is started, and the error accounts for all of them.
	 */
	async allOrNothing(): Promise<INodeExecutionData[]> {
		const ready = new Map<number, Ready>();
		const failures = new Map<number, unknown>();
		const goesOn = () => failures.size === 0 && !this.input.canceled?.aborted;
		await this.each(this.unsettled(), goesOn, async (index) => {
			await this.prepare(index).then(
				(prepared) => ready.set(index, prepared),
				(failure: unknown) => failures.set(index, failure),
			);
		});
		await this.each(this.input.items, goesOn, async (index) => {
			const prepared = ready.get(index);
			if (prepared) await this.work(index, async () => prepared, goesOn);
			const { failure } = this.outcomes.get(index) ?? {};
			if (failure !== undefined) failures.set(index, failure);
		});
		// All items before the first that failed have been started, so it is the same in every run.
		const [first] = [...failures.keys()].sort((a, b) => a - b);
		if (first !== undefined) {
			throw this.output.errorOf(first, failures.get(first), this.input.total);
		}
		return this.end();
	}

	private get outcomes() {
		return this.input.memory.outcomes;
	}

	private async each(
		items: number[],
		goesOn: () => boolean,
		task: (index: number) => Promise<void>,
	): Promise<void> {
		await inOrder(items, this.preparation.requestsAtOnce, task, goesOn);
	}

	/** What all items have become, unless the execution was canceled meanwhile. */
	private end(): INodeExecutionData[] {
		const { canceled, items, total } = this.input;
		if (canceled?.aborted) throw this.output.errorOf(0, new CanceledError(), total);
		return items.flatMap((index) => this.output.of(index));
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

	private earlier(index: number): Known {
		return this.outcomes.get(index)?.known ?? 'notDone';
	}

	private async prepare(index: number): Promise<Ready> {
		return await this.preparation.prepare(index, this.earlier(index));
	}

	/**
	 * Does the work of an item, when it is its turn, and records its outcome; or nothing, if the run
	 * has come to its end meanwhile.
	 */
	private async work(
		index: number,
		prepare: () => Promise<Ready>,
		goesOn: () => boolean,
	): Promise<void> {
		const leftEarlier = this.outcomes.get(index)?.leftBehind ?? [];
		let ready: Ready | undefined;
		try {
			ready = await prepare();
			await this.batches.turn(this.input.canceled);
			if (!goesOn()) return;
			const result = await ready.task();
			const { own, leftBehind } = ready.item;
			this.outcomes.set(index, { known: own.known, result, leftBehind, leftEarlier });
		} catch (failure) {
			const seen = ready?.item.own.known ?? this.earlier(index);
			const known = failure instanceof InvalidResult ? 'done' : seen;
			const leftBehind = [...leftEarlier, ...(ready?.item.leftBehind ?? [])];
			this.outcomes.set(index, { known, failure, leftBehind });
		}
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
	const run = new Run(operation, input);
	return input.goesOn ? await run.eachForItself() : await run.allOrNothing();
}
