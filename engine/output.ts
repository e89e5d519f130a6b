import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { LeftBehind } from '../aws/transport/client';
import { CanceledError } from '../aws/errors/errors';
import type { Breath } from './breath';
import { runReport } from './runReport';
import { errorItem, leftInS3, nodeErrorOf, type NodeError } from './errors';
import { fieldsOf } from './fields';
import { memberLabels } from './members';
import { ItemWithFile, type Memory, type Outcome, type Result } from './memory';
import type { Operation } from './operation';

function itemsOf(result: Result, index: number): INodeExecutionData[] {
	const pairedItem = { item: index };
	if (result instanceof ItemWithFile) return [{ ...result, pairedItem }];
	return (Array.isArray(result) ? result : [result]).map((json) => ({ json, pairedItem }));
}

const nameOf = ({ bucketName, key }: LeftBehind) => JSON.stringify([bucketName, key]);

/** Each once: items that share a file share its copy. */
function distinct(objects: LeftBehind[]): LeftBehind[] {
	return [...new Map(objects.map((object) => [nameOf(object), object])).values()];
}

/** Names in the output what earlier tries have left in S3; what this one left is in the result itself. */
function withLeftovers(
	items: INodeExecutionData[],
	{ leftEarlier = [], leftBehind = [] }: Outcome,
): INodeExecutionData[] {
	const inResult = new Set(leftBehind.map(nameOf));
	const left = distinct(leftEarlier).filter((object) => !inResult.has(nameOf(object)));
	const [first, ...others] = items;
	if (!first || left.length === 0) return items;
	return [{ ...first, json: { ...first.json, leftInS3: leftInS3(left) } }, ...others];
}

/** Turns the outcomes of a run's items into n8n's output. */
export class Output {
	/** What the form calls the members of a request. */
	private readonly labels: ReadonlyMap<string, string>;

	constructor(
		private readonly operation: Operation,
		private readonly node: INode,
		private readonly memory: Memory,
	) {
		this.labels = memberLabels(fieldsOf(operation));
	}

	/** The output items of input items, in their order. */
	async ofAll(indexes: readonly number[], breath: Breath): Promise<INodeExecutionData[]> {
		const output: INodeExecutionData[] = [];
		for (const index of indexes) {
			while (breath.isDue) await breath.rest();
			for (const item of this.of(index)) output.push(item);
		}
		return output;
	}

	/** The output items of an input item, a failed one an item with its error. */
	private of(index: number): INodeExecutionData[] {
		const outcome = this.memory.outcomes.get(index);
		if (!outcome) return [];
		if (outcome.result !== undefined) {
			return withLeftovers(itemsOf(outcome.result, index), outcome);
		}
		const site = this.siteOf(index, outcome);
		return [errorItem(outcome.failure, nodeErrorOf(outcome.failure, site), site)];
	}

	/** The error with which the whole run ends; it accounts for all items of the node's input. */
	errorOf(index: number, failure: unknown, total: number): NodeError {
		const outcomes = [...this.memory.outcomes.values()];
		const outcome = this.memory.outcomes.get(index) ?? { known: 'notDone', failure };
		const isCanceled = failure instanceof CanceledError;
		const note = runReport(this.memory, total, this.operation, isCanceled);
		// The results of the others are lost with the error, and with them the names of their objects.
		const leftBehind = distinct(
			outcomes.flatMap(({ leftEarlier = [], leftBehind: left = [] }) => [...leftEarlier, ...left]),
		);
		return nodeErrorOf(failure, { ...this.siteOf(index, outcome), note, leftBehind });
	}

	private siteOf(itemIndex: number, { known, leftBehind }: Outcome) {
		const { node, labels } = this;
		const { effect } = this.operation;
		return { node, itemIndex, effect, known, leftBehind, labels };
	}
}
