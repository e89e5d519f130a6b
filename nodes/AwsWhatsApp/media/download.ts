import type { IBinaryData } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { serviceUrl } from '../../../aws/endpoints';
import type { Connection, FileKeeper } from '../request/connection';
import { orCleanUp } from '../request/cleanup';
import { failureOf } from '../request/exchange';
import { NoAnswer, RefusedByAws } from '../request/failures';
import { withRetry } from '../request/retry';
import { extensionFor, standardMimeType } from './limits';
import { discardObject, listKeys, readObject } from './s3';
import type { S3File } from './s3File';

export interface DownloadRequest {
	phoneNumberId: string;
	mediaId: string;
	bucketName: string;
	keyPrefix: string;
	/** Whether the copy that AWS writes to S3 stays there. */
	keep: boolean;
	/** Own name for the file, without a path; by default media ID and extension. */
	fileName?: string;
}

export interface Downloaded {
	file: IBinaryData;
	mimeType: string;
	bytes: number;
	/** The copy in S3, if it is still there. */
	stored?: S3File;
}

/** The object, or undefined if it is not there: 403 is S3's answer without the right to list. */
async function readIfThere(call: Connection, file: S3File, sessionSince?: number) {
	return await readObject(call, file, sessionSince).catch((failure: unknown) => {
		if (failure instanceof RefusedByAws && [403, 404].includes(failure.refusal.status))
			return undefined;
		throw failure;
	});
}

/**
 * Reads the object that AWS wrote. AWS takes the key as a prefix, appends media ID and extension and
 * does not name the result, so the probable name is tried first and the bucket is searched if that
 * is not it.
 */
async function open(
	call: Connection,
	{ bucketName, key: prefix }: S3File,
	mimeType: string,
	sessionSince?: number,
) {
	const probable = { bucketName, key: `${prefix}.${mimeType.split('/')[1] ?? ''}` };
	const found = await readIfThere(call, probable, sessionSince);
	if (found) return { stored: probable, ...found };
	const [key = probable.key] = await listKeys(call, { bucketName, key: `${prefix}.` });
	const stored = { bucketName, key };
	return { stored, ...(await readObject(call, stored, sessionSince)) };
}

async function store(
	call: Connection<FileKeeper>,
	prefix: S3File,
	mimeType: string,
	fileName: string,
) {
	return await withRetry(call.context, 'read', async (sessionSince) => {
		const { stored, body, bytes } = await open(call, prefix, mimeType, sessionSince);
		const file = await call.context.helpers
			.prepareBinaryData(body, fileName, mimeType)
			.catch((error: unknown) => {
				throw body.errored ? failureOf(body.errored, { url: serviceUrl('s3') }) : error;
			});
		if (Number.isFinite(bytes) && file.bytes !== undefined && file.bytes !== bytes) {
			throw new NoAnswer('S3', `only ${file.bytes} of ${bytes} bytes arrived`, false);
		}
		return { stored, file };
	});
}

/**
 * Fetches a media file from WhatsApp (GetWhatsAppMessageMedia) by way of S3 into n8n's binary data,
 * without holding it in memory where n8n keeps files elsewhere.
 */
export async function downloadMedia(
	call: Connection<FileKeeper>,
	request: DownloadRequest,
): Promise<Downloaded> {
	const { phoneNumberId, mediaId, bucketName, keyPrefix, keep } = request;
	// A folder of its own, so that two items fetching the same media do not remove it from each other.
	const key = keep ? keyPrefix : `${keyPrefix}${randomUUID()}/`;
	const answer = await call.social(
		{
			method: 'POST',
			url: '/v1/whatsapp/media/get',
			body: {
				mediaId,
				originationPhoneNumberId: phoneNumberId,
				destinationS3File: { bucketName, key },
			},
		},
		'idempotent',
	);
	const mimeType = standardMimeType(String(answer.mimeType ?? ''));
	const fileName = request.fileName ?? `${mediaId}.${extensionFor(mimeType) ?? 'bin'}`;
	const prefix = { bucketName, key: `${key}${mediaId}` };

	const { stored, file } = await orCleanUp(
		async () => await store(call, prefix, mimeType, fileName),
		async () => {
			if (!keep) await discardAll(call, prefix);
		},
	);
	const gone = !keep && (await discardObject(call, stored));
	return {
		file,
		mimeType,
		bytes: file.bytes ?? Number(answer.fileSize),
		...(gone ? {} : { stored }),
	};
}

/** After a failure: whatever AWS wrote under the item's own prefix. */
async function discardAll(call: Connection, prefix: S3File): Promise<void> {
	try {
		for (const key of await listKeys(call.uncancelled(), prefix)) {
			await discardObject(call, { bucketName: prefix.bucketName, key });
		}
	} catch {
		// The failure that led here is the one to show.
	}
}
