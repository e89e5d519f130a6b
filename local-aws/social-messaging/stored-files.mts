import { AwsError } from '../http/aws-error.mts';
import { checkSignature, SignatureRefusal } from '../http/signature.mts';
import { splitUrl } from '../http/url.mts';
import type { ObjectStore } from '../s3/object-store.mts';
import { parseObjectUrl } from '../s3/object-url.mts';
import type { World } from './action.mts';
import type { InputOf } from './members.mts';
import { required, structure, text, textMap } from './members.mts';

const s3FileMembers = {
	bucketName: required(
		text({ min: 3, max: 63, pattern: '[a-z0-9][a-z0-9.-]*[a-z0-9]', sensitive: true }),
	),
	key: required(text({ min: 0, max: 1024, sensitive: true })),
};

const presignedUrlMembers = {
	url: required(text({ min: 1, max: 2000, sensitive: true })),
	headers: required(textMap()),
};

export const s3File = structure(s3FileMembers);
export const s3PresignedUrl = structure(presignedUrlMembers);

export type S3File = InputOf<typeof s3FileMembers>;
export type S3PresignedUrl = InputOf<typeof presignedUrlMembers>;

const urlPattern = 'https://(.*)s3(.*).amazonaws.com/(.*)';

/** Exactly one of the two ways to name an object. */
export function exactlyOne(
	what: 'source' | 'destination',
	file: S3File | undefined,
	presigned: S3PresignedUrl | undefined,
): { file: S3File; presigned?: never } | { file?: never; presigned: S3PresignedUrl } {
	if (file && !presigned) return { file };
	if (presigned && !file) return { presigned };
	throw new AwsError(
		400,
		'InvalidParametersException',
		`Exactly one of ${what}S3File and ${what}S3PresignedUrl must be specified.`,
	);
}

/**
 * The object a presigned URL stands for. Nothing is fetched: the URL's signature is checked here,
 * for AWS's own host names as well as for this stand-in's.
 */
export function objectOfPresignedUrl(
	{ url, headers }: S3PresignedUrl,
	method: 'GET' | 'PUT',
	{ s3Endpoint, sessions }: World,
): S3File {
	const isLocal = url.startsWith(`${s3Endpoint}/`);
	if (!URL.canParse(url) || (!isLocal && !new RegExp(`^${urlPattern}$`, 's').test(url)))
		throw new AwsError(
			400,
			'ValidationException',
			`1 validation error detected: Value at '${method === 'GET' ? 'source' : 'destination'}S3PresignedUrl.url' failed to satisfy constraint: Member must satisfy regular expression pattern: ${urlPattern}`,
		);
	const { host, origin } = new URL(url);
	const request = {
		method,
		url: url.slice(origin.length),
		headers: { ...lowerCased(headers), host },
	};
	if (!splitUrl(request.url).query.has('X-Amz-Signature')) throw accessDenied();
	try {
		checkSignature(request, 's3', sessions);
	} catch (error) {
		if (error instanceof SignatureRefusal) throw accessDenied();
		throw error;
	}
	const { bucket, key } = parseObjectUrl(request.url, isLocal ? undefined : host);
	return { bucketName: bucket, key };
}

export function lowerCased(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

/** AWS reads and writes with the caller's rights, and does not say which of them was missing. */
export async function withCallersRights<T>(
	objects: ObjectStore,
	use: (objects: ObjectStore) => T | Promise<T>,
): Promise<T> {
	try {
		return await use(objects);
	} catch (error) {
		if (error instanceof AwsError) throw accessDenied();
		throw error;
	}
}

function accessDenied(): AwsError {
	return new AwsError(
		403,
		'AccessDeniedException',
		'You do not have sufficient access to perform this action on the S3 object.',
	);
}
