import type { INodeProperties } from 'n8n-workflow';

/** Your own mark of an order, which its messages share. */
export const referenceIdField: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. A-17',
	description:
		'Your own number of the order: letters, digits, underscores, points and dashes, at most 60',
};
