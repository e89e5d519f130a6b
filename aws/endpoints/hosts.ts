import { DNS_SUFFIXES, partitionOf } from './partitions';
import { SigningError } from '../errors/signingError';
import { SERVICES, type AwsService } from './services';

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
 * @throws SigningError where the rules exclude the variant
 */
export function defaultHost(service: AwsService, region: string, variant: EndpointVariant): string {
	const { name, dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
	const isFips = variant === 'fips' || variant === 'fipsDualStack';
	const isDualStack = variant === 'dualStack' || variant === 'fipsDualStack';
	if (service === 's3') {
		if (isFips && name === 'aws-cn') {
			throw new SigningError(
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

const SUFFIX = [...DNS_SUFFIXES].map((suffix) => suffix.replaceAll('.', '\\.')).join('|');

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
