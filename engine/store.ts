import { probe } from '../aws/store/probe';
import { S3Store } from '../aws/store/s3Store';
import type { Bucket, Store } from '../aws/store/store';
import { FieldError } from '../form/fieldError';
import type { ItemRequest } from './itemRequest';

/** How long, in ms, S3 may take to answer, and how often it is asked. */
const LONGEST_ANSWER_MS = 15_000;
const TRIES = 5;

/** The buckets of which this process knows that they can be used, or is finding out. */
const fit = new Map<string, Promise<void>>();

/** Finds out once for each bucket, and again after a failure. */
async function checkFit({ name, id }: Bucket, store: Store): Promise<void> {
	const check = fit.get(id) ?? probe(store, name);
	fit.set(id, check);
	check.catch(() => fit.delete(id));
	await check;
}

/** The store of an item, which is in the bucket of its credential. */
export interface StoreOfItem {
	store: Store;
	/** The same for what must be written down even if the execution is canceled meanwhile. */
	lasting: Store;
}

/**
 * @param purpose what it is for, in words, e.g. "'Send Once For' remembers what was sent"
 * @throws FieldError where the credential names no bucket, UnfitStore, and what S3 refuses
 */
export async function storeOf(item: ItemRequest, purpose: string): Promise<StoreOfItem> {
	const { bucket } = item;
	if (!bucket) {
		throw new FieldError(
			'The AWS credential names no bucket',
			`${purpose} in an S3 bucket. Open the AWS credential and fill in 'Bucket Name'. Nothing was sent.`,
		);
	}
	const lasting = new S3Store(item.uncanceled(LONGEST_ANSWER_MS, TRIES), bucket.name);
	await checkFit(bucket, lasting);
	return { store: new S3Store(item, bucket.name), lasting };
}
