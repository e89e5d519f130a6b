import type { IHttpRequestOptions } from 'n8n-workflow';
import { urlOf } from '../../form/url';
import { FieldError } from '../../form/fieldError';
import type { Batching } from '../../engine/batches';
import { flag } from '../../form/readers';
import { record } from '../../form/unknown';

type Transport = Pick<IHttpRequestOptions, 'proxy' | 'timeout' | 'skipSslCertificateValidation'>;

/** The proxy in the form in which n8n's HTTP helper wants it. @throws FieldError where the address has no host */
function proxyOf(address: unknown): Transport['proxy'] {
	if (typeof address !== 'string' || address.trim() === '') return undefined;
	const url = urlOf(address.trim());
	if (!url?.hostname) {
		throw new FieldError(
			"'Proxy' is not a valid proxy URL",
			'Enter it as http://host:port, or http://user:password@host:port.',
		);
	}
	const { protocol, hostname, port, username, password } = url;
	return {
		host: hostname,
		port: Number(port) || (protocol === 'https:' ? 443 : 80),
		protocol: protocol.replace(/:$/, ''),
		...(username
			? { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }
			: {}),
	};
}

/** What n8n's 'Request Options' of a node say for the requests of an item. @throws FieldError */
export function transportOf(requestOptions: unknown): Transport {
	const { proxy, timeout, allowUnauthorizedCerts } = record(requestOptions);
	const ms = Number(timeout);
	return {
		proxy: proxyOf(proxy),
		timeout: ms > 0 ? ms : undefined,
		skipSslCertificateValidation: flag(allowUnauthorizedCerts, 'Ignore SSL Issues') === true,
	};
}

/** How n8n's 'Batching' spaces the items out, if it does. */
export function batchingOf(requestOptions: unknown): Batching | undefined {
	const { batchSize, batchInterval } = record(record(record(requestOptions).batching).batch);
	const intervalMs = Number(batchInterval);
	if (!(intervalMs > 0)) return undefined;
	const size = Math.trunc(Number(batchSize));
	return { size: size >= 1 ? size : 1, intervalMs };
}
