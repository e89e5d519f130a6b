import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { resolveDestination, type EndpointSettings } from '../endpoints/endpoints';
import { CredentialError } from '../errors/errors';
import type { CollectingRequest } from '../errors/secrets';
import { secretsOf, signedHeaders, type AwsKeys, type SignableRequest } from './signing';
import { uriEncode } from '../uri';
import { urlOf } from '../../form/url';

function queryPairs(query: IDataObject): string[] {
	return Object.entries(query).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [value])
			.filter((single) => single !== undefined && single !== null)
			.map((single) => `${uriEncode(name)}=${uriEncode(String(single))}`),
	);
}

/** n8n's HTTP Request node still names the address as its old request library did. */
type AnyRequest = CollectingRequest & { uri?: string };

/** The requested URL with the query folded in, so that what is signed is what is sent. */
function requestedUrl({ uri, url = uri ?? '', baseURL, qs }: AnyRequest): URL {
	const absolute = /^https?:\/\//i.test(url) ? url : `${(baseURL ?? '').replace(/\/$/, '')}${url}`;
	const result = urlOf(absolute);
	if (!result) throw new CredentialError(`${absolute} is not a valid URL`);
	const existing = result.search ? [result.search.slice(1)] : [];
	result.search = [...existing, ...queryPairs(qs ?? {})].join('&');
	return result;
}

type Body = SignableRequest['body'];

function isStream(body: object): body is NodeJS.ReadableStream {
	return 'pipe' in body && typeof body.pipe === 'function';
}

/**
 * The body as the bytes that will be sent. n8n hands over `{}` for "no body", and a Buffer's keys
 * must never be walked (65 MB would take gigabytes).
 */
function bodyToSend(body: IHttpRequestOptions['body']): { body: Body; isJson: boolean } {
	if (body === undefined || body === null || body === '') return { body: undefined, isJson: false };
	if (typeof body === 'string' || body instanceof Uint8Array) return { body, isJson: false };
	if (body instanceof URLSearchParams) return { body: body.toString(), isJson: false };
	if (typeof body === 'object') {
		if (isStream(body)) return { body, isJson: false };
		if (Object.keys(body).length === 0) return { body: undefined, isJson: false };
	}
	return { body: JSON.stringify(body), isJson: true };
}

function textHeaders(headers: IDataObject = {}): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** The signature, with which the very same request could be sent again. */
function signatureIn({ authorization = '' }: Record<string, string>): string[] {
	const [, signature] = /Signature=([0-9a-f]+)/.exec(authorization) ?? [];
	return signature === undefined ? [] : [signature];
}

/**
 * Turns an n8n request into a signed one: final URL, exact body, AWS Signature Version 4.
 * Redirects are off, because n8n would send the signature on to another host. A request that collects
 * what signed it is given that.
 *
 * @throws CredentialError when the request is not for AWS
 */
export async function signRequest(
	request: AnyRequest,
	keys: AwsKeys,
	endpoints: EndpointSettings,
): Promise<IHttpRequestOptions> {
	const destination = resolveDestination(requestedUrl(request), endpoints);
	const { body, isJson } = bodyToSend(request.body);
	const headers = textHeaders(request.headers);
	if (isJson) headers['content-type'] ??= 'application/json';
	const allHeaders = await signedHeaders(
		destination,
		{ method: request.method ?? 'GET', headers, body },
		keys,
	);
	request.signedWith?.push(...secretsOf(keys), ...signatureIn(allHeaders));
	const signed: AnyRequest = {
		...request,
		url: destination.url.href,
		headers: allHeaders,
		body,
		disableFollowRedirect: true,
	};
	// All of it is in the URL now.
	delete signed.uri;
	delete signed.baseURL;
	delete signed.qs;
	delete signed.signedWith;
	if (body === undefined) delete signed.body;
	return signed;
}
