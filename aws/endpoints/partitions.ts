/** A part of AWS that is separate from the others, with its own accounts and its own domain names. */
export interface Partition {
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
export function partitionOf(region: string): Partition {
	const [, found] = BY_REGION_PREFIX.find(([prefix]) => region.startsWith(prefix)) ?? [];
	return found ?? COMMERCIAL;
}

/** The domains of all partitions, each once. */
export const DNS_SUFFIXES = new Set(
	[COMMERCIAL, ...BY_REGION_PREFIX.map(([, each]) => each)].flatMap(
		({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix],
	),
);
