import type { IHttpRequestOptions } from 'n8n-workflow';

/** The way to AWS that the user chose in the node: through which proxy, and whom to trust on it. */
export type Route = Pick<IHttpRequestOptions, 'proxy' | 'skipSslCertificateValidation'>;

/** n8n's HTTP Request node still names things as its old request library did. */
type AnyRequest = IHttpRequestOptions & { rejectUnauthorized?: boolean };

/** The way of a request, for other requests that belong to it. */
export function routeOf(request: AnyRequest): Route {
	const { proxy, skipSslCertificateValidation: skip, rejectUnauthorized } = request;
	const trustsAll = skip === true || rejectUnauthorized === false;
	return {
		...(proxy ? { proxy } : {}),
		...(trustsAll ? { skipSslCertificateValidation: true } : {}),
	};
}
