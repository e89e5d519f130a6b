import type { IHttpRequestOptions, INode, INodeExecutionData } from 'n8n-workflow';
import { ACTIONS, isPaged } from '../aws/clients/actions';
import { accountOf } from './account';
import { ItemRequest, type InputItem, type Runner } from './itemRequest';
import { CREDENTIAL } from '../aws/transport/sendSigned';
import { errorItem, leftInS3, nodeErrorOf } from './errors';
import { CancelledError, InvalidResult } from '../aws/transport/errors';
import { Form, labelsOf, type Labels } from '../form/form';
import { Batches, inOrder, type Batching } from './inOrder';
import type { Known } from '../aws/transport/known';
import { fillMembers, labelled, memberLabels } from './members';
import type { Memory, Outcome } from './memory';
import type { Operation } from './operation';
import { ItemWithFile, type Result, type Task } from './result';
import { Paces, pacesOf } from '../aws/transport/pace';
import { listPlan } from './paging';

/** Enough for speed, few enough for AWS's quotas of 10 to 100 requests a second. */
const DEFAULT_REQUESTS_AT_ONCE = 16;
const MOST_REQUESTS_AT_ONCE = 100;

/** What the engine is given by whoever runs it; the doors differ only in this. */
export interface Input {
	/** Runs an item: n8n evaluates the expressions of a credential for it. */
	runner(item: number): Runner;
	cancelled: AbortSignal | undefined;
	node: INode;
	/** The items to work on, by their index in the node's input. */
	items: number[];
	/** Number of items in the node's input. */
	total: number;
	memory: Memory;
	/** Whether the workflow goes on when an item fails. */
	goesOn: boolean;
	batching?: Batching;
	/** Reads a field of the panel for an item; its expression is evaluated at every reading. */
	read(item: number, field: string): unknown;
	inputItem(item: number): InputItem;
	/** Proxy, timeout and TLS settings for the requests of an item. */
	transport(item: number): Partial<IHttpRequestOptions>;
}

function requestsAtOnce(form: Form): number {
	const wanted = Math.trunc(Number(form.options.raw('maxRequestsAtOnce')));
	return wanted >= 1 ? Math.min(wanted, MOST_REQUESTS_AT_ONCE) : DEFAULT_REQUESTS_AT_ONCE;
}

function itemsOf(result: Result, item: number): INodeExecutionData[] {
	const pairedItem = { item };
	if (result instanceof ItemWithFile) return [{ ...result, pairedItem }];
	return (Array.isArray(result) ? result : [result]).map((json) => ({ json, pairedItem }));
}

/** Names in the output what earlier tries have left in S3; what this one left is in the result itself. */
function withLeftovers(
	items: INodeExecutionData[],
	{ leftEarlier = [] }: Outcome,
): INodeExecutionData[] {
	const [first, ...others] = items;
	if (!first || leftEarlier.length === 0) return items;
	return [{ ...first, json: { ...first.json, leftInS3: leftInS3(leftEarlier) } }, ...others];
}

/** An item that has been read and found good, and what it has to do. */
interface Ready {
	call: ItemRequest;
	work: Task<Result>;
}

/** One try of one operation for all items of a node's input. */
class Run {
	private readonly paces: Paces;

	private readonly batches: Batches;

	private readonly width: number;

	private readonly forms = new Map<number, Form>();

	constructor(
		private readonly operation: Operation,
		private readonly labels: Labels,
		private readonly labelsOfMembers: ReadonlyMap<string, string>,
		private readonly input: Input,
	) {
		// Where n8n tells no credential, the run has quotas of its own.
		const credential = input.node.credentials?.[CREDENTIAL]?.id;
		this.paces = credential ? pacesOf(credential) : new Paces();
		this.batches = new Batches(input.batching);
		this.width = this.widthOf(input.items[0]);
	}

	/** Every item becomes what it becomes, a failed one an item with its error. */
	async eachForItself(): Promise<INodeExecutionData[]> {
		const goesOn = () => !this.input.cancelled?.aborted;
		const task = async (item: number) => {
			if (this.isSettled(item)) return;
			await this.work(item, async () => await this.prepare(item), goesOn);
		};
		await inOrder(this.input.items, this.width, task, goesOn);
		if (this.input.cancelled?.aborted) throw this.errorOf(0, new CancelledError());
		return this.input.items.flatMap((item) => this.output(item));
	}

	/**
	 * Where the workflow stops at the first failure: a bad value in any item means that nothing is done,
	 * after a failure no further item is started, and the error accounts for all of them.
	 */
	async allOrNothing(): Promise<INodeExecutionData[]> {
		const { items } = this.input;
		const ready = new Map<number, Ready>();
		const failures = new Map<number, unknown>();
		const goesOn = () => failures.size === 0 && !this.input.cancelled?.aborted;
		await inOrder(
			items.filter((item) => !this.isSettled(item)),
			this.width,
			async (item) => {
				await this.prepare(item).then(
					(prepared) => ready.set(item, prepared),
					(failure: unknown) => failures.set(item, failure),
				);
			},
			goesOn,
		);
		await inOrder(
			goesOn() ? items : [],
			this.width,
			async (item) => {
				const prepared = ready.get(item);
				if (prepared) await this.work(item, async () => prepared, goesOn);
				const { failure } = this.outcomes.get(item) ?? {};
				if (failure !== undefined) failures.set(item, failure);
			},
			goesOn,
		);
		// All items before the first that failed have been started, so it is the same in every run.
		const [first] = [...failures.keys()].sort((a, b) => a - b);
		if (first !== undefined) throw this.errorOf(first, failures.get(first));
		if (this.input.cancelled?.aborted) throw this.errorOf(0, new CancelledError());
		return items.flatMap((item) => this.output(item));
	}

