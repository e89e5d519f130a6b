import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { routed } from './members';
import type { Operation, Resource } from './operation';
import { outbound } from './outbound';
import { sharedFields } from './sharedFields';

function option(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, request } = operation;
	return {
		name,
		value,
		action,
		description,
		routing: {
			request,
			send: { paginate: true },
			operations: { pagination: outbound(operation) },
		},
	};
}

export const resourceOption = ({ name, value }: Resource): INodePropertyOptions => ({
	name,
	value,
});

/** The operation dropdown of a resource. */
export function operationField({ value, operations, startsWith }: Resource): INodeProperties {
	const initial = startsWith.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(option),
		default: initial,
	};
}

/** The fields of all operations, each shown for the operations that have it. */
export function operationFields(resources: Resource[]): INodeProperties[] {
	const forms = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value: operation, fields }) => ({
			place: { resource, operation },
			fields: fields.map(routed),
		})),
	);
	return sharedFields(forms).flatMap(({ field, shownFor }) =>
		updateDisplayOptions({ show: { ...shownFor } }, [field]),
	);
}
