import type { Resource } from '../../../../engine/operation';
import { getPermission } from './getPermission.operation';
import { sendEvent } from './sendEvent.operation';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	operations: [getPermission, sendEvent],
	startsWith: getPermission,
};
