import { createHash } from 'node:crypto';
import type { Attempt } from '../transport/client';
import type { S3File } from '../../form/s3File';
import { etagOf, timeOf, toObject } from './s3';

/** What must be so for a document to be written: nothing is there, or what is there has this ETag. */
export type Condition = 'absent' | { etag: string };

/** A small text in S3, with what S3 says about it. */
export interface Document {
	text: string;
	etag: string;
	/** When it was written, in ms since 1970 by S3's clock, to the second. */
	writtenAt: number;
	/** S3's time when it answered, likewise. */
	now: number;
}

const conditionHeader = (condition: Condition) =>
	condition === 'absent' ? { 'if-none-match': '*' } : { 'if-match': condition.etag };

/**
 * Writes a document if the condition holds.
 *
 * S3 answers 412 where it does not, 404 where an object with an ETag is wanted and there is none, and 409
 * where another write or a removal came in between. (Amazon S3 User Guide, "How to prevent object
 * overwrites with conditional writes".)
 *
 * @returns its ETag
 */
export async function writeDocument(
	attempt: Attempt,
	file: S3File,
	text: string,
	condition: Condition,
): Promise<string> {
	const answer = await attempt('s3', {
		action: 's3:PutObject',
		method: 'PUT',
		...toObject(file),
		headers: {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(text),
			// A bucket with Object Lock takes nothing without a checksum.
			'x-amz-checksum-sha256': createHash('sha256').update(text).digest('base64'),
			...conditionHeader(condition),
		},
		body: text,
	});
	return etagOf(answer);
}

/** @throws AwsServiceError, also where there is none: 404, or 403 without the right to list the bucket */
export async function readDocument(attempt: Attempt, file: S3File): Promise<Document> {
	const answer = await attempt('s3', {
		action: 's3:GetObject',
		method: 'GET',
		...toObject(file),
		encoding: 'text',
	});
	return {
		text: String(answer.body),
		etag: etagOf(answer),
		writtenAt: timeOf(answer.headers, 'last-modified'),
		now: timeOf(answer.headers, 'date'),
	};
}
