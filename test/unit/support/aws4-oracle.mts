import aws4 from 'aws4';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { AwsKeys } from '../../../aws/transport/signing.ts';

/** Only the date stands still: the signer and the oracle have to sign for the same second. */
export function freezeDate(now: string): void {
	jest.useFakeTimers({
		now: new Date(now),
		doNotFake: [
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'setImmediate',
			'clearImmediate',
			'setInterval',
			'clearInterval',
			'setTimeout',
			'clearTimeout',
		],
	});
}

export function headersOf(request: IHttpRequestOptions): Record<string, string> {
	return Object.fromEntries(
		Object.entries(request.headers ?? {}).map(([name, value]) => [name, String(value)]),
	);
}

export interface SignatureParts {
	accessKeyId: string;
	date: string;
	region: string;
	service: string;
	signedHeaders: string[];
	signature: string;
}

export function signatureParts(request: IHttpRequestOptions): SignatureParts {
	const { authorization = '' } = headersOf(request);
	const found =
		/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
			authorization,
		);
	if (!found) throw new Error(`not an AWS signature: ${authorization}`);
	const [, accessKeyId = '', date = '', region = '', service = '', headers = '', signature = ''] =
		found;
	return { accessKeyId, date, region, service, signedHeaders: headers.split(';'), signature };
}

/** What the independent signer computes for exactly the request that is about to be sent. */
export function oracleAuthorization(
	signed: IHttpRequestOptions,
	{ service, region }: { service: string; region: string },
	keys: AwsKeys,
): string {
	const url = new URL(signed.url);
	const { authorization: _own, ...headers } = headersOf(signed);
	const body = signed.body as string | Buffer | undefined;
	const request: aws4.Request = {
		service,
		region,
		method: signed.method ?? 'GET',
		path: `${url.pathname}${url.search}`,
		headers,
		doNotModifyHeaders: true,
		...(typeof body === 'string' || Buffer.isBuffer(body) ? { body } : {}),
	};
	return String(aws4.sign(request, keys).headers?.Authorization);
}
