import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { serviceUrl } from '../aws/endpoints/endpoints';
import { REGIONS } from '../aws/endpoints/regions';
import { takeRenewal } from '../aws/transport/renewal';
import { signRequest } from '../aws/transport/request';
import { ENDPOINT_FIELDS, ROLE_FIELDS } from './fields';
import { endpointsOf, OTHER_REGION } from './settings';
import { rememberHelpers, signingKeys } from './signIn';

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
				{ name: 'Other', value: OTHER_REGION, description: 'Enter the code of another region' },
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
		...ROLE_FIELDS,
		...ENDPOINT_FIELDS,
	];

	/**
	 * n8n calls this before every request, since the hidden field is always empty. It does not know the
	 * request yet, and so not the proxy to take, so that only the way to send is kept. Nothing is given
	 * back, because n8n would write it into its database.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		rememberHelpers(credentials, this.helpers);
		return {};
	}

	/**
	 * Signs for AWS, as the role if there is one.
	 *
	 * @throws SigningError, also if AWS refuses the role, StsUnavailable if it may allow it later
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		incoming: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { request, refusedAt } = takeRenewal(incoming);
		const keys = await signingKeys(credentials, request, refusedAt);
		return await signRequest(request, keys, endpointsOf(credentials));
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
						"AWS does not recognize this access key, or the session token does not match it. Check 'Access Key ID' and, for temporary credentials, 'Session Token'.",
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
						'The clock of this n8n server is wrong by more than five minutes, so AWS rejects its signatures. Correct the clock, for example with NTP, and try again.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Error.Code',
					value: 'SignatureDoesNotMatch',
					message:
						"The secret does not match this access key. Check 'Secret Access Key': paste it again, or create a new key if it is lost.",
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
