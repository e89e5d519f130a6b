import type { Resource } from '../../../../engine/operation';
import { create } from './create.operation';
import { createFromLibrary } from './createFromLibrary.operation';
import { del } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getLibrary } from './getLibrary.operation';
import { update } from './update.operation';
import { uploadMedia } from './uploadMedia.operation';

export const template: Resource = {
	name: 'Template',
	value: 'template',
	operations: [create, createFromLibrary, del, get, getLibrary, getAll, update, uploadMedia],
	startsWith: getAll,
};
