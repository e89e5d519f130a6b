import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import type { Field, Operation, Resource } from './operation';
import { outbound } from './outbound';

/** The routing of a member field: n8n itself puts its value into the request. */
function routed(field: Field): INodeProperties {
	if (!('property' in field)) return field;
	const { property, location, member } = field;
	return { ...property, routing: { send: { type: location, property: member } } };
}

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

/** The properties of a resource: its operation dropdown, and the fields of each operation. */
export function resourceProperties(resource: Resource): INodeProperties[] {
	const { value, operations } = resource;
	const startsWith = resource.startsWith.value;
	const show = { resource: [value] };
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show },
			options: operations.map(option),
			default: startsWith,
		},
		...operations.flatMap((operation) =>
			updateDisplayOptions(
				{ show: { ...show, operation: [operation.value] } },
				operation.fields.map(routed),
			),
		),
	];
}
