import type { Resource } from '../../../../engine/operation';
import { cleanUp } from './cleanUp.operation';
import { del } from './delete.operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { upload } from './upload.operation';

export const media: Resource = {
	name: 'Media',
	value: 'media',
	operations: [cleanUp, del, download, get, upload],
	startsWith: upload,
};
