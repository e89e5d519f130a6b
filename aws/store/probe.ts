import { DescribedError } from '../errors/errors';
import type { Store } from './store';

/** The bucket cannot be used as a store; nothing has been done. */
export class UnfitStore extends DescribedError {
	readonly known = 'notDone';
}

/** What is tried out on, in the bucket itself. */
const KEY = 'probe';

/** No record has this version. */
const NO_VERSION = '"0"';

/**
 * Finds out whether a store keeps its promises: S3 itself does, but a server that is like S3 may take
 * the conditions of a write and ignore them, and then every message could go out, or come in, twice.
 *
 * @throws UnfitStore
 */
export async function probe(store: Store, bucketName: string): Promise<void> {
	await store.create(KEY, {});
	// Permission to write alone is found out now, and not once a record is in the way.
	await store.get(KEY);
	const isCreatedAgain = (await store.create(KEY, {})) !== undefined;
	const isReplaced = (await store.replace(KEY, {}, NO_VERSION)) !== undefined;
	if (!isCreatedAgain && !isReplaced) return;
	throw new UnfitStore(
		`The bucket ${bucketName} ignores conditions, so messages could be sent or received twice`,
		`The server behind the 'S3 Endpoint' of the AWS credential ignores the header ${isCreatedAgain ? 'If-None-Match' : 'If-Match'}. Use a bucket in Amazon S3, or a server that supports conditional writes. Nothing was sent or received.`,
	);
}
