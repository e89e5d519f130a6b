import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { plainValue } from '../../form/form';

/** Whether n8n evaluates nothing in what stands in a field, so that it says the same for all items. */
function isConstant(written: unknown): boolean {
	if (typeof written === 'string') return !written.startsWith('=');
	return typeof written !== 'object' || Object.values(written ?? {}).every(isConstant);
}

/**
 * Reads the fields of the panel for an item: what is the same for all items only once in a run. The
 * items share what is read, and nobody may change it.
 */
export function readerOf(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	{ parameters }: Pick<INode, 'parameters'>,
) {
	const constants = new Map<string, unknown>();
	return (index: number, field: string, fallback?: object): unknown => {
		if (constants.has(field)) return constants.get(field);
		const value = plainValue(context.getNodeParameter(field, index, fallback));
		if (isConstant(parameters[field])) constants.set(field, value);
		return value;
	};
}
