import { sendAction } from '../../aws/clients/socialMessaging';
import type { AwsClient } from '../../aws/transport/client';
import { standardMimeType } from '../../whatsapp/media/mimeTypes';
import { cleaning, removeAgain, removeOnce } from './removal';
import { listObjects } from '../../aws/clients/s3Listing';
import { canBeWritten, probableKeys, type DownloadRequest, type WrittenFile } from './written';

/** The type of the file, where the answer that tells it was lost; empty if AWS does not tell it now. */
async function mimeTypeOf(
	client: AwsClient,
	{ mediaId, originationPhoneNumberId }: DownloadRequest,
): Promise<string> {
	const body = { mediaId, originationPhoneNumberId, metadataOnly: true };
	return await sendAction(client, 'GetWhatsAppMessageMedia', { body }, 'read').then(
		({ mimeType }) => standardMimeType(String(mimeType)),
		() => '',
	);
}

/**
 * Removes, after a failure, what AWS wrote or may have written under the item's own prefix: what the
 * bucket lists, or, without the right to list, what must be its name.
 *
 * @returns whether it is certain that nothing is there
 */
async function removeFound(
	client: AwsClient,
	{ bucketName, prefix, stored }: WrittenFile,
	mimeType: () => Promise<string>,
): Promise<boolean> {
	const listed = await client
		.step('read', 's3', async (attempt) => listObjects(attempt, { bucketName, key: `${prefix}.` }))
		.catch(() => undefined);
	const keys = listed
		? listed.map(({ key }) => key).filter((key) => canBeWritten(key, prefix))
		: stored
			? [stored.key]
			: probableKeys(prefix, await mimeType());
	const gone = await Promise.all(
		keys.map(async (key) => await removeOnce(client, { bucketName, key })),
	);
	return (listed !== undefined || stored !== undefined) && gone.every(Boolean);
}

/**
 * Cleans up after a download that failed, also when the execution was canceled. What may stay is named
 * in the client's list. It does not throw: the failure that led here is the one to show.
 *
 * @returns whether it is certain that nothing is there
 */
export async function removeWritten(
	client: AwsClient,
	request: DownloadRequest,
	written: WrittenFile,
	mayStillBeWritten: boolean,
): Promise<boolean> {
	const { bucketName, keep } = request;
	const named = written.stored ?? { bucketName, key: `${written.prefix}.`, isPrefix: true };
	if (keep) {
		client.leftBehind.push(named);
		return false;
	}
	const cleaner = cleaning(client);
	let asked: Promise<string> | undefined;
	const mimeType = async () => {
		asked ??=
			written.mimeType === '' ? mimeTypeOf(cleaner, request) : Promise.resolve(written.mimeType);
		return await asked;
	};
	const remove = async () => await removeFound(cleaner, written, mimeType);
	const isGone = await removeAgain(remove, mayStillBeWritten);
	if (!isGone) client.leftBehind.push(named);
	return isGone;
}
