import { DescribedError } from '../errors/errors';
import type { ETagForm } from './s3Store';
import type { Store } from './store';

/** The bucket cannot be used as a store; nothing has been done. */
export class UnfitStore extends DescribedError {
	readonly known = 'notDone';

	/** @param server what the server does with a header, e.g. "ignores the header If-Match" */
	constructor(message: string, server: string) {
		super(
			message,
			`The server behind the 'S3 Endpoint' of the AWS credential ${server}. Use a bucket in Amazon S3, or a server that supports conditional writes. Nothing was sent or received.`,
		);
	}
}

/** What is tried out on, in the bucket itself. */
const KEY = 'probe';

/** No record has this version. */
const NO_VERSION = '"0"';

/** How often others may get in the way: each of them has then finished its own probe. */
const TRIES = 100;

const ignores = (bucketName: string, header: string): UnfitStore =>
	new UnfitStore(
		`The bucket ${bucketName} ignores conditions, so messages could be sent or received twice`,
		`ignores the header ${header}`,
	);

/**
 * Whether a record is replaced if the condition holds. The record is shared with all who probe at the
 * same time: a refusal counts only if it has not changed meanwhile.
 */
async function replacesItsOwn(store: Store): Promise<boolean> {
	let refused: string | undefined;
	for (let tries = 0; tries < TRIES; tries++) {
		const version = (await store.get(KEY))?.version ?? (await store.create(KEY, {}));
		if (version === undefined) continue;
		if (version === refused) return false;
		if ((await store.replace(KEY, {}, version)) !== undefined) return true;
		refused = version;
	}
	return false;
}

/**
 * Finds out whether a store keeps its promises: S3 itself does, but a server that is like S3 may take
 * the conditions of a write and ignore them, and then every message could go out, or come in, twice. Another one
 * refuses every ETag in quotation marks, as it gives them itself, and then nothing could be written down.
 *
 * @returns the form in which the server recognizes ETags
 * @throws UnfitStore
 */
export async function probe(
	storeWith: (form: ETagForm) => Store,
	bucketName: string,
): Promise<ETagForm> {
	const created = storeWith('quoted');
	await created.create(KEY, {});
	if ((await created.create(KEY, {})) !== undefined) throw ignores(bucketName, 'If-None-Match');
	for (const form of ['quoted', 'bare'] as const) {
		const store = storeWith(form);
		const isReplaced = (await store.replace(KEY, {}, NO_VERSION)) !== undefined;
		if (isReplaced) throw ignores(bucketName, 'If-Match');
		// It reads as well: that permission to write is not all there is must be known before anything is sent.
		if (await replacesItsOwn(store)) return form;
	}
	throw new UnfitStore(
		`The bucket ${bucketName} refuses to replace a record, so nothing could be remembered`,
		'does not recognize the ETag of an object in the header If-Match',
	);
}
