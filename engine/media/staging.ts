import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { AwsClient } from '../../aws/transport/client';
import { onFailure } from '../../aws/errors/errors';
import { Step } from '../../aws/transport/step';
import { shortName } from '../../whatsapp/media/fileName';
import type { BinarySource } from '../../whatsapp/media/fileSource';
import type { InputFile } from './inputFile';
import type { Recorder, Recording } from './recording';
import { removeObject, type ToRemove } from './removal';
import { putObject } from '../../aws/clients/s3';
import { MAX_STAGED_NAME_BYTES, type S3File } from '../../form/s3File';

/** A copy in S3 for AWS to take over. */
export interface Staged extends ToRemove {
	/** Whether it stays there for the user. */
	keep: boolean;
	/** The record of it, where one is kept. */
	recording?: Recording;
}

/**
 * AWS takes no bytes, only S3 objects: a file of the input is staged in S3. When that fails, what may
 * have been written is removed, or named in the client's list of what is left.
 *
 * @param recorder writes down the copy before it is made
 */
export async function stage(
	client: AwsClient,
	{ file, bucketName, keyPrefix, keep }: BinarySource & { file: InputFile },
	recorder?: Recorder,
): Promise<Staged> {
	// The unique part keeps items and executions apart.
	const id = randomUUID();
	const name = shortName(file.fileName, MAX_STAGED_NAME_BYTES);
	const staged = { bucketName, key: `${keyPrefix}${id}/${name}` };
	const { mimeType, bytes } = file;
	const recording = await recorder?.before(id, staged, { mimeType, bytes, keep });
	const step = new Step('repeatable');
	await onFailure(
		async () =>
			await client.step(step, 's3', async (attempt) => await putObject(attempt, staged, file)),
		async () => {
			if (step.known === 'notDone') return await recording?.settle(true);
			await release(client, [{ file: staged, keep: false, mayStillBeWritten: true, recording }]);
		},
	);
	return { file: staged, keep, mayStillBeWritten: step.hadDoubt, recording };
}

/** Removes a copy that is not to stay. @returns the object, if it is still there or may be */
async function remainderOf(client: AwsClient, copy: Staged): Promise<S3File[]> {
	const isGone = await removeObject(client, copy);
	await copy.recording?.settle(isGone);
	return isGone ? [] : [copy.file];
}

/** @returns the copies that are still there, or may be; they are also named in the client's list */
export async function release(client: AwsClient, copies: Staged[]): Promise<S3File[]> {
	const kept = copies.filter(({ keep }) => keep);
	const keptFiles = kept.map(({ file }) => file);
	// Named before anything is waited for: a canceled execution does not wait.
	client.leftBehind.push(...keptFiles);
	const others = copies.filter(({ keep }) => !keep);
	const [remaining] = await Promise.all([
		Promise.all(others.map(async (copy) => await remainderOf(client, copy))),
		...kept.map(async ({ recording }) => await recording?.settle(false)),
	]);
	client.leftBehind.push(...remaining.flat());
	return [...keptFiles, ...remaining.flat()];
}

/** The copy in S3 that is still there, if there is one, for the output. */
export function s3Fact(copy: S3File | undefined): IDataObject {
	return copy ? { s3Object: { ...copy } } : {};
}

/**
 * Does something for which files are staged, and releases them when it is over, well or not.
 *
 * @param work adds what it stages to the list
 */
export async function whileStaged<T>(
	client: AwsClient,
	work: (copies: Staged[]) => Promise<T>,
): Promise<{ result: T; remaining: S3File[] }> {
	const copies: Staged[] = [];
	const result = await onFailure(
		async () => await work(copies),
		async () => {
			await release(client, copies);
		},
	);
	return { result, remaining: await release(client, copies) };
}
