import { Step } from '../../aws/transport/step';
import type { AwsClient } from '../../aws/transport/client';
import { orCanceled, pause } from '../../aws/transport/pause';
import { cancelSignal } from '../../aws/transport/sendSigned';
import { deleteObject } from '../../aws/clients/s3';
import type { S3File } from '../../form/s3File';

/** A removal that takes longer, or more tries, holds up what is waiting for it. */
const LONGEST_REMOVAL_MS = 10_000;
const TRIES = 3;

/**
 * How long, in ms, after the first removal it is done again where S3 may still be storing: the request
 * that wrote was lost, and a removal can overtake it.
 */
const AGAIN_AFTER_MS = 3_000;

/** And again, in ms, without anyone waiting: S3 may take its time. */
const LAST_AFTER_MS = 12_000;

/** An object that is to go. */
export interface ToRemove {
	file: S3File;
	/** Whether a request whose answer was lost may still be writing it. */
	mayStillBeWritten: boolean;
}

/** The client for cleaning up: it goes on when the execution is canceled, and it is impatient. */
export function cleaning(client: AwsClient): AwsClient {
	return client.uncanceled(LONGEST_REMOVAL_MS, TRIES);
}

/** @returns whether S3 said that it is gone; it does not throw */
export async function removeOnce(client: AwsClient, file: S3File): Promise<boolean> {
	try {
		await client.step(new Step('repeatable'), 's3', async (attempt) => {
			await deleteObject(attempt, file);
		});
		return true;
	} catch {
		return false;
	}
}

/**
 * Removes an object, also after the execution was canceled. It does not throw: the result, or the
 * failure, that led here is the one to show.
 *
 * @returns whether it is certain that the object is gone
 */
export async function removeObject(
	client: AwsClient,
	{ file, mayStillBeWritten }: ToRemove,
): Promise<boolean> {
	const cleaner = cleaning(client);
	const removal = removeAgain(async () => await removeOnce(cleaner, file), mayStillBeWritten);
	const canceled = cancelSignal(client.context);
	if (canceled?.aborted) return await removal;
	// It goes on, but an execution that is canceled meanwhile does not wait for it.
	return await orCanceled(removal, canceled).catch(() => false);
}

/**
 * Does a removal, and again where something may still be written: in a moment, and a third time when S3
 * must have stored what it is going to store.
 *
 * @returns what the last removal that the caller waits for says
 */
export async function removeAgain(
	remove: () => Promise<boolean>,
	mayStillBeWritten: boolean,
): Promise<boolean> {
	const isGone = await remove();
	if (!mayStillBeWritten) return isGone;
	await pause(AGAIN_AFTER_MS, undefined);
	void pause(LAST_AFTER_MS, undefined)
		.then(remove)
		.catch(() => undefined);
	return await remove();
}
