import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { adviceFor } from '../../../aws/advice';
import type { AwsRefusal } from '../../../aws/answer';
import { Cancelled, CredentialRefused, DoneButInvalid, NoAnswer, RefusedByAws } from './failures';
import { FieldError } from './fieldError';

export type NodeError = NodeApiError | NodeOperationError;

interface Place {
	node: INode;
	itemIndex: number;
	/** Added to the description, e.g. what had been done before. */
	note?: string;
	/** AWS's actions that the operation needs. */
	permissions?: string[];
}

const lines = (...parts: Array<string | undefined>) => parts.filter(Boolean).join('\n\n');

function awsWords({ name, text, requestId }: AwsRefusal): string {
	const words = text ? `AWS says: ${name}: ${text}` : `AWS says: ${name}`;
	// In brackets: the editor shows line ends as blanks.
	return requestId ? `${words} (Request ID: ${requestId})` : words;
}

function neededPermissions({ name }: AwsRefusal, permissions: string[] = []): string | undefined {
	if (name !== 'AccessDeniedException' || permissions.length === 0) return undefined;
	return `This operation needs ${permissions.map((each) => `social-messaging:${each}`).join(', ')}.`;
}

function refusedError({ refusal }: RefusedByAws, place: Place): NodeApiError {
	const { node, itemIndex, note, permissions } = place;
	const { message, advice } = adviceFor(refusal);
	const wait = refusal.retryAfterSeconds
		? `AWS asks to wait ${Math.ceil(refusal.retryAfterSeconds)} seconds.`
		: undefined;
	const raw: JsonObject = {
		name: refusal.name,
		message: refusal.text,
		requestId: refusal.requestId ?? null,
	};
	return new NodeApiError(node, raw, {
		message,
		description: lines(
			advice,
			neededPermissions(refusal, permissions),
			wait,
			awsWords(refusal),
			note,
		),
		httpCode: String(refusal.status),
		itemIndex,
	});
}

function noAnswerAdvice({ host, code, nothingSent, effect }: NoAnswer): [string, string] {
	if (nothingSent) {
		return [
			'AWS could not be reached',
			`No connection to ${host} (${code}). Check the region and the custom endpoints in the AWS credential, and that this n8n server may reach that address. Nothing was sent.`,
		];
	}
	if (effect === 'once') {
		return [
			'The connection to AWS was lost before it answered',
			`The request had left for ${host}, so it may or may not have been carried out (${code}). It was not repeated, because that could do it twice. Check before you run it again.`,
		];
	}
	return [
		'The connection to AWS was lost',
		`${host} did not answer to the end, several times in a row (${code}). Try again later.`,
	];
}

function noAnswerError(failure: NoAnswer, { node, itemIndex, note }: Place): NodeApiError {
	const { code, host } = failure;
	const [message, advice] = noAnswerAdvice(failure);
	return new NodeApiError(
		node,
		{ code, host },
		{
			message,
			description: lines(advice, note),
			httpCode: 'none',
			itemIndex,
		},
	);
}

/** n8n's error for whatever went wrong with an item: what happened, and what to do now. */
export function nodeErrorOf(failure: unknown, place: Place): NodeError {
	const { node, itemIndex, note } = place;
	if (failure instanceof RefusedByAws) return refusedError(failure, place);
	if (failure instanceof NoAnswer) return noAnswerError(failure, place);
	if (failure instanceof DoneButInvalid) {
		return new NodeOperationError(node, failure.message, {
			description: lines(failure.description, note),
			itemIndex,
		});
	}
	if (failure instanceof FieldError) {
		return new NodeOperationError(node, `${failure.message} [item ${itemIndex}]`, {
			description: lines(failure.description, note),
			itemIndex,
		});
	}
	if (failure instanceof CredentialRefused) {
		return new NodeOperationError(node, failure.message, {
			description: lines('Open the AWS credential and correct it.', note),
			itemIndex,
		});
	}
	if (failure instanceof Cancelled) {
		// n8n recognises a cancelled execution by this word, in American spelling.
		return new NodeOperationError(node, 'The execution was canceled', { itemIndex });
	}
	if (failure instanceof NodeApiError || failure instanceof NodeOperationError) return failure;
	return new NodeOperationError(node, failure instanceof Error ? failure : String(failure), {
		itemIndex,
	});
}

/**
 * The one output item of an input item that failed, where the workflow goes on. It carries the error
 * as data and not in n8n's `error` property: n8n replaces the JSON of such items by the bare message
 * and, on the error output, drops the input's own fields.
 */
export function errorItem(
	failure: unknown,
	error: NodeError,
	itemIndex: number,
): INodeExecutionData {
	const details: IDataObject = { description: error.description ?? '' };
	if (failure instanceof RefusedByAws) {
		const { name, status, requestId } = failure.refusal;
		Object.assign(details, {
			errorName: name,
			httpStatusCode: status,
			requestId: requestId ?? null,
		});
	}
	if (failure instanceof NoAnswer) details.nothingSent = failure.nothingSent;
	return { json: { error: error.message, details }, pairedItem: { item: itemIndex } };
}
