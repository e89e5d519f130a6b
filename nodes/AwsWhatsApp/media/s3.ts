import type { BinaryHelperFunctions } from 'n8n-workflow';
import { xmlText } from '../../../aws/answer';
import { uriEncode } from '../../../aws/uri';
import { jsonBody } from '../request/exchange';
import type { Connection } from '../request/connection';
import { withRetry } from '../request/retry';
import type { S3File } from './s3File';

type ReadableBody = Extract<
	Parameters<BinaryHelperFunctions['prepareBinaryData']>[0],
	{ pipe: unknown }
>;

/** Path style, which works for every bucket name and every endpoint. */
function objectUrl({ bucketName, key }: S3File): string {
	return `/${bucketName}/${key.split('/').map(uriEncode).join('/')}`;
}

interface Upload {
	mimeType: string;
	bytes: number;
	open(): Promise<Buffer | NodeJS.ReadableStream>;
}

/** Writes an object; a stream is opened anew for every attempt, since it can be read only once. */
export async function putObject(call: Connection, file: S3File, upload: Upload): Promise<void> {
	await withRetry(call.context, 'idempotent', async (sessionSince) => {
		await call.once('s3', {
			sessionSince,
			method: 'PUT',
			url: objectUrl(file),
			headers: { 'content-type': upload.mimeType, 'content-length': upload.bytes },
			body: await upload.open(),
		});
	});
}

/**
 * Removes a temporary object, also after the execution was cancelled; one that is not there counts
 * as removed. It does not throw: the result, or the failure, that led here is the one to show.
 *
 * @returns whether the object is gone
 */
export async function discardObject(call: Connection, file: S3File): Promise<boolean> {
	const cleanup = call.uncancelled();
	try {
		await withRetry(cleanup.context, 'idempotent', async (sessionSince) => {
			await cleanup.once('s3', { method: 'DELETE', url: objectUrl(file), sessionSince });
		});
		return true;
	} catch {
		return false;
	}
}

/** Reads an object as a stream, in one attempt: what is read cannot be read again. */
export async function readObject(call: Connection, file: S3File, sessionSince?: number) {
	const { body, headers } = await call.once('s3', {
		sessionSince,
		method: 'GET',
		url: objectUrl(file),
		encoding: 'stream',
	});
	// A stream, since that was asked for.
	return { body: body as ReadableBody, bytes: Number(headers['content-length']) };
}

/** The keys of a bucket that begin with a prefix: the first thousand, which is one page of S3's. */
export async function listKeys(
	call: Connection,
	{ bucketName, key: prefix }: S3File,
): Promise<string[]> {
	return await withRetry(call.context, 'read', async (sessionSince) => {
		const response = await call.once('s3', {
			sessionSince,
			method: 'GET',
			url: `/${bucketName}/`,
			qs: { 'list-type': 2, prefix, 'encoding-type': 'url' },
			encoding: 'text',
		});
		const xml =
			typeof response.body === 'string' ? response.body : JSON.stringify(jsonBody(response));
		return (xml.match(/<Key>[^<]*<\/Key>/g) ?? []).map((element) =>
			decodeURIComponent((xmlText(element, 'Key') ?? '').replace(/\+/g, ' ')),
		);
	});
}
