import type { Resource } from '../../../../engine/operation';
import { create } from './create.operation';
import { del } from './delete.operation';
import { deprecate } from './deprecate.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getAssets } from './getAssets.operation';
import { getPreview } from './getPreview.operation';
import { publish } from './publish.operation';
import { update } from './update.operation';
import { updateAssets } from './updateAssets.operation';

export const flow: Resource = {
	name: 'Flow',
	value: 'flow',
	operations: [
		create,
		del,
		deprecate,
		get,
		getAssets,
		getAll,
		getPreview,
		publish,
		update,
		updateAssets,
	],
	startsWith: getAll,
};
