import type { IBinaryData } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { causesOf } from '../../../aws/causes';
import { serviceUrl } from '../../../aws/endpoints';
import type { Connection, FileKeeper } from '../request/connection';
import { NoAnswer } from '../request/failures';
import { failureOf } from '../request/networkFailure';
import { onFailure } from '../request/onFailure';
import { Step } from '../request/step';
import type { ReadableBody } from '../request/streams';
import { fileNameOf, safeFileName } from './fileName';
import { extensionFor, standardMimeType } from './mimeTypes';
import { removeObject } from './removal';
import { removeWritten } from './removeWritten';
import type { OpenObject } from './s3';
import type { S3File } from './s3File';
import { isWholeSize, openWritten, type WrittenFile } from './written';

export interface DownloadRequest {
	phoneNumberId: string;
	mediaId: string;
	bucketName: string;
	keyPrefix: string;
	/** Whether the copy that AWS writes to S3 stays there. */
	keep: boolean;
	/** Own name for the file, from wherever it comes; by default media ID and ending. */
	fileName?: string;
}

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
	return failureOf(ofBody ?? error, { url: serviceUrl('s3'), overdue });
}

/** Moves an object into n8n's binary data, without holding it in memory where n8n keeps files elsewhere. */
async function keepFile(
	{ context }: Connection<FileKeeper>,
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
		throw new NoAnswer('S3', `only ${kept} of ${announced} bytes arrived`, false);
	}
	return file;
}

const defaultName = (mediaId: string, mimeType: string) =>
	safeFileName(`${mediaId}.${extensionFor(mimeType) ?? 'bin'}`) ?? 'file';

/**
 * Fetches a media file from WhatsApp (GetWhatsAppMessageMedia) by way of S3 into n8n's binary data.
 * What AWS writes to S3 on the way is removed, or named: in the result, or in the connection's list
 * where there is none.
 */
export async function downloadMedia(
	connection: Connection<FileKeeper>,
	request: DownloadRequest,
): Promise<Downloaded> {
	const { phoneNumberId, mediaId, bucketName, keyPrefix, keep } = request;
	// A folder of its own, so that two items fetching the same media do not remove it from each other.
	const key = keep ? keyPrefix : `${keyPrefix}${randomUUID()}/`;
	const writing = new Step('repeatable');
	const written: WrittenFile = {
		bucketName,
		prefix: `${key}${mediaId}`,
		mimeType: '',
		fileSize: Number.NaN,
	};
	const fetch = async (): Promise<Downloaded> => {
		const answer = await connection.social(
			{
				method: 'POST',
				url: '/v1/whatsapp/media/get',
				body: {
					mediaId,
					originationPhoneNumberId: phoneNumberId,
					destinationS3File: { bucketName, key },
				},
			},
			writing,
		);
		written.mimeType = standardMimeType(String(answer.mimeType));
		written.fileSize = Number(answer.fileSize);
		const { mimeType } = written;
		const fileName =
			fileNameOf({ own: request.fileName, mimeType }) ?? defaultName(mediaId, mimeType);
		const { file, stored } = await connection.step('read', 's3', async (attempt) => {
			const found = await openWritten(attempt, written);
			written.stored = found.stored;
			const kept = await keepFile(connection, found, fileName, written);
			return { file: kept, stored: found.stored };
		});
		const isGone =
			!keep &&
			(await removeObject(connection, { file: stored, mayStillBeWritten: writing.hadDoubt }));
		if (!isGone) connection.leftBehind.push(stored);
		const bytes = file.bytes ?? written.fileSize;
		return { file, mimeType, bytes, ...(isGone ? {} : { stored }) };
	};
	return await onFailure(fetch, async () => {
		if (writing.known === 'notDone') return;
		await removeWritten(connection, request, written, writing.hadDoubt);
	});
}
