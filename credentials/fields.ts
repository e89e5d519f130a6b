import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { DEFAULT_SESSION_NAME, SESSION_SECONDS } from './settings';

const WITH_ROLE: IDisplayOptions = { show: { roleArn: [{ _cnd: { not: '' } }] } };

/** Signing with a role instead of with the keys themselves. */
export const ROLE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Role ARN',
		name: 'roleArn',
		type: 'string',
		default: '',
		placeholder: 'e.g. arn:aws:iam::111122223333:role/whatsapp-sender',
		description:
			'The role to assume with these keys, in this or another AWS account. Leave empty to use the keys directly.',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7f3c-example',
		displayOptions: WITH_ROLE,
		description: "Only needed if the role's trust policy requires one",
	},
	{
		displayName: 'Role Session Name',
		name: 'roleSessionName',
		type: 'string',
		default: DEFAULT_SESSION_NAME,
		displayOptions: WITH_ROLE,
		description: 'Session name shown in AWS CloudTrail for actions taken with the role',
	},
	{
		displayName: 'Session Duration (Seconds)',
		name: 'durationSeconds',
		type: 'number',
		typeOptions: {
			minValue: SESSION_SECONDS.min,
			maxValue: SESSION_SECONDS.max,
			numberPrecision: 0,
		},
		default: SESSION_SECONDS.default,
		displayOptions: WITH_ROLE,
		description:
			'How long a session lasts before n8n requests a new one, 900 to 43200. It cannot be longer than the role allows, or longer than 3600 if the keys themselves come from a role.',
	},
	{
		// Always empty: an empty field of this kind makes n8n call `preAuthentication` before every request.
		displayName: 'Assumed Role',
		name: 'assumedRole',
		type: 'hidden',
		typeOptions: { expirable: true },
		default: '',
	},
];

const FIPS_REGIONS =
	'AWS documents FIPS endpoints for us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 and ca-west-1';

function customEndpoint(displayName: string, name: string, placeholder: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		displayOptions: { show: { customEndpoints: [true] } },
	};
}

/** Where AWS is called. */
export const ENDPOINT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Custom Endpoints',
		name: 'customEndpoints',
		type: 'boolean',
		default: false,
		description: 'Whether to call AWS through your own endpoints, such as VPC endpoints',
	},
	{
		displayName: 'Endpoints',
		name: 'endpointVariant',
		type: 'options',
		options: [
			{ name: 'Default', value: 'default', description: 'IPv4' },
			{
				name: 'Dual-Stack (IPv4 and IPv6)',
				value: 'dualStack',
				description: 'For servers that reach AWS over IPv6',
			},
			{
				name: 'FIPS',
				value: 'fips',
				description: `With FIPS 140 validated cryptography. ${FIPS_REGIONS}.`,
			},
			{
				name: 'FIPS and Dual-Stack',
				value: 'fipsDualStack',
				description: `Both at once. ${FIPS_REGIONS}.`,
			},
		],
		default: 'default',
		displayOptions: { show: { customEndpoints: [false] } },
		description: "Which of AWS's endpoints to call",
	},
	customEndpoint(
		'Social Messaging Endpoint',
		'socialMessagingEndpoint',
		'e.g. https://vpce-0abc.social-messaging.eu-west-1.vpce.amazonaws.com',
	),
	customEndpoint(
		'S3 Endpoint',
		's3Endpoint',
		'e.g. https://bucket.vpce-0abc.s3.eu-west-1.vpce.amazonaws.com',
	),
	customEndpoint(
		'SNS Endpoint',
		'snsEndpoint',
		'e.g. https://vpce-0abc.sns.eu-west-1.vpce.amazonaws.com',
	),
	customEndpoint(
		'STS Endpoint',
		'stsEndpoint',
		'e.g. https://vpce-0abc.sts.eu-west-1.vpce.amazonaws.com',
	),
];
