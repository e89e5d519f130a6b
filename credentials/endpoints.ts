import type { EndpointSettings } from '../aws/endpoints/endpoints';
import { ENDPOINT_VARIANTS, type AwsService } from '../aws/endpoints/hosts';
import { REGIONS } from '../aws/endpoints/regions';
import { choice, flag } from '../form/choices';
import { fieldOf, propertyWith, type Field } from '../form/field';
import type { Form } from '../form/form';
import { switchOf } from '../form/spelling';
import { shownWhen } from '../form/variants';
import { line, needed, optional, pasted, refuse, unlessNothing } from './readers';

/** The value of 'Region' that stands for 'Region Code'. */
const OTHER_REGION = 'other';

const region = fieldOf(
	propertyWith(
		'options',
		{
			displayName: 'Region',
			name: 'region',
			options: [
				...REGIONS.map(({ name, value }) => ({ name: `${name} - ${value}`, value })),
				{ name: 'Other', value: OTHER_REGION, description: 'Enter the code of another region' },
			],
			default: 'us-east-1',
		},
		{ description: 'The region in which your WhatsApp Business Account is linked to AWS' },
	),
	needed(pasted),
);

const otherRegion = line('Region Code', 'otherRegion', needed(pasted), {
	example: 'eu-west-1',
	displayOptions: { show: { region: [OTHER_REGION] } },
});

/** The region of the account. */
export const regionFields = [region, otherRegion];

const { property: custom } = flag('Custom Endpoints', 'customEndpoints', {
	default: false,
	description: 'Whether to call AWS through your own endpoints, such as VPC endpoints',
});

const customEndpoints = unlessNothing(
	fieldOf(custom, (value, label) =>
		value === undefined ? false : (switchOf(value) ?? refuse(label, 'is neither true nor false')),
	),
);

const FIPS_REGIONS =
	'AWS documents FIPS endpoints for us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 and ca-west-1';

const { property: variants } = choice(
	'Endpoints',
	'endpointVariant',
	{
		default: ['Default', 'IPv4'],
		dualStack: ['Dual-Stack (IPv4 and IPv6)', 'For servers that reach AWS over IPv6'],
		fips: ['FIPS', `With FIPS 140 validated cryptography. ${FIPS_REGIONS}.`],
		fipsDualStack: ['FIPS and Dual-Stack', `Both at once. ${FIPS_REGIONS}.`],
	},
	{
		default: 'default',
		displayOptions: { show: { customEndpoints: [false] } },
		description: 'Which AWS endpoints to use',
	},
);

const endpointVariant = unlessNothing(
	fieldOf(variants, (value, label) => {
		const wanted = optional(value) || 'default';
		const variant = ENDPOINT_VARIANTS.find((name) => name === wanted);
		return variant ?? refuse(label, `is not one of ${ENDPOINT_VARIANTS.join(', ')}`);
	}),
);

/** A custom endpoint; empty for AWS's. One that was to come from an expression must not become AWS's. */
const ownEndpoint = (displayName: string, name: string, example: string) =>
	unlessNothing(
		line(displayName, name, pasted, { example: `https://${example}.eu-west-1.vpce.amazonaws.com` }),
		(value) => value === undefined || value === null,
	);

const OWN: Record<AwsService, Field<string>> = {
	'social-messaging': ownEndpoint(
		'Social Messaging Endpoint',
		'socialMessagingEndpoint',
		'vpce-0abc.social-messaging',
	),
	s3: ownEndpoint('S3 Endpoint', 's3Endpoint', 'bucket.vpce-0abc.s3'),
	sns: ownEndpoint('SNS Endpoint', 'snsEndpoint', 'vpce-0abc.sns'),
	sts: ownEndpoint('STS Endpoint', 'stsEndpoint', 'vpce-0abc.sts'),
};

/** Where AWS is called. */
export const endpointFields = [
	customEndpoints,
	endpointVariant,
	...shownWhen({ customEndpoints: [true] }, Object.values(OWN)),
];

/**
 * The custom endpoints by service, empty ones for AWS's; nothing where they are switched off.
 *
 * @throws CredentialError where the switch is neither on nor off, an endpoint is not text, or a value
 * was to come from an expression that returned nothing
 */
export function customEndpointsOf(form: Form): EndpointSettings['custom'] | undefined {
	if (!customEndpoints.of(form)) return undefined;
	return Object.fromEntries(
		Object.entries(OWN).map(([service, field]) => [service, field.of(form)]),
	);
}

/**
 * Where AWS is called.
 *
 * @throws CredentialError where the region is not a region code or the variant not one of AWS's, and as
 * `customEndpointsOf`
 */
export function endpointsOf(form: Form): EndpointSettings {
	const chosen = region.of(form);
	const code = chosen === OTHER_REGION ? otherRegion.of(form) : chosen;
	if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(code)) {
		refuse(form.label(region), 'is not a region code such as eu-west-1');
	}
	const own = customEndpointsOf(form);
	return own
		? { region: code, custom: own, variant: 'default' }
		: { region: code, custom: {}, variant: endpointVariant.of(form) };
}
