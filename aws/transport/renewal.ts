import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * By this header the node tells the credential, which n8n calls, that AWS refused the
 * session of its role: "ExpiredToken". The value is the time (ms since 1970) at which the refused
 * attempt began. A session that was obtained by then is renewed before the request is signed. The
 * header never leaves n8n.
 */
export const RENEW_SESSION_HEADER = 'x-n8n-renew-session';

/** The request without the header, in whatever case it is written, and the time it named, if any. */
export function takeRenewal(request: IHttpRequestOptions): {
	request: IHttpRequestOptions;
	refusedAt: number | undefined;
} {
	const headers: IDataObject = {};
	let refusedAt: number | undefined;
	for (const [name, value] of Object.entries(request.headers ?? {})) {
		if (name.trim().toLowerCase() !== RENEW_SESSION_HEADER) headers[name] = value;
		else if (/^\d{1,15}$/.test(String(value))) refusedAt = Number(value);
	}
	return { request: request.headers ? { ...request, headers } : request, refusedAt };
}
