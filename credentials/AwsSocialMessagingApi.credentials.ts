import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { serviceUrl } from '../aws/endpoints';
import { CredentialProblem } from '../aws/problem';
import { REGIONS } from '../aws/regions';
import { signRequest } from '../aws/request';

const OTHER_REGION = 'other';

/** Keys are pasted from consoles and mails, with blanks and line ends around them. */
function trimmed(credentials: ICredentialDataDecryptedObject, name: string): string {
	const value = credentials[name];
	return typeof value === 'string' ? value.trim() : '';
}

function required(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	label: string,
): string {
	const value = trimmed(credentials, name);
	if (!value) throw new CredentialProblem(`'${label}' is empty in the AWS credential`);
	return value;
}

function regionOf(credentials: ICredentialDataDecryptedObject): string {
	const region =
		trimmed(credentials, 'region') === OTHER_REGION
			? required(credentials, 'otherRegion', 'Region Code')
			: required(credentials, 'region', 'Region');
	if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
		throw new CredentialProblem(
			`'Region' in the AWS credential is not a region code such as eu-west-1`,
		);
	}
	return region;
}

function customEndpointsOf(credentials: ICredentialDataDecryptedObject) {
	if (credentials.customEndpoints !== true) return {};
	return {
		'social-messaging': trimmed(credentials, 'socialMessagingEndpoint'),
		s3: trimmed(credentials, 's3Endpoint'),
		sns: trimmed(credentials, 'snsEndpoint'),
		sts: trimmed(credentials, 'stsEndpoint'),
	};
}

function endpointField(displayName: string, name: string, placeholder: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		displayOptions: { show: { customEndpoints: [true] } },
	};
}

export class AwsSocialMessagingApi implements ICredentialType {
	name = 'awsSocialMessagingApi';

	displayName = 'AWS End User Messaging Social API';

	icon: Icon = {
		light: 'file:../icons/awsWhatsApp.svg',
		dark: 'file:../icons/awsWhatsApp.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-aws-whatsapp/n8n-nodes-aws-whatsapp#credential';

	/** The node's own endpoints are the only ones that `authenticate` signs for. */
	hideDomainRestrictionFields = true;

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				...REGIONS.map(({ name, value }) => ({ name: `${name} - ${value}`, value })),
				{ name: 'Other', value: OTHER_REGION, description: 'Type the code of another region' },
			],
			default: 'us-east-1',
			description: 'The region in which your WhatsApp Business Account is linked to AWS',
		},
		{
			displayName: 'Region Code',
			name: 'otherRegion',
			type: 'string',
			default: '',
			placeholder: 'e.g. eu-west-1',
			displayOptions: { show: { region: [OTHER_REGION] } },
		},
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. AKIA…',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretAccessKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for temporary credentials, whose access key ID begins with ASIA',
		},
		{
			displayName: 'Custom Endpoints',
			name: 'customEndpoints',
			type: 'boolean',
			default: false,
			description: 'Whether to call AWS through own endpoints, for instance VPC endpoints',
		},
		endpointField(
			'Social Messaging Endpoint',
			'socialMessagingEndpoint',
			'e.g. https://vpce-0abc.social-messaging.eu-west-1.vpce.amazonaws.com',
		),
		endpointField(
			'S3 Endpoint',
			's3Endpoint',
			'e.g. https://bucket.vpce-0abc.s3.eu-west-1.vpce.amazonaws.com',
		),
		endpointField(
			'SNS Endpoint',
			'snsEndpoint',
			'e.g. https://vpce-0abc.sns.eu-west-1.vpce.amazonaws.com',
		),
		endpointField(
			'STS Endpoint',
			'stsEndpoint',
			'e.g. https://vpce-0abc.sts.eu-west-1.vpce.amazonaws.com',
		),
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await signRequest(
			request,
			{
				accessKeyId: required(credentials, 'accessKeyId', 'Access Key ID'),
				secretAccessKey: required(credentials, 'secretAccessKey', 'Secret Access Key'),
				sessionToken: trimmed(credentials, 'sessionToken') || undefined,
			},
			{ region: regionOf(credentials), custom: customEndpointsOf(credentials) },
		);
	}

	/**
	 * Asks AWS whose keys these are, which every identity may do. All refusals come with the same
	 * HTTP status, so the answer is taken as it is and told apart by its body.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: serviceUrl('sts'),
			url: '/',
			method: 'POST',
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
			},
			body: 'Action=GetCallerIdentity&Version=2011-06-15',
			ignoreHttpStatusErrors: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Error.Code',
					value: 'InvalidClientTokenId',
					message:
						"AWS does not know this access key, or the session token does not belong to it. Check 'Access Key ID' and, for temporary credentials, 'Session Token'.",
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Error.Code',
					value: 'ExpiredToken',
					message:
						"The session token has expired. Create new temporary credentials and paste all three values, or use a long-lived access key and leave 'Session Token' empty.",
				},
			},
			{
				// A wrong clock shares its code with a wrong secret. n8n can only compare values, and the
				// third letter tells AWS's texts apart: "Signature expired", "Signature not yet current"
				// for the clock, "The request signature we calculated" for the secret.
				type: 'responseSuccessBody',
				properties: {
					key: 'Error.Message[2]',
					value: 'g',
					message:
						'The clock of this n8n server is wrong by more than five minutes, so AWS refuses its signatures. Set the clock (NTP) and try again.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Error.Code',
					value: 'SignatureDoesNotMatch',
					message:
						"The secret does not belong to this access key. Check 'Secret Access Key': paste it again, or create a new key if it is lost.",
				},
			},
			{
				// Anything else that is not the expected answer; without this rule it would pass.
				type: 'responseSuccessBody',
				properties: {
					key: 'GetCallerIdentityResponse.GetCallerIdentityResult.Arn',
					value: undefined,
					message:
						"AWS did not confirm these keys. Check 'Region', the keys and, if used, the custom STS endpoint.",
				},
			},
		],
	};
}
