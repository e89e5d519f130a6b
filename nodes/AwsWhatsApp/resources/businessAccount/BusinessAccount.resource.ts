import type { Resource } from '../../../../engine/operation';
import { associate } from './associate.operation';
import { disassociate } from './disassociate.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { setEventDestinations } from './setEventDestinations.operation';

export const businessAccount: Resource = {
	name: 'Business Account',
	value: 'businessAccount',
	operations: [associate, disassociate, get, getAll, setEventDestinations],
	startsWith: getAll,
};
