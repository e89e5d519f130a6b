import type { Resource } from '../../../../engine/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getPublicKey } from './getPublicKey.operation';
import { setPublicKey } from './setPublicKey.operation';
import { updateCallSettings } from './updateCallSettings.operation';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	operations: [get, getAll, getPublicKey, setPublicKey, updateCallSettings],
	startsWith: getAll,
};
