import { NodeOperationError, type INode } from 'n8n-workflow';
import { nodeErrorOf, type NodeError } from '../../engine/errors';
import { FieldError } from '../../form/fieldError';
import type { TriggerContext } from './settings';

function errorOf(failure: unknown, node: INode): NodeError {
	if (failure instanceof FieldError) {
		const { message, description } = failure;
		return new NodeOperationError(node, message, { description });
	}
	return nodeErrorOf(failure, { node, itemIndex: 0 });
}

/** Where a workflow is activated, n8n shows nothing but the message of an error, so the description goes into it. */
function inOneText(error: NodeError, context: TriggerContext): NodeError {
	if (context.getMode() === 'manual' || !error.description) return error;
	return new NodeOperationError(context.getNode(), `${error.message}. ${error.description}`);
}

/** What went wrong and what to do, in one text for n8n's log. */
export function reasonOf(context: TriggerContext, failure: unknown): string {
	const { message, description } = errorOf(failure, context.getNode());
	return description ? `${message}. ${description}` : message;
}

/** Does the work; what goes wrong becomes n8n's error that says what to do now. */
export async function orNodeError<T>(context: TriggerContext, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (failure) {
		throw inOneText(errorOf(failure, context.getNode()), context);
	}
}
