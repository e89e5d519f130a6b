import type { Resource } from '../../../../engine/operation';
import { createDataset } from './createDataset.operation';
import { sendEvents } from './sendEvents.operation';

export const conversion: Resource = {
	name: 'Conversion',
	value: 'conversion',
	operations: [createDataset, sendEvents],
	startsWith: sendEvents,
};
