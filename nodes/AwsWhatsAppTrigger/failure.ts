import { NodeOperationError, type INode } from 'n8n-workflow';
import { nodeErrorOf, type NodeError } from '../AwsWhatsApp/request/errors';
import { FieldError } from '../AwsWhatsApp/request/fieldError';
import type { TriggerContext } from './settings';

function errorOf(failure: unknown, node: INode): NodeError {
	if (failure instanceof FieldError) {
		const { message, description } = failure;
		return new NodeOperationError(node, message, { description });
	}
	return nodeErrorOf(failure, { node, itemIndex: 0 });
}

/** Does the work; what goes wrong becomes n8n's error that says what to do now. */
export async function orNodeError<T>(context: TriggerContext, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (failure) {
		throw errorOf(failure, context.getNode());
	}
}
