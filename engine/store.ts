import { probe } from '../aws/store/probe';
import { S3Store, type ETagForm } from '../aws/store/s3Store';
import type { Bucket, Store } from '../aws/store/store';
import type { AwsClient } from '../aws/transport/client';
import { FieldError } from '../form/fieldError';
import type { ItemRequest } from './itemRequest';

/** How long, in ms, S3 may take to answer, and how often it is asked. */
const LONGEST_ANSWER_MS = 15_000;
const TRIES = 5;

/** The buckets of which this process knows that and how they can be used, or is finding out. */
const fit = new Map<string, Promise<ETagForm>>();

/** Finds out once for each bucket, and again after a failure. */
async function checkFit(
	{ name, id }: Bucket,
	storeWith: (form: ETagForm) => Store,
): Promise<ETagForm> {
	const check = fit.get(id) ?? probe(storeWith, name);
	fit.set(id, check);
	check.catch(() => fit.delete(id));
	return await check;
}

/** The store in a bucket. */
export interface OpenStore {
	store: Store;
	/** The same for what must be written down even if the execution is canceled meanwhile. */
	lasting: Store;
}

/** @throws UnfitStore, and what S3 refuses */
export async function openStore(client: AwsClient, bucket: Bucket): Promise<OpenStore> {
	const uncanceled = client.uncanceled(LONGEST_ANSWER_MS, TRIES);
	const lasting = (form: ETagForm) => new S3Store(uncanceled, bucket.name, form);
	const form = await checkFit(bucket, lasting);
	return { store: new S3Store(client, bucket.name, form), lasting: lasting(form) };
}

/** @param purpose what it is for, e.g. "'Send Once For' remembers what was sent" */
export const noBucket = (purpose: string): FieldError =>
	new FieldError(
		'The AWS credential names no bucket',
		`${purpose} in an S3 bucket. Open the AWS credential and fill in 'Bucket Name'.`,
	);

/**
 * The store of an item, which is in the bucket of its credential.
 *
 * @param purpose as in `noBucket`
 * @throws FieldError where the credential names no bucket, UnfitStore, and what S3 refuses
 */
export async function storeOf(item: ItemRequest, purpose: string): Promise<OpenStore> {
	if (!item.bucket) throw noBucket(purpose);
	return await openStore(item, item.bucket);
}
