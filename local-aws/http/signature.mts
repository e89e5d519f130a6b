import { createHash } from 'node:crypto';
import aws4 from 'aws4';
import { splitUrl } from './url.mts';
import { region } from '../sts/identities.mts';
import type { Identity } from '../sts/identities.mts';
import type { Sessions } from '../sts/sessions.mts';
import { SignatureRefusal } from './signature-refusal.mts';

export { SignatureRefusal } from './signature-refusal.mts';
export type { RefusalReason } from './signature-refusal.mts';

export type SigningName = 'social-messaging' | 's3' | 'sns' | 'sts';

/** The parts of a request that a signature covers. */
export interface SignedRequest {
	method: string;
	/** Path and query exactly as received. */
	url: string;
	headers: Record<string, string>;
	/** Left out when the payload is streamed: its hash is then checked by the reader. */
	body?: Buffer;
}

interface Signature {
	accessKeyId: string;
	scope: { date: string; region: string; service: string };
	signedHeaders: string[];
	signature: string;
	sessionToken: string | undefined;
	datetime: string;
	/** Only a presigned URL has an end of validity. */
	expiresSeconds?: number;
}

/** `extraHeadersToInclude` is missing in the published types: aws4 leaves some headers out by default. */
type SignerInput = ConstructorParameters<typeof aws4.RequestSigner>[0] &
	object & {
		extraHeadersToInclude: Record<string, boolean>;
	};

const algorithm = 'AWS4-HMAC-SHA256';
const tolerance = 5 * 60_000;

const mismatchText =
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

export const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

const compactTime = (time: number): string =>
	new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');

