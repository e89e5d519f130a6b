import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { alsoShownWhen } from '../../form/conditions';
import { ACTIONS } from '../../aws/clients/actions';
import { fieldsOf } from '../../engine/fields';
import { routed } from '../../engine/members';
import type { Operation, Resource } from '../../engine/operation';
import { customOperation, declarativeRequest } from './doors';
import { sharedFields } from './sharedFields';

function option(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, awsAction } = operation;
	const { method, url } = ACTIONS[awsAction];
	return {
		name,
		value,
		action,
		description,
		routing: {
			request: { method, url },
			send: { paginate: true },
			operations: { pagination: declarativeRequest(operation) },
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

/** What n8n runs in a workflow instead of the declarative request, which serves as a tool. */
export function customOperationsOf(
	resources: Resource[],
): NonNullable<INodeType['customOperations']> {
	return Object.fromEntries(
		resources.map(({ value, operations }) => [
			value,
			Object.fromEntries(operations.map((each) => [each.value, customOperation(each)])),
		]),
	);
}

/** The fields of all operations, each shown for the operations that have it. */
export function operationFields(resources: Resource[]): INodeProperties[] {
	const forms = resources.flatMap(({ value: resource, operations }) =>
		operations.map((operation) => ({
			place: { resource, operation: operation.value },
			fields: fieldsOf(operation).map(routed),
		})),
	);
	return sharedFields(forms).map(({ field, shownFor }) => alsoShownWhen(field, { ...shownFor }));
}
