import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { isRecord } from '../../form/unknown';

/** What the recipient does not see, and what is often made again for the same message. */
const NOT_SEEN = new Set(['biz_opaque_callback_data', 'flow_token']);

/** Members with a file, which has another ID or link whenever it is made and uploaded again. */
const FILES = new Set(['image', 'video', 'audio', 'document', 'sticker']);
const PLACE_OF_FILE = new Set(['id', 'link']);

function essence(part: unknown, isFile = false): unknown {
	if (Array.isArray(part)) return part.map((each) => essence(each));
	if (!isRecord(part)) return part;
	return Object.entries(part)
		.filter(([key]) => !NOT_SEEN.has(key) && !(isFile && PLACE_OF_FILE.has(key)))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => [key, essence(value, FILES.has(key))]);
}

/**
 * What a message says, as a hash: the same for the same message, though its file was created and uploaded
 * again. Of a file, only what is said about it counts, such as its name and caption.
 */
export const contentHash = (message: IDataObject): string =>
	createHash('sha256')
		.update(JSON.stringify(essence(message)))
		.digest('base64url');
