import type { Resource } from '../../request/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	operations: [get, getAll],
	startsWith: getAll,
};
