import { defaultHost, readAwsHost, SERVICES, type AwsService, type EndpointVariant } from './hosts';
import { CredentialError } from '../errors/errors';
import { urlOf } from '../../form/url';

export interface EndpointSettings {
	region: string;
	/** Own endpoints (VPC endpoints, proxies), by service; empty or missing means AWS's default. */
	custom: Partial<Record<AwsService, string>>;
	/** Which of AWS's own endpoints to call where there is no custom one; missing means the default. */
	variant?: EndpointVariant;
}

/** What a URL stands for: the service and the Region to sign for, and the URL to really call. */
export interface Destination {
	service: AwsService;
	region: string;
	url: URL;
}

/**
 * The regionless address at which all code of this package names a service. The credential replaces
 * it, because only the credential knows the Region and the endpoints.
 */
export function serviceUrl(service: AwsService): string {
	return `https://${service}.amazonaws.com`;
}

function customEndpoint(service: AwsService, { custom }: EndpointSettings): URL | undefined {
	const endpoint = custom[service]?.trim();
	if (!endpoint) return undefined;
	const url = /^https?:\/\//i.test(endpoint) ? urlOf(endpoint) : undefined;
	if (!url) {
		throw new CredentialError(
			`The custom endpoint for ${service} is not a valid URL. It must start with https://`,
		);
	}
	return url;
}

/**
 * Says where a request has to go and what to sign for. Requests to anything but AWS and the custom
 * endpoints are refused: a session token must not reach other hosts.
 *
 * @throws CredentialError for any other host, and for a variant that AWS does not have
 */
export function resolveDestination(requested: URL, settings: EndpointSettings): Destination {
	const { region, variant = 'default' } = settings;
	const service = SERVICES.find((name) => requested.origin === serviceUrl(name));
	if (service) {
		const custom = customEndpoint(service, settings);
		const endpoint = custom ?? new URL(`https://${defaultHost(service, region, variant)}`);
		const url = new URL(requested);
		url.protocol = endpoint.protocol;
		url.host = endpoint.host;
		url.port = endpoint.port;
		url.pathname = `${endpoint.pathname.replace(/\/$/, '')}${requested.pathname}`;
		return { service, region, url };
	}
	const aws = readAwsHost(requested.hostname);
	if (aws) {
		if (requested.protocol !== 'https:' || requested.username || requested.password) {
			throw new CredentialError(
				'AWS can only be called with https:// and without a user name in the URL',
			);
		}
		return { ...aws, url: requested };
	}

	const own = SERVICES.find((name) => customEndpoint(name, settings)?.origin === requested.origin);
	if (own) return { service: own, region, url: requested };

	throw new CredentialError(
		`This credential only signs requests to AWS. The host ${requested.hostname} does not belong to its services (${SERVICES.join(', ')}).`,
	);
}
