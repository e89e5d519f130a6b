import type { Resource } from '../../../../engine/operation';
import { add } from './add.operation';
import { getAll } from './getAll.operation';
import { remove } from './remove.operation';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	operations: [add, getAll, remove],
	startsWith: getAll,
};