function parseTime(datetime: string): number {
	const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(datetime);
	if (!parts) throw new SignatureRefusal('malformed', 'Date must be in ISO-8601 basic format.');
	const [, year, month, day, hour, minute, second] = parts;
	return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function parseScope(credential: string): Pick<Signature, 'accessKeyId' | 'scope'> {
	const [accessKeyId, date, scopeRegion, service, terminator, ...rest] = credential.split('/');
	if (
		!accessKeyId ||
		!date ||
		!scopeRegion ||
		!service ||
		terminator !== 'aws4_request' ||
		rest.length
	)
		throw new SignatureRefusal(
			'malformed',
			`Credential must have five parts, not '${credential}'.`,
		);
	return { accessKeyId, scope: { date, region: scopeRegion, service } };
}

function fromHeader(headers: Record<string, string>): Signature {
	const [scheme, ...rest] = (headers.authorization ?? '').split(' ');
	const parts = new Map(
		rest
			.join('')
			.split(',')
			.map((part): [string, string] => {
				const equals = part.indexOf('=');
				return [part.slice(0, equals), part.slice(equals + 1)];
			}),
	);
	const credential = parts.get('Credential');
	const signedHeaders = parts.get('SignedHeaders');
	const signature = parts.get('Signature');
	if (scheme !== algorithm || !credential || !signedHeaders || !signature)
		throw new SignatureRefusal(
			'malformed',
			"Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.",
		);
	const datetime = headers['x-amz-date'];
	if (!datetime)
		throw new SignatureRefusal(
			'malformed',
			"Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
		);
	return {
		...parseScope(credential),
		signedHeaders: signedHeaders.split(';'),
		signature,
		datetime,
		sessionToken: headers['x-amz-security-token'],
	};
}

function fromQuery(query: URLSearchParams): Signature {
	const required = (name: string): string => {
		const value = query.get(name);
		if (!value)
			throw new SignatureRefusal(
				'malformed',
				`Query-string authentication requires the ${name} parameter.`,
			);
		return value;
	};
	const expiresSeconds = Number(required('X-Amz-Expires'));
	if (!(expiresSeconds >= 1 && expiresSeconds <= 604_800))
		throw new SignatureRefusal('malformed', 'X-Amz-Expires must be between 1 and 604800 seconds.');
	return {
		...parseScope(required('X-Amz-Credential')),
		signedHeaders: required('X-Amz-SignedHeaders').split(';'),
		signature: required('X-Amz-Signature'),
		datetime: required('X-Amz-Date'),
		sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
		expiresSeconds,
	};
}

function checkScope({ scope, datetime }: Signature, service: SigningName): void {
	if (scope.service !== service)
		throw new SignatureRefusal(
			'wrongService',
			`Credential should be scoped to correct service: '${service}'. `,
		);
	if (scope.region !== region)
		throw new SignatureRefusal(
			'wrongRegion',
			`Credential should be scoped to a valid region, not '${scope.region}'. `,
		);
	if (scope.date !== datetime.slice(0, 8))
		throw new SignatureRefusal(
			'mismatch',
			`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${datetime.slice(0, 8)}', from '${datetime}'.`,
		);
}

function checkIdentity({ accessKeyId, sessionToken }: Signature, sessions: Sessions): Identity {
	const identity = sessions.find(accessKeyId);
	const invalid = 'The security token included in the request is invalid.';
	if (!identity) throw new SignatureRefusal('unknownKey', invalid);
	if (identity.sessionToken !== sessionToken)
		throw new SignatureRefusal(sessionToken === undefined ? 'unknownKey' : 'badToken', invalid);
	if (identity.expired)
		throw new SignatureRefusal(
			'expiredToken',
			'The security token included in the request is expired',
		);
	return identity;
}

function checkTime({ datetime, expiresSeconds }: Signature): void {
	const signedAt = parseTime(datetime);
	const now = Date.now();
	const age = now - signedAt;
	const skew = (text: string, limit: number, sign: string): SignatureRefusal =>
		new SignatureRefusal(
			'clockSkew',
			`${text} ${compactTime(limit)} (${compactTime(now)} ${sign} 5 min.)`,
		);
	if (age < -tolerance)
		throw skew(`Signature not yet current: ${datetime} is still later than`, now + tolerance, '+');
	if (expiresSeconds !== undefined) {
		if (age > expiresSeconds * 1000)
			throw new SignatureRefusal('urlExpired', 'Request has expired');
	} else if (age > tolerance) {
		throw skew(`Signature expired: ${datetime} is now earlier than`, now - tolerance, '-');
	}
}

/** What was not signed could have been changed on the way. */
function checkSignedHeaders(
	{ signedHeaders }: Signature,
	headers: Record<string, string>,
	service: SigningName,
): void {
	const needed = Object.keys(headers).filter((name) =>
		service === 's3'
			? name.startsWith('x-amz-')
			: ['x-amz-date', 'x-amz-security-token'].includes(name),
	);
	for (const name of ['host', ...needed])
		if (!signedHeaders.includes(name))
			throw new SignatureRefusal(
				'headerNotSigned',
				`'${name}' must be a 'SignedHeader' in the AWS Authorization.`,
			);
}

function checkBodyHash(
	{ headers, body }: SignedRequest,
	presigned: boolean,
	service: SigningName,
): void {
	const declared = headers['x-amz-content-sha256'];
	if (service === 's3' && declared === undefined && !presigned)
		throw new SignatureRefusal(
			'unhashed',
			'Missing required header for this request: x-amz-content-sha256',
		);
	if (body && declared !== undefined && declared !== sha256(body))
		throw new SignatureRefusal('mismatch', mismatchText);
}

/** Signs the received request again, with the secret on file, the way its sender claims to have done it. */
function signAgain(
	request: SignedRequest,
	claim: Signature,
	identity: Identity,
	service: SigningName,
): { signature: string; canonicalRequest: string; stringToSign: string } {
	const presigned = claim.expiresSeconds !== undefined;
	const headers = Object.fromEntries(
		Object.entries(request.headers).filter(([name]) => claim.signedHeaders.includes(name)),
	);
	const input: SignerInput = {
		method: request.method,
		path: presigned ? request.url.replace(/([?&])X-Amz-Signature=[^&]*(&|$)/, '$1') : request.url,
		headers,
		body: request.body,
		service,
		region,
		signQuery: presigned,
		doNotModifyHeaders: true,
		extraHeadersToInclude: Object.fromEntries(claim.signedHeaders.map((name) => [name, true])),
	};
	const { accessKeyId, secretAccessKey, sessionToken } = identity;
	const signer = new aws4.RequestSigner(
		input,
		presigned ? { accessKeyId, secretAccessKey, sessionToken } : { accessKeyId, secretAccessKey },
	);
	signer.datetime = claim.datetime;
	try {
		return {
			signature: signer.signature(),
			canonicalRequest: signer.canonicalString(),
			stringToSign: signer.stringToSign(),
		};
	} catch (error) {
		if (error instanceof URIError) throw new SignatureRefusal('mismatch', mismatchText);
		throw error;
	}
}

/** Says who sent a request, or refuses it. */
export function checkSignature(
	request: SignedRequest,
	service: SigningName,
	sessions: Sessions,
): Identity {
	const { query } = splitUrl(request.url);
	const presigned = query.has('X-Amz-Algorithm');
	if (!presigned && request.headers.authorization === undefined)
		throw new SignatureRefusal('unsigned', 'Missing Authentication Token');
	const claim = presigned ? fromQuery(query) : fromHeader(request.headers);
	checkScope(claim, service);
	const identity = checkIdentity(claim, sessions);
	checkTime(claim);
	checkSignedHeaders(claim, request.headers, service);
	checkBodyHash(request, presigned, service);
	const { signature, ...signed } = signAgain(request, claim, identity, service);
	if (signature !== claim.signature)
		throw new SignatureRefusal('mismatch', mismatchText, { ...signed, provided: claim.signature });
	return identity;
}
