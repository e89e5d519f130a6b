import {
	NodeApiError,
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type IExecutePaginationFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { InputItem } from '../../engine/itemRequest';
import { runOperation } from '../../engine/engine';
import type { Input } from '../../engine/prepare';
import { bucketOf } from '../../credentials/bucket';
import { plainValue } from '../../form/form';
import { memoryOf } from '../../engine/memory';
import { CredentialError, onFailure } from '../../aws/errors/errors';
import type { Operation } from '../../engine/operation';
import { CREDENTIAL } from '../../aws/transport/sendSigned';
import { readerOf } from './panel';
import { RunCredential } from './runCredential';
import { batchingOf, transportOf } from './requestOptions';

type File = ReturnType<InputItem['file']>;

function inputItem(
	{ json, binary = {} }: INodeExecutionData,
	file: (field: unknown) => File,
): InputItem {
	return { json, files: Object.keys(binary), file };
}

/**
 * Tells an agent's model all there is to tell: of an error it reads the message, and the description
 * only where n8n adds it. Without its doubts and advice the model would just call the tool again.
 */
async function toldInFull<T>({ type }: INode, work: () => Promise<T>): Promise<T> {
	// n8n gives the tool that it makes of a node this name.
	if (!type.endsWith('Tool')) return await work();
	return await onFailure(work, (failure) => {
		if (!(failure instanceof NodeApiError || failure instanceof NodeOperationError)) return;
		const { message, description } = failure;
		if (!description || message.includes(description)) return;
		// As n8n writes it where it adds the description itself, which it then leaves at that.
		failure.message = `${message}\n\nDetails: ${description}`;
	});
}

/** Without a value that can be read there is none: the first item will say what is wrong. */
function batchingFrom(read: () => unknown): ReturnType<typeof batchingOf> {
	try {
		return batchingOf(read());
	} catch {
		return undefined;
	}
}

/** Puts a line into n8n's log, and into the browser's console where someone runs the workflow by hand. */
function tell(
	context: IExecuteFunctions | IExecutePaginationFunctions,
	level: 'info' | 'warn',
	line: string,
): void {
	const { name } = context.getNode();
	context.logger[level](`${name}: ${line}`, { executionId: context.getExecutionId() });
	if ('sendMessageToUI' in context) context.sendMessageToUI(line);
}

/**
 * The context as each item sees it, with a credential of its own. Many of them wait at once, so each
 * holds no more than its number.
 */
function runnersWith(context: IExecuteFunctions, credential: RunCredential) {
	const shared: IExecuteFunctions = Object.create(context, {
		getCredentials: {
			async value(this: { ofItem: number }) {
				return await credential.of(this.ofItem).catch((problem: unknown) => {
					// So that it is known that no request has left.
					throw new CredentialError(problem instanceof Error ? problem.message : String(problem));
				});
			},
		},
	});
	return (index: number): IExecuteFunctions =>
		Object.assign<IExecuteFunctions, { ofItem: number }>(Object.create(shared), { ofItem: index });
}

/**
 * The door for workflows: n8n hands over all items at once, so that the engine sees the whole run. An
 * agent that asks n8n to execute its tools takes it too, with one item for each call.
 */
export function customOperation(operation: Operation) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const node = this.getNode();
		const read = readerOf(this, node);
		const requestOptions = (index: number) => read(index, 'requestOptions', {});
		const credential = new RunCredential(
			async (index) => await this.getCredentials(CREDENTIAL, index),
			items.length,
		);
		const input: Input = {
			runner: runnersWith(this, credential),
			canceled: this.getExecutionCancelSignal(),
			node,
			items: items.map((_, index) => index),
			total: items.length,
			memory: memoryOf(this.getExecuteData(), node.id),
			goesOn: this.continueOnFail(),
			goesOnInDoubt: false,
			batching: batchingFrom(() => requestOptions(0)),
			tell: (level, line) => tell(this, level, line),
			roundsBefore: () => Number(this.evaluateExpression('{{ $runIndex }}', 0)),
			read,
			inputItem: (index) =>
				inputItem(items[index] ?? { json: {} }, (field) =>
					// n8n's type says string, but it also takes the file itself, as an expression gives it.
					this.helpers.assertBinaryData(index, field as string),
				),
			bucket: async (index) => bucketOf(await credential.of(index)),
			transport: (index) => transportOf(requestOptions(index)),
		};
		return [await toldInFull(node, async () => await runOperation(operation, input))];
	};
}

/**
 * What n8n hands over again when it repeats the call of a tool, and never for another call: the values
 * that the agent gave. The rest of what a tool gets is that of the agent's node, or made again.
 */
function toolCallOf(context: IExecutePaginationFunctions): object | undefined {
	if (context.getExecuteData().node.name === context.getNode().name) return undefined;
	return context.getInputData(0, NodeConnectionTypes.AiTool).json;
}

/**
 * The door for tools that an AI agent calls by itself, which n8n runs declaratively: as the
 * pagination of each item's request. Every item is a run of its own.
 */
export function declarativeRequest(operation: Operation) {
	return async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const index = this.getItemIndex();
		const node = this.getNode();
		const call = toolCallOf(this);
		const input: Input = {
			runner: () => this,
			canceled: this.getExecutionCancelSignal(),
			node,
			items: [index],
			total: 1,
			memory: memoryOf(call ?? this.getExecuteData(), node.id),
			goesOn: this.continueOnFail(),
			// Of an error, the model of an agent up to version 2 reads nothing, and would call again.
			goesOnInDoubt: call !== undefined,
			tell: (level, line) => tell(this, level, line),
			roundsBefore: () => 0,
			read: (_index, field) => plainValue(this.getNodeParameter(field, undefined)),
			inputItem: () =>
				inputItem(this.getInputData(), (field) => this.helpers.assertBinaryData(field as string)),
			bucket: async () => bucketOf(await this.getCredentials(CREDENTIAL)),
			// Not what n8n has made of them: it leaves out what it does not understand.
			transport: () => transportOf(this.getNodeParameter('requestOptions', {})),
		};
		return await toldInFull(node, async () => await runOperation(operation, input));
	};
}
