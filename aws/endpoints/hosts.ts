import { CredentialError } from '../errors/errors';

/** The services this package talks to, by the name that goes into their signatures. */
export const SERVICES = ['social-messaging', 's3', 'sns', 'sts'] as const;
export type AwsService = (typeof SERVICES)[number];

/** A part of AWS that is separate from the others, with its own accounts and its own domain names. */
interface Partition {
	/** As it is called in ARNs. */
	name: string;
	/** The domain of its endpoints. */
	dnsSuffix: string;
	/** The domain of its endpoints that answer over IPv4 and IPv6. */
	dualStackDnsSuffix: string;
}

const partition = (name: string, dnsSuffix: string, dualStackDnsSuffix: string): Partition => ({
	name,
	dnsSuffix,
	dualStackDnsSuffix,
});

const COMMERCIAL = partition('aws', 'amazonaws.com', 'api.aws');

/** Source: the partition data of AWS's SDKs, by what the codes of a partition's Regions begin with. */
const BY_REGION_PREFIX: Array<[regionPrefix: string, partition: Partition]> = [
	['cn-', partition('aws-cn', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn')],
	['us-gov-', partition('aws-us-gov', 'amazonaws.com', 'api.aws')],
	['eusc-', partition('aws-eusc', 'amazonaws.eu', 'api.amazonwebservices.eu')],
	['us-iso-', partition('aws-iso', 'c2s.ic.gov', 'api.aws.ic.gov')],
	['us-isob-', partition('aws-iso-b', 'sc2s.sgov.gov', 'api.aws.scloud')],
	['eu-isoe-', partition('aws-iso-e', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk')],
	['us-isof-', partition('aws-iso-f', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov')],
];

/** The partition of a Region; like AWS's SDKs, a Region that is not known yet counts as commercial. */
function partitionOf(region: string): Partition {
	const [, found] = BY_REGION_PREFIX.find(([prefix]) => region.startsWith(prefix)) ?? [];
	return found ?? COMMERCIAL;
}

/**
 * Which of AWS's endpoints of a service is called: over IPv4 only or over IPv6 too, with ordinary or
 * with FIPS 140 validated cryptography.
 */
export const ENDPOINT_VARIANTS = ['default', 'dualStack', 'fips', 'fipsDualStack'] as const;
export type EndpointVariant = (typeof ENDPOINT_VARIANTS)[number];

/** Services whose ordinary endpoints in GovCloud are the validated ones. */
const FIPS_ANYWAY_IN_GOVCLOUD: readonly AwsService[] = ['sns', 'sts'];

/**
 * The host of a service. Source: the endpoint rules of AWS's SDKs. They do not say in which Regions
 * a variant is really there, and no list of that exists for all services.
 *
 * @throws CredentialError where the rules exclude the variant
 */
export function defaultHost(service: AwsService, region: string, variant: EndpointVariant): string {
	const { name, dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
	const isFips = variant === 'fips' || variant === 'fipsDualStack';
	const isDualStack = variant === 'dualStack' || variant === 'fipsDualStack';
	if (service === 's3') {
		if (isFips && name === 'aws-cn') {
			throw new CredentialError(
				"Amazon S3 has no FIPS endpoints in China. Choose another value for 'Endpoints' in the AWS credential.",
			);
		}
		// S3 is older than the domain of the other services' dual-stack endpoints.
		return `s3${isFips ? '-fips' : ''}${isDualStack ? '.dualstack' : ''}.${region}.${dnsSuffix}`;
	}
	const isOrdinary =
		!isFips || (!isDualStack && name === 'aws-us-gov' && FIPS_ANYWAY_IN_GOVCLOUD.includes(service));
	return `${service}${isOrdinary ? '' : '-fips'}.${region}.${isDualStack ? dualStackDnsSuffix : dnsSuffix}`;
}

/** The domains of all partitions. */
const SUFFIX = [COMMERCIAL, ...BY_REGION_PREFIX.map(([, each]) => each)]
	.flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix])
	.map((suffix) => suffix.replaceAll('.', '\\.'))
	.join('|');

/** e.g. bucket.s3.eu-west-1.amazonaws.com or vpce-1.sns.eu-west-1.vpce.amazonaws.com */
const HOST = new RegExp(
	`(?:^|\\.)(${SERVICES.join('|')})(?:-fips)?(?:\\.dualstack)?\\.([a-z]{2,}(?:-[a-z]+)+-\\d+)\\.(?:vpce\\.)?(${SUFFIX})$`,
);

/**
 * The service and the Region that a host of AWS itself stands for, all variants, buckets and VPC
 * endpoints included; undefined for every other host. The domain has to be that of the Region's
 * partition, to the last letter.
 */
export function readAwsHost(hostname: string): { service: AwsService; region: string } | undefined {
	const [, label, region = '', suffix = ''] = HOST.exec(hostname) ?? [];
	const service = SERVICES.find((name) => name === label);
	const { dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
	const isAws = suffix === dnsSuffix || suffix === dualStackDnsSuffix;
	return service && isAws ? { service, region } : undefined;
}
