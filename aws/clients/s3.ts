import { uriEncode } from '../uri';
import type { Attempt } from '../transport/client';
import { NetworkError, UnusableResponse } from '../errors/errors';
import { isStream, type ReadableBody } from '../transport/streams';
import type { Answer } from '../transport/sendSigned';
import type { S3File } from '../../form/s3File';

/** Path style, which works for every bucket name and every endpoint. */
function objectUrl({ bucketName, key }: S3File): string {
	return `/${bucketName}/${key.split('/').map(uriEncode).join('/')}`;
}

/** What every request for an object has. */
export const toObject = (file: S3File) => ({ bucketName: file.bucketName, url: objectUrl(file) });

/**
 * The name of what S3 has stored, which changes with the content.
 *
 * @throws UnusableResponse without one: then the answer did not come from S3
 */
export function etagOf({ statusCode, headers }: Pick<Answer, 'statusCode' | 'headers'>): string {
	const { etag } = headers;
	if (typeof etag === 'string' && etag !== '') return etag;
	throw new UnusableResponse(`HTTP ${statusCode} without the "ETag" of the object`);
}

/** A time that S3 tells, in ms since 1970. @throws UnusableResponse without one */
export function timeOf(headers: Record<string, unknown>, name: 'date' | 'last-modified'): number {
	const at = Date.parse(String(headers[name]));
	if (Number.isFinite(at)) return at;
	throw new UnusableResponse(`HTTP 200 without "${name}"`);
}

/** @param content opened again for every attempt, since a stream can be read only once */
export async function putObject(
	attempt: Attempt,
	file: S3File,
	content: { mimeType: string; bytes: number; open(): Promise<Buffer | NodeJS.ReadableStream> },
): Promise<void> {
	const answer = await attempt('s3', {
		action: 's3:PutObject',
		method: 'PUT',
		...toObject(file),
		headers: { 'content-type': content.mimeType, 'content-length': content.bytes },
		body: await content.open(),
	});
	etagOf(answer);
}

/** Removes an object; one that is not there counts as removed. */
export async function deleteObject(attempt: Attempt, file: S3File): Promise<void> {
	const { statusCode } = await attempt('s3', {
		action: 's3:DeleteObject',
		method: 'DELETE',
		...toObject(file),
	});
	if (statusCode !== 204) {
		throw new UnusableResponse(`HTTP ${statusCode} instead of 204 for a deleted object`);
	}
}

export interface OpenObject {
	body: ReadableBody;
	/** NaN where S3 does not say. */
	bytes: number;
	/** Which time limit ended the reading, in words. */
	overdue(): string | undefined;
}

/** Opens an object for reading: what is read cannot be read again. */
export async function openObject(attempt: Attempt, file: S3File): Promise<OpenObject> {
	const { body, headers, overdue } = await attempt('s3', {
		action: 's3:GetObject',
		method: 'GET',
		...toObject(file),
		encoding: 'stream',
	});
	if (!isStream(body)) throw new NetworkError('S3', 'no object in the response', false);
	return { body, bytes: Number(headers['content-length']), overdue };
}
