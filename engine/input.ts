import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import type { Batching } from './inOrder';
import type { InputItem, Runner } from './itemRequest';
import type { Memory } from './memory';

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
	batching?: Batching;
	/** Reads a field of the panel for an item; its expression is evaluated at every reading. */
	read(index: number, field: string): unknown;
	inputItem(index: number): InputItem;
	/** Proxy, timeout and TLS settings for the requests of an item. */
	transport(index: number): Partial<IHttpRequestOptions>;
}
