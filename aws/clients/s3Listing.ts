import { UnusableResponse } from '../errors/errors';
import { xmlText } from '../errors/errorResponse';
import type { Attempt } from '../transport/client';
import type { S3File } from '../../form/s3File';

/** An object as S3 lists it. */
export interface ListedObject {
	key: string;
	/** NaN where S3 does not say. */
	bytes: number;
	/** In ms since 1970; NaN where S3 does not say. */
	modifiedAt: number;
}

export interface Listing {
	/** Up to S3's page of 1,000, in the order of their keys. */
	objects: ListedObject[];
	/** With which the next page is asked for, where there is one. */
	next?: string;
	/** S3's time when it answered, in ms since 1970, to the second; NaN where S3 does not say. */
	now: number;
}

/** A key as S3 lists it with "encoding-type=url"; what is not encoded so is taken as it is. */
function decoded(key: string): string {
	try {
		return decodeURIComponent(key.replace(/\+/g, ' '));
	} catch {
		return key;
	}
}

/**
 * A page of the objects whose keys begin with a prefix.
 *
 * @param next that of the page before
 * @throws UnusableResponse for no listing
 */
export async function listPage(
	attempt: Attempt,
	{ bucketName, key: prefix }: S3File,
	next?: string,
): Promise<Listing> {
	const { body, headers } = await attempt('s3', {
		action: 's3:ListBucket',
		method: 'GET',
		bucketName,
		url: `/${bucketName}/`,
		qs: {
			'list-type': 2,
			prefix,
			'encoding-type': 'url',
			...(next === undefined ? {} : { 'continuation-token': next }),
		},
		encoding: 'text',
	});
	const xml: unknown = body;
	if (typeof xml !== 'string' || !/<ListBucketResult[\s>]/.test(xml)) {
		throw new UnusableResponse('HTTP 200 without a listing of the bucket');
	}
	const isTruncated = xmlText(xml, 'IsTruncated') === 'true';
	const following = isTruncated ? xmlText(xml, 'NextContinuationToken') : undefined;
	if (isTruncated && !following) {
		throw new UnusableResponse('HTTP 200 with an incomplete listing that has no next page');
	}
	return {
		objects: [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
			key: decoded(xmlText(entry, 'Key') ?? ''),
			bytes: Number(xmlText(entry, 'Size') ?? Number.NaN),
			modifiedAt: Date.parse(xmlText(entry, 'LastModified') ?? ''),
		})),
		next: following,
		now: Date.parse(String(headers.date)),
	};
}

/** The objects whose names begin with a prefix, where they fit on one page. @throws UnusableResponse where they do not */
export async function listObjects(attempt: Attempt, prefix: S3File): Promise<ListedObject[]> {
	const { objects, next } = await listPage(attempt, prefix);
	if (next !== undefined) throw new UnusableResponse('HTTP 200 with an incomplete listing');
	return objects;
}
