import { AwsError } from '../http/aws-error.mts';
import type { RecordedRequest } from '../http/recorder.mts';
import type { Answer, Exchange, Service } from '../http/service.mts';
import type { SignatureRefusal, RefusalReason } from '../http/signature.mts';
import { region } from '../sts/identities.mts';
import { xml } from '../http/xml.mts';
import { listObjects } from './listing.mts';
import type { Condition, ObjectStore, StoredObject } from './object-store.mts';
import { parseObjectUrl } from './object-url.mts';
import type { ObjectAddress } from './object-url.mts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

type Operation = (
	store: ObjectStore,
	address: ObjectAddress,
	exchange: Exchange,
) => Promise<Answer>;

/** S3 words its refusals differently from every other service. */
const refusals: Record<RefusalReason, [status: number, name: string, text?: string]> = {
	unsigned: [403, 'AccessDenied', 'Access Denied'],
	malformed: [400, 'AuthorizationHeaderMalformed'],
	unhashed: [400, 'InvalidRequest'],
	wrongService: [
		400,
		'AuthorizationHeaderMalformed',
		'The authorization header is malformed; incorrect service. This endpoint belongs to "s3".',
	],
	wrongRegion: [
		400,
		'AuthorizationHeaderMalformed',
		`The authorization header is malformed; the region is wrong; expecting '${region}'`,
	],
	unknownKey: [
		403,
		'InvalidAccessKeyId',
		'The AWS Access Key Id you provided does not exist in our records.',
	],
	badToken: [400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.'],
	expiredToken: [400, 'ExpiredToken', 'The provided token has expired.'],
	clockSkew: [
		403,
		'RequestTimeTooSkewed',
		'The difference between the request time and the current time is too large.',
	],
	urlExpired: [403, 'AccessDenied'],
	headerNotSigned: [
		403,
		'AccessDenied',
		'There were headers present in the request which were not signed',
	],
	mismatch: [
		403,
		'SignatureDoesNotMatch',
		'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
	],
};

function objectHeaders(object: StoredObject): Record<string, string> {
	return {
		...object.metadata,
		ETag: `"${object.md5}"`,
		'Last-Modified': object.lastModified.toUTCString(),
		'Content-Type': object.contentType,
		'Content-Length': String(object.size),
	};
}

/** S3 takes an object only if it is told its size beforehand, and only in one plain piece here. */
function checkPayload(headers: Record<string, string>): void {
	if (headers['x-amz-content-sha256']?.startsWith('STREAMING-'))
		throw new AwsError(
			501,
			'NotImplemented',
			'A header you provided implies functionality that is not implemented',
		);
	if (headers['content-length'] === undefined)
		throw new AwsError(
			411,
			'MissingContentLength',
			'You must provide the Content-Length HTTP header.',
		);
}

/** @throws AwsError as S3 does for what it takes in no write: a list, or an ETag that must not be there */
function conditionOf(headers: Record<string, string>): Condition | undefined {
	const ifMatch = headers['if-match'];
	const ifNoneMatch = headers['if-none-match'];
	if (ifMatch === undefined && ifNoneMatch === undefined) return undefined;
	if (ifNoneMatch !== undefined && (ifNoneMatch !== '*' || ifMatch !== undefined))
		throw new AwsError(
			501,
			'NotImplemented',
			'A header you provided implies functionality that is not implemented',
		);
	return { ifAbsent: ifNoneMatch !== undefined, ifMatch: ifMatch?.replace(/^"(.*)"$/, '$1') };
}

const putObject: Operation = async (store, { bucket, key }, { request, payload }) => {
	const { headers } = request;
	checkPayload(headers);
	const declared = headers['x-amz-content-sha256'];
	const md5 = headers['content-md5'];
	const stored = await store.put(bucket, key, payload, {
		contentType: headers['content-type'],
		condition: conditionOf(headers),
		metadata: Object.fromEntries(
			Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-')),
		),
		expected: {
			sha256: declared === 'UNSIGNED-PAYLOAD' ? undefined : declared,
			md5: md5 === undefined ? undefined : Buffer.from(md5, 'base64').toString('hex'),
		},
	});
	return { status: 200, headers: { ETag: `"${stored.md5}"` } };
};

const operations: Record<string, Operation> = {
	PutObject: putObject,
	GetObject: async (store, { bucket, key }) => {
		const { object, content } = await store.read(bucket, key);
		return { status: 200, headers: objectHeaders(object), body: content };
	},
	HeadObject: async (store, { bucket, key }) => ({
		status: 200,
		headers: objectHeaders(store.find(bucket, key)),
	}),
	DeleteObject: async (store, { bucket, key }, { request }) => {
		await store.delete(bucket, key, conditionOf(request.headers));
		return { status: 204 };
	},
	ListObjectsV2: async (store, { bucket }, { request }) => ({
		status: 200,
		headers: { 'Content-Type': 'application/xml' },
		body: xml('ListBucketResult', listObjects(store, bucket, request.query), namespace),
	}),
};

/** Parameters that turn a request for an object into one for something else about it. */
const subresources = ['acl', 'tagging', 'uploads', 'uploadId', 'versionId', 'attributes'];

function actionOf({ method, path, query }: RecordedRequest): string {
	if (subresources.some((name) => name in query)) return '';
	const atObject = /^\/[^/]+\/./.test(path);
	if (!atObject) return method === 'GET' && query['list-type'] === '2' ? 'ListObjectsV2' : '';
	const names: Record<string, string> = {
		PUT: 'PutObject',
		GET: 'GetObject',
		HEAD: 'HeadObject',
		DELETE: 'DeleteObject',
	};
	return names[method] ?? '';
}

const inHex = (text: string): string =>
	Buffer.from(text)
		.toString('hex')
		.replace(/..(?!$)/g, '$& ');

function refuse({ reason, message, calculated }: SignatureRefusal): AwsError {
	const [status, name, text] = refusals[reason];
	const error = new AwsError(status, name, text ?? message);
	if (calculated) {
		const { canonicalRequest, stringToSign, provided } = calculated;
		error.details = {
			StringToSign: stringToSign,
			SignatureProvided: provided,
			StringToSignBytes: inHex(stringToSign),
			CanonicalRequest: canonicalRequest,
			CanonicalRequestBytes: inHex(canonicalRequest),
		};
	}
	return error;
}

const requestIdHeader = (requestId: string): Record<string, string> => ({
	'x-amz-request-id': requestId.replace(/-/g, '').slice(0, 16).toUpperCase(),
});

export function s3(store: ObjectStore): Service {
	return {
		name: 's3',
		signingName: 's3',
		streams: true,
		actionOf,
		async handle(exchange) {
			const operation = operations[exchange.request.action];
			if (!operation)
				throw new AwsError(
					501,
					'NotImplemented',
					'A header or query you provided implies functionality that is not implemented.',
				);
			const answer = await operation(store, parseObjectUrl(exchange.request.path), exchange);
			return { ...answer, headers: { ...answer.headers, ...requestIdHeader(exchange.requestId) } };
		},
		refuse,
		throttled: (message = 'Please reduce your request rate.', retryAfterSeconds) =>
			new AwsError(503, 'SlowDown', message, retryAfterSeconds),
		broken: () =>
			new AwsError(500, 'InternalError', 'We encountered an internal error. Please try again.'),
		answerError(error, request, requestId) {
			const headers = requestIdHeader(requestId);
			return {
				status: error.status,
				headers: {
					...headers,
					'Content-Type': 'application/xml',
					...(error.retryAfterSeconds === undefined
						? {}
						: { 'Retry-After': String(error.retryAfterSeconds) }),
				},
				body: xml('Error', {
					Code: error.name,
					Message: error.message,
					...error.details,
					Resource: request.path,
					RequestId: headers['x-amz-request-id'],
				}),
			};
		},
	};
}
