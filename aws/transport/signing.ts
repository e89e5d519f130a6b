import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Destination } from '../endpoints/endpoints';

export interface AwsKeys {
	accessKeyId: string;
	secretAccessKey: string;
	sessionToken?: string;
}

/** The parts of keys that nobody may read in an error or a log. */
export function secretsOf({ secretAccessKey, sessionToken }: AwsKeys): string[] {
	return [secretAccessKey, sessionToken ?? ''].filter(Boolean);
}

export interface SignableRequest {
	method: string;
	headers: Record<string, string>;
	/** The exact bytes that will be sent; a stream is sent unsigned, which only S3 accepts. */
	body?: string | Uint8Array | NodeJS.ReadableStream;
}

type SourceData = string | ArrayBuffer | ArrayBufferView;

function bytesOf(data: SourceData): string | Buffer {
	if (typeof data === 'string') return data;
	if (data instanceof ArrayBuffer) return Buffer.from(data);
	return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** SHA-256 and HMAC-SHA-256 in the shape that AWS's signer asks for. */
class Sha256 {
	private hash: Hash | Hmac;

	constructor(private readonly secret?: SourceData) {
		this.hash = this.start();
	}

	update(data: SourceData) {
		this.hash.update(bytesOf(data));
	}

	async digest() {
		return this.hash.digest();
	}

	reset() {
		this.hash = this.start();
	}

	private start() {
		return this.secret === undefined
			? createHash('sha256')
			: createHmac('sha256', bytesOf(this.secret));
	}
}

/** The headers of a request, AWS Signature Version 4 included. The URL has to be final, query string folded in. */
export async function signedHeaders(
	{ service, region, url }: Destination,
	{ method, headers, body }: SignableRequest,
	keys: AwsKeys,
): Promise<Record<string, string>> {
	const isS3 = service === 's3';
	const signer = new SignatureV4({
		service,
		region,
		credentials: keys,
		sha256: Sha256,
		// S3 signs the path as it is sent, every other service escapes it a second time.
		uriEscapePath: !isS3,
		// S3 alone demands the x-amz-content-sha256 header.
		applyChecksum: isS3,
	});
	const signed = await signer.sign({
		method,
		protocol: url.protocol,
		hostname: url.hostname,
		path: url.pathname,
		query: Object.fromEntries(
			[...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)]),
		),
		headers: { ...headers, host: url.host },
		body,
	});
	return signed.headers;
}
