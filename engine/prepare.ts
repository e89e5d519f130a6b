import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import type { Batching } from './batches';
import { ItemRequest, type InputItem, type Runner, type Tell } from './itemRequest';
import type { Memory, Result, Task } from './memory';
import { ACTIONS, isPaged } from '../aws/clients/actions';
import type { Known } from '../aws/errors/known';
import type { Bucket } from '../aws/store/store';
import { Paces, pacesOf } from '../aws/transport/pace';
import { CREDENTIAL } from '../aws/transport/sendSigned';
import { Step } from '../aws/transport/step';
import type { Field } from '../form/field';
import { Form, once } from '../form/form';
import { bucket as bucketField } from '../whatsapp/media/bucket';
import { fieldsOf, REQUESTS_AT_ONCE, requestsAtOnceOf } from './fields';
import type { Lane } from './line';
import { fillMembers } from './members';
import type { Operation } from './operation';
import { listTask } from './paging';

/** What the engine gets from its caller; the doors differ only in this. */
export interface Input {
	/** Runs an item: n8n evaluates the expressions of a credential for it. */
	runner(index: number): Runner;
	canceled: AbortSignal | undefined;
	node: INode;
	/** The items to work on, by their index in the node's input. */
	items: number[];
	/** Number of items in the node's input. */
	total: number;
	memory: Memory;
	/** Whether the workflow goes on when an item fails. */
	goesOn: boolean;
	/** Whether it also goes on where nobody knows whether something was done that must not be repeated. */
	goesOnInDoubt: boolean;
	batching?: Batching;
	tell: Tell;
	/** How often n8n has run the node before in this execution, as in a loop. */
	roundsBefore(): number;
	/** Reads a field of the panel for an item; its expression is evaluated at every reading. */
	read(index: number, field: string): unknown;
	inputItem(index: number): InputItem;
	/** The bucket that the credential of an item names. @throws what n8n throws where it has no credential */
	bucket(index: number): Promise<Bucket | undefined>;
	/** Proxy, timeout and TLS settings for the requests of an item. */
	transport(index: number): Partial<IHttpRequestOptions>;
}

/** An item that has been read and found good, and what it has to do. */
export interface Ready {
	item: ItemRequest;
	task: Task<Result>;
}

/** Reads and checks the items of one run. */
export class Preparation {
	/** How many items are worked on at the same time, as the first of them says. */
	readonly requestsAtOnce: number;

	readonly paces: Paces;

	private readonly fields: Field[];

	private readonly forms = new Map<number, Form>();

	constructor(
		private readonly operation: Operation,
		private readonly input: Input,
		private readonly over: AbortSignal,
	) {
		// Where n8n tells no credential, the run has quotas of its own.
		const credential = input.node.credentials?.[CREDENTIAL]?.id;
		this.paces = credential ? pacesOf(credential) : new Paces();
		this.fields = fieldsOf(operation);
		this.requestsAtOnce = this.requestsAtOnceFor(input.items[0]);
	}

	/**
	 * Reads an item.
	 *
	 * @param earlier what is known of it from n8n's earlier tries
	 * @throws FieldError and the like where there is something wrong with it
	 */
	async prepare(index: number, earlier: Known): Promise<Ready> {
		const { awsAction, compose, prepare, element, result } = this.operation;
		const item = this.itemRequest(index, earlier, await this.input.bucket(index));
		const { qs, body } = item.request;
		fillMembers(this.fields, item);
		const target = ['GET', 'DELETE'].includes(ACTIONS[awsAction].method) ? qs : body;
		if (compose) Object.assign(target, compose(item.form));
		if (prepare) return { item, task: await prepare(item) };
		if (isPaged(awsAction)) return { item, task: listTask(item, awsAction, element) };
		const task = async () => {
			const answer = await item.send();
			return result ? result(answer, item) : answer;
		};
		return { item, task };
	}

	/** The lane of an item; to be asked before it is prepared. */
	laneOf(index: number): Lane | undefined {
		if (!this.operation.lane) return undefined;
		const form = this.formOf(index);
		this.forms.set(index, form);
		try {
			return this.operation.lane(form);
		} catch {
			// The item itself will say what is wrong with it.
			return undefined;
		}
	}

	private itemRequest(index: number, earlier: Known, bucket: Bucket | undefined): ItemRequest {
		const { runner, memory, inputItem, transport, tell } = this.input;
		const { awsAction, effect } = this.operation;
		return new ItemRequest(runner(index), transport(index), this.paces, {
			form: this.formOf(index).whereEmpty(bucketField, bucket?.name ?? ''),
			input: inputItem(index),
			memory,
			bucket,
			action: awsAction,
			own: new Step(effect, earlier),
			over: this.over,
			tell,
		});
	}

	/** The form of an item, read once even if it says how many items are worked on at once. */
	private formOf(index: number): Form {
		const existing = this.forms.get(index);
		this.forms.delete(index);
		if (existing) return existing;
		const { parameters } = this.input.node;
		return new Form(
			once((field) => this.input.read(index, field)),
			(field) => parameters[field],
		);
	}

	private requestsAtOnceFor(first: number | undefined): number {
		if (first === undefined) return 1;
		const form = this.formOf(first);
		this.forms.set(first, form);
		try {
			return requestsAtOnceOf(form);
		} catch {
			// The item itself will say what is wrong with it.
			return REQUESTS_AT_ONCE.default;
		}
	}
}
