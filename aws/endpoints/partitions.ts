/** A part of AWS that is separate from the others, with its own accounts and its own domain names. */
export interface Partition {
	/** As it is called in ARNs. */
	name: string;
	/** The domain of its endpoints. */
	dnsSuffix: string;
	/** The domain of its endpoints that answer over IPv4 and IPv6. */
	dualStackDnsSuffix: string;
}

const COMMERCIAL: Partition = {
	name: 'aws',
	dnsSuffix: 'amazonaws.com',
	dualStackDnsSuffix: 'api.aws',
};

/** Source: the partition data of AWS's SDKs, by what the codes of a partition's Regions begin with. */
const BY_REGION_PREFIX: Array<[regionPrefix: string, partition: Partition]> = [
	[
		'cn-',
		{
			name: 'aws-cn',
			dnsSuffix: 'amazonaws.com.cn',
			dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
		},
	],
	['us-gov-', { ...COMMERCIAL, name: 'aws-us-gov' }],
	[
		'eusc-',
		{
			name: 'aws-eusc',
			dnsSuffix: 'amazonaws.eu',
			dualStackDnsSuffix: 'api.amazonwebservices.eu',
		},
	],
	['us-iso-', { name: 'aws-iso', dnsSuffix: 'c2s.ic.gov', dualStackDnsSuffix: 'api.aws.ic.gov' }],
	[
		'us-isob-',
		{ name: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', dualStackDnsSuffix: 'api.aws.scloud' },
	],
	[
		'eu-isoe-',
		{
			name: 'aws-iso-e',
			dnsSuffix: 'cloud.adc-e.uk',
			dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
		},
	],
	[
		'us-isof-',
		{
			name: 'aws-iso-f',
			dnsSuffix: 'csp.hci.ic.gov',
			dualStackDnsSuffix: 'api.aws.hci.ic.gov',
		},
	],
];

/** The partition of a Region; like AWS's SDKs, a Region that is not known yet counts as commercial. */
export function partitionOf(region: string): Partition {
	const [, partition] = BY_REGION_PREFIX.find(([prefix]) => region.startsWith(prefix)) ?? [];
	return partition ?? COMMERCIAL;
}

/** The domains of all partitions, each once. */
export const DNS_SUFFIXES: readonly string[] = [
	...new Set(
		[COMMERCIAL, ...BY_REGION_PREFIX.map(([, partition]) => partition)].flatMap(
			({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix],
		),
	),
];
