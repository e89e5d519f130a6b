import type { INodeTypes } from 'n8n-workflow';

import type { Door } from './protocol.mts';

/** n8n's node types as they are, or without the custom operations that n8n would look for first. */
export function throughDoor(nodeTypes: INodeTypes, door: Door = 'custom'): INodeTypes {
	if (door === 'custom') return nodeTypes;
	return Object.create(nodeTypes, {
		getByNameAndVersion: {
			value: (name: string, version?: number) =>
				Object.create(nodeTypes.getByNameAndVersion(name, version), {
					customOperations: { value: undefined },
				}),
		},
	});
}
