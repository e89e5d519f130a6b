import { createHash } from 'node:crypto';
import { awsError, page, s3Error } from './answers.mts';
import type { Fate } from './fate.mts';
import type { Passage } from './passage.mts';

/*
 * Answers that repeat the request, secrets and all, as AWS does when it refuses a signature, and
 * as debug pages of proxies do.
 */

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');

interface Signing {
	scope: string;
	signature: string;
	canonicalRequest: string;
	stringToSign: string;
}

/** What AWS has calculated itself, in the words of Signature Version 4. */
function signingOf({ method, url, headers, body }: Passage): Signing {
	const authorization = headers.authorization ?? '';
	const part = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(authorization)?.[1] ?? '';
	const [, ...scope] = part('Credential').split('/');
	const signed = part('SignedHeaders');
	const { pathname, search } = new URL(url, 'http://aws');
	const canonicalRequest = [
		method,
		pathname,
		search.slice(1),
		...signed.split(';').map((name) => `${name}:${String(headers[name] ?? '')}`),
		'',
		signed,
		headers['x-amz-content-sha256'] ?? sha256(body),
	].join('\n');
	const stringToSign = [
		'AWS4-HMAC-SHA256',
		headers['x-amz-date'],
		scope.join('/'),
		sha256(canonicalRequest),
	].join('\n');
	return {
		scope: scope.join('/'),
		signature: part('Signature'),
		canonicalRequest,
		stringToSign,
	};
}

const MISMATCH =
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

const bytes = (text: string) => Buffer.from(text).toString('hex').match(/../g)?.join(' ') ?? '';

function refusal(passage: Passage) {
	const { canonicalRequest, stringToSign, signature } = signingOf(passage);
	if (passage.service === 's3') {
		return s3Error(403, 'SignatureDoesNotMatch', MISMATCH, {
			StringToSign: stringToSign,
			SignatureProvided: signature,
			StringToSignBytes: bytes(stringToSign),
			CanonicalRequest: canonicalRequest,
			CanonicalRequestBytes: bytes(canonicalRequest),
		});
	}
	return awsError(
		403,
		'InvalidSignatureException',
		`${MISMATCH}\n\nThe Canonical String for this request should have been\n'${canonicalRequest}'\n\nThe String-to-Sign should have been\n'${stringToSign}'\n`,
	);
}

const allHeaders = ({ rawHeaders }: Passage) =>
	Array.from({ length: rawHeaders.length / 2 }, (_, i) =>
		rawHeaders.slice(2 * i, 2 * i + 2).join(': '),
	).join('\r\n');

const debugPage = (status: number) => (passage: Passage) =>
	page(
		status,
		'Bad Gateway (debug)',
		`<pre>${passage.method} ${passage.url}\r\n${allHeaders(passage)}\r\n</pre>\r\n`,
	);

const debugJson = (status: number) => (passage: Passage) => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify({
		message: `no upstream for ${allHeaders(passage)}`,
		request: { headers: passage.headers },
	}),
});

export const echoes: Fate[] = [
	{ name: 'signature refused by an echo', forward: false, answer: refusal },
	{ name: 'debug page of a gateway', forward: false, answer: debugPage(502) },
	{ name: 'done, then a debug page', forward: true, answer: debugPage(500) },
	{ name: 'debug page that says 200', forward: false, answer: debugPage(200) },
	{ name: 'debug JSON of a gateway', forward: false, answer: debugJson(503) },
	{ name: 'debug JSON that says 200', forward: false, answer: debugJson(200) },
];

/** AWS itself gets a signature that is not right, and says which one would have been. */
export const spoilt: Fate = { name: 'signature spoilt', forward: 'spoilt', answer: 'whole' };
