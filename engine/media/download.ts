import type { IBinaryData } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { causesOf } from '../../aws/errors/causes';
import { serviceUrl } from '../../aws/endpoints/endpoints';
import { sendAction } from '../../aws/clients/socialMessaging';
import type { AwsClient, FileKeeper } from '../../aws/transport/client';
import { NetworkError, onFailure } from '../../aws/errors/errors';
import { transportErrorOf } from '../../aws/errors/transportError';
import { Step } from '../../aws/transport/step';
import type { ReadableBody } from '../../aws/transport/streams';
import { fileNameOf, safeFileName } from '../../whatsapp/media/fileName';
import { extensionFor, standardMimeType } from '../../whatsapp/media/mimeTypes';
import type { RecordDownload } from './recording';
import { removeObject } from './removal';
import { removeWritten } from './removeWritten';
import type { OpenObject } from '../../aws/clients/s3';
import { grouped, howMany } from '../../form/counts';
import type { S3File } from '../../form/s3File';
import { isWholeSize, openWritten, type DownloadRequest, type WrittenFile } from './written';

export interface Downloaded {
	file: IBinaryData;
	mimeType: string;
	bytes: number;
	/** The copy in S3, if it is still there. */
	stored?: S3File;
}

/** What ended the reading of an object: the connection, a time limit or the user; or n8n could not keep it. */
function readingFailure(error: unknown, body: ReadableBody, overdue: string | undefined): unknown {
	const ofBody = 'errored' in body && body.errored ? body.errored : undefined;
	const wasAborted = causesOf(error).some(
		(cause) => 'code' in cause && cause.code === 'ERR_CANCELED',
	);
	if (overdue === undefined && !ofBody && !wasAborted) return error;
	return transportErrorOf(ofBody ?? error, { url: serviceUrl('s3'), overdue });
}

/** Moves an object into n8n's binary data, without holding it in memory where n8n keeps files elsewhere. */
async function keepFile(
	{ context }: AwsClient<FileKeeper>,
	{ body, bytes, overdue }: OpenObject,
	fileName: string,
	{ mimeType, fileSize }: WrittenFile,
): Promise<IBinaryData> {
	const file = await context.helpers
		.prepareBinaryData(body, fileName, mimeType)
		.catch((error: unknown) => {
			body.destroy?.();
			throw readingFailure(error, body, overdue());
		});
	const announced = Number.isFinite(bytes) ? bytes : fileSize;
	const kept = file.bytes ?? announced;
	if (kept !== announced || !isWholeSize(kept, fileSize)) {
		throw new NetworkError(
			'S3',
			`only ${grouped(kept)} of ${howMany(announced, 'byte')} arrived`,
			false,
		);
	}
	return file;
}

const defaultName = (mediaId: string, mimeType: string) =>
	safeFileName(`${mediaId}.${extensionFor(mimeType) ?? 'bin'}`) ?? 'file';

/**
 * Fetches a media file from WhatsApp (GetWhatsAppMessageMedia) via S3 into n8n's binary data. What
 * AWS writes to S3 on the way is removed, or named: in the result, or in the client's list where
 * there is none.
 *
 * @param record writes down what is to be removed again, before it is written
 */
export async function downloadMedia(
	client: AwsClient<FileKeeper>,
	request: DownloadRequest,
	record?: RecordDownload,
): Promise<Downloaded> {
	const { originationPhoneNumberId, mediaId, bucketName, keyPrefix, keep } = request;
	// A folder of its own, so that two items fetching the same media do not remove it from each other.
	const id = randomUUID();
	const key = keep ? keyPrefix : `${keyPrefix}${id}/`;
	const writing = new Step('repeatable');
	const written: WrittenFile = {
		bucketName,
		prefix: `${key}${mediaId}`,
		mimeType: '',
		fileSize: Number.NaN,
	};
	const recording = keep
		? undefined
		: await record?.(id, { bucketName, key: written.prefix, isPrefix: true });
	const fetch = async (): Promise<Downloaded> => {
		const destinationS3File = { bucketName, key };
		const body = { mediaId, originationPhoneNumberId, destinationS3File };
		const answer = await sendAction(client, 'GetWhatsAppMessageMedia', { body }, writing);
		written.mimeType = standardMimeType(String(answer.mimeType));
		written.fileSize = Number(answer.fileSize);
		const { mimeType } = written;
		const fileName =
			fileNameOf({ own: request.fileName, mimeType }) ?? defaultName(mediaId, mimeType);
		const { file, stored } = await client.step('read', 's3', async (attempt) => {
			const found = await openWritten(attempt, written);
			written.stored = found.stored;
			const kept = await keepFile(client, found, fileName, written);
			return { file: kept, stored: found.stored };
		});
		const isGone =
			!keep && (await removeObject(client, { file: stored, mayStillBeWritten: writing.hadDoubt }));
		if (!isGone) client.leftBehind.push(stored);
		await recording?.settle(isGone);
		const bytes = file.bytes ?? written.fileSize;
		return { file, mimeType, bytes, ...(isGone ? {} : { stored }) };
	};
	return await onFailure(fetch, async () => {
		const isGone =
			writing.known === 'notDone' ||
			(await removeWritten(client, request, written, writing.hadDoubt));
		await recording?.settle(isGone);
	});
}
