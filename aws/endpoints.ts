import { CredentialProblem } from './problem';

/** The services this package talks to, by the name that goes into their signatures. */
export const SERVICES = ['social-messaging', 's3', 'sns', 'sts'] as const;
export type AwsService = (typeof SERVICES)[number];

export interface EndpointSettings {
	region: string;
	/** Own endpoints (VPC endpoints, proxies), by service; empty or missing means AWS's default. */
	custom: Partial<Record<AwsService, string>>;
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

const DNS_SUFFIXES: Array<[regionPrefix: string, suffix: string]> = [
	['cn-', 'amazonaws.com.cn'],
	['eusc-', 'amazonaws.eu'],
	['us-isob-', 'sc2s.sgov.gov'],
	['us-iso-', 'c2s.ic.gov'],
];

function defaultEndpoint(service: AwsService, region: string): string {
	const [, suffix] = DNS_SUFFIXES.find(([prefix]) => region.startsWith(prefix)) ?? [
		'',
		'amazonaws.com',
	];
	return `https://${service}.${region}.${suffix}`;
}

function customEndpoint(service: AwsService, { custom }: EndpointSettings): URL | undefined {
	const endpoint = custom[service]?.trim();
	if (!endpoint) return undefined;
	if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
		throw new CredentialProblem(
			`The custom endpoint for ${service} is not a URL. It has to start with https://`,
		);
	}
	return new URL(endpoint);
}

/** Hosts of AWS itself, e.g. bucket.s3.eu-west-1.amazonaws.com or social-messaging-fips.us-east-1.api.aws. */
const AWS_HOST =
	/(?:^|\.)(social-messaging|s3|sns|sts)(?:-fips)?(?:\.dualstack)?\.([a-z]{2,}(?:-[a-z]+)+-\d)\.(?:vpce\.)?(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov)$/;

/**
 * Says where a request has to go and what to sign for. Requests to anything but AWS and the custom
 * endpoints are refused: a session token must not reach other hosts.
 *
 * @throws CredentialProblem for any other host
 */
export function resolveDestination(requested: URL, settings: EndpointSettings): Destination {
	const { region } = settings;
	const service = SERVICES.find((name) => requested.origin === serviceUrl(name));
	if (service) {
		const custom = customEndpoint(service, settings);
		const endpoint = custom ?? new URL(defaultEndpoint(service, region));
		const url = new URL(requested);
		url.protocol = endpoint.protocol;
		url.host = endpoint.host;
		url.port = endpoint.port;
		url.pathname = `${endpoint.pathname.replace(/\/$/, '')}${requested.pathname}`;
		return { service, region, url };
	}
	const [, awsService, awsRegion] = AWS_HOST.exec(requested.hostname) ?? [];
	const named = SERVICES.find((name) => name === awsService);
	if (named && awsRegion) {
		if (requested.protocol !== 'https:' || requested.username || requested.password) {
			throw new CredentialProblem(
				'AWS is only called with https:// and without a user in the address',
			);
		}
		return { service: named, region: awsRegion, url: requested };
	}

	const own = SERVICES.find((name) => customEndpoint(name, settings)?.origin === requested.origin);
	if (own) return { service: own, region, url: requested };

	throw new CredentialProblem(
		`This credential only signs requests to AWS. The host ${requested.hostname} is not one of the services it is made for (${SERVICES.join(', ')}).`,
	);
}
