import type { Resource } from '../../request/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const businessAccount: Resource = {
	name: 'Business Account',
	value: 'businessAccount',
	operations: [get, getAll],
	startsWith: getAll,
};
