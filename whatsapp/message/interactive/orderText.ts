import type { INodeProperties } from 'n8n-workflow';

/** A text of an order. */
export const orderText = (
	displayName: string,
	name: string,
	example: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	...more,
});
