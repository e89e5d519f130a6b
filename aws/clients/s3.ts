import { xmlText } from '../errors/errorResponse';
import { uriEncode } from '../uri';
import type { Attempt } from '../transport/client';
import { NetworkError, UnusableResponse } from '../errors/errors';
import { isStream, type ReadableBody } from '../transport/streams';
import type { Answer } from '../transport/sendSigned';
import type { S3File } from '../../form/s3File';

/** Path style, which works for every bucket name and every endpoint. */
export function objectUrl({ bucketName, key }: S3File): string {
	return `/${bucketName}/${key.split('/').map(uriEncode).join('/')}`;
}

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

/** @param content opened again for every attempt, since a stream can be read only once */
export async function putObject(
	attempt: Attempt,
	file: S3File,
	content: { mimeType: string; bytes: number; open(): Promise<Buffer | NodeJS.ReadableStream> },
): Promise<void> {
	const answer = await attempt('s3', {
		action: 's3:PutObject',
		method: 'PUT',
		url: objectUrl(file),
		headers: { 'content-type': content.mimeType, 'content-length': content.bytes },
		body: await content.open(),
	});
	etagOf(answer);
}

/** Removes an object; one that is not there counts as removed. */
export async function deleteObject(attempt: Attempt, file: S3File): Promise<void> {
	const url = objectUrl(file);
	const { statusCode } = await attempt('s3', { action: 's3:DeleteObject', method: 'DELETE', url });
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
		url: objectUrl(file),
		encoding: 'stream',
	});
	if (!isStream(body)) throw new NetworkError('S3', 'no object in the response', false);
	return { body, bytes: Number(headers['content-length']), overdue };
}

/** An object as S3 lists it. */
export interface ListedObject {
	key: string;
	/** NaN where S3 does not say. */
	bytes: number;
	/** In ms since 1970; NaN where S3 does not say. */
	modifiedAt: number;
}

/** The objects whose names begin with a prefix, up to S3's page of 1,000. @throws UnusableResponse for no listing */
export async function listObjects(
	attempt: Attempt,
	{ bucketName, key: prefix }: S3File,
): Promise<ListedObject[]> {
	const { body } = await attempt('s3', {
		action: 's3:ListBucket',
		method: 'GET',
		url: `/${bucketName}/`,
		qs: { 'list-type': 2, prefix, 'encoding-type': 'url' },
		encoding: 'text',
	});
	const xml: unknown = body;
	if (typeof xml !== 'string' || !/<ListBucketResult[\s>]/.test(xml)) {
		throw new UnusableResponse('HTTP 200 without a listing of the bucket');
	}
	// What begins like a media ID fits on one page.
	if (xmlText(xml, 'IsTruncated') === 'true') {
		throw new UnusableResponse('HTTP 200 with an incomplete listing');
	}
	return [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
		key: decoded(xmlText(entry, 'Key') ?? ''),
		bytes: Number(xmlText(entry, 'Size') ?? Number.NaN),
		modifiedAt: Date.parse(xmlText(entry, 'LastModified') ?? ''),
	}));
}

/** A key as S3 lists it with "encoding-type=url"; what is not encoded so is taken as it is. */
function decoded(key: string): string {
	try {
		return decodeURIComponent(key.replace(/\+/g, ' '));
	} catch {
		return key;
	}
}