	private get outcomes() {
		return this.input.memory.outcomes;
	}

	/** Whether the item is not to be tried (again): it is done, or nobody knows and it may not be repeated. */
	private isSettled(item: number): boolean {
		const outcome = this.outcomes.get(item);
		if (!outcome) return false;
		if (outcome.result !== undefined || outcome.known === 'done') return true;
		return outcome.known === 'notKnown' && this.operation.effect === 'once';
	}

	/**
	 * Does the work of an item, when it is its turn, and writes down what became of it; or nothing, if
	 * the run has come to its end meanwhile.
	 */
	private async work(
		item: number,
		prepare: () => Promise<Ready>,
		goesOn: () => boolean,
	): Promise<void> {
		const leftEarlier = this.outcomes.get(item)?.leftBehind ?? [];
		let ready: Ready | undefined;
		try {
			ready = await prepare();
			await this.batches.turn(this.input.cancelled);
			if (!goesOn()) return;
			const result = await ready.work();
			const { own, leftBehind } = ready.call;
			this.outcomes.set(item, { known: own.known, result, leftBehind, leftEarlier });
		} catch (failure) {
			const seen = ready?.call.own.known ?? this.earlier(item);
			const known = failure instanceof InvalidResult ? 'done' : seen;
			const leftBehind = [...leftEarlier, ...(ready?.call.leftBehind ?? [])];
			this.outcomes.set(item, { known, failure, leftBehind });
		}
	}

	private earlier(item: number): Known {
		return this.outcomes.get(item)?.known ?? 'notDone';
	}

	private async prepare(item: number): Promise<Ready> {
		const { fields, awsAction, compose, plan, element, result } = this.operation;
		const call = this.callOf(item);
		const target = ['GET', 'DELETE'].includes(ACTIONS[awsAction].method)
			? call.request.qs
			: call.request.body;
		fillMembers(fields, call);
		if (compose) Object.assign(target, compose(call.form));
		if (plan) return { call, work: await plan(call) };
		if (isPaged(awsAction)) return { call, work: listPlan(call, awsAction, element) };
		const work = async () => {
			const answer = await call.send();
			return result ? result(answer, call) : answer;
		};
		return { call, work };
	}

	private callOf(item: number): ItemRequest {
		const { runner, memory, inputItem, transport } = this.input;
		const { awsAction: action, effect } = this.operation;
		return new ItemRequest({
			memory,
			effect,
			action,
			paces: this.paces,
			runner: runner(item),
			form: this.formOf(item),
			item: inputItem(item),
			transport: transport(item),
			earlier: this.earlier(item),
		});
	}

	/** The form of an item, read once even if it says how wide the run is. */
	private formOf(item: number): Form {
		const existing = this.forms.get(item);
		this.forms.delete(item);
		if (existing) return existing;
		const { parameters } = this.input.node;
		return new Form(
			(field) => this.input.read(item, field),
			this.labels,
			(field) => parameters[field],
		);
	}

	private widthOf(first: number | undefined): number {
		if (first === undefined) return 1;
		const form = this.formOf(first);
		this.forms.set(first, form);
		try {
			return requestsAtOnce(form);
		} catch {
			// The item itself will say what is wrong with it.
			return DEFAULT_REQUESTS_AT_ONCE;
		}
	}

	private output(item: number): INodeExecutionData[] {
		const outcome = this.outcomes.get(item);
		if (!outcome) return [];
		if (outcome.result !== undefined) return withLeftovers(itemsOf(outcome.result, item), outcome);
		const place = this.place(item, outcome);
		const error = nodeErrorOf(outcome.failure, place);
		return [errorItem(outcome.failure, error, place)];
	}

	private errorOf(item: number, failure: unknown) {
		const { memory, total } = this.input;
		const outcome = this.outcomes.get(item) ?? { known: 'notDone', failure };
		const note = accountOf(memory, total, this.operation);
		// The results of the others are lost with the error, and with them the names of their objects.
		const leftBehind = [...this.outcomes.values()].flatMap((each) => [
			...(each.leftEarlier ?? []),
			...(each.leftBehind ?? []),
		]);
		return nodeErrorOf(failure, { ...this.place(item, outcome), note, leftBehind });
	}

	private place(itemIndex: number, outcome: Outcome) {
		const { node } = this.input;
		const { effect } = this.operation;
		const { known, leftBehind } = outcome;
		return { node, itemIndex, effect, known, leftBehind, labels: this.labelsOfMembers };
	}
}

/**
 * Runs an operation: it checks before it sends, keeps the number of requests at once in bounds, retries
 * where that is safe, never does again what is done, pairs every output item with its input, and turns
 * failures into errors one can act on. Every item ends as exactly one outcome.
 *
 * @returns a function, so that what is the same for all runs is made once
 * @throws NodeApiError or NodeOperationError where the workflow stops at a failure
 */
export function engineOf(operation: Operation) {
	const labels = labelsOf(operation.fields.map(labelled));
	const labelsOfMembers = memberLabels(operation.fields);

	return async (input: Input): Promise<INodeExecutionData[]> => {
		const run = new Run(operation, labels, labelsOfMembers, input);
		return input.goesOn ? await run.eachForItself() : await run.allOrNothing();
	};
}
