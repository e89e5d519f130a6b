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
import { takeRenewal } from '../aws/transport/renewal';
import { signRequest } from '../aws/transport/request';
import { properties as propertiesOf } from '../form/field';
import { bucketName } from './bucket';
import { endpointFields, endpointsOf, regionFields } from './endpoints';
import { keyFields } from './keys';
import { formOf } from './readers';
import { roleFields } from './role';
import { helpersOf, signingKeys } from './signIn';

/** What an answer of the credential's test means if it holds a value in that place. */
const whereBody = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key, value, message },
});

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

	properties: INodeProperties[] = propertiesOf([
		...regionFields,
		...keyFields,
		bucketName,
		...roleFields,
		...endpointFields,
	]);

	/**
	 * n8n calls this before every request, since the hidden field is always empty. It does not know the
	 * request yet, and so not the proxy to take, so that only the way to send is kept. Nothing is given
	 * back, because n8n would write it into its database.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		helpersOf.set(credentials, this.helpers);
		return {};
	}

	/**
	 * Signs for AWS, as the role if there is one.
	 *
	 * @throws CredentialError, also if AWS refuses the role, StsUnavailable if it may allow it later
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		incoming: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { request, refusedAt } = takeRenewal(incoming);
		const keys = await signingKeys(credentials, request, refusedAt);
		return await signRequest(request, keys, endpointsOf(formOf(credentials)));
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
			whereBody(
				'Error.Code',
				'InvalidClientTokenId',
				"AWS does not recognize this access key, or the session token does not match it. Check 'Access Key ID' and, for temporary credentials, 'Session Token'.",
			),
			whereBody(
				'Error.Code',
				'ExpiredToken',
				"The session token has expired. Create new temporary credentials and paste all three values, or use a long-lived access key and leave 'Session Token' empty.",
			),
			// A wrong clock shares its code with a wrong secret. n8n can only compare values, and the
			// third letter tells AWS's texts apart: "Signature expired", "Signature not yet current"
			// for the clock, "The request signature we calculated" for the secret.
			whereBody(
				'Error.Message[2]',
				'g',
				'The clock of this n8n server is wrong by more than 5 minutes, so AWS rejects its signatures. Correct the clock, for example with NTP, and try again.',
			),
			whereBody(
				'Error.Code',
				'SignatureDoesNotMatch',
				"The secret does not match this access key. Check 'Secret Access Key': paste it again, or create a new key if it is lost.",
			),
			// Anything else that is not the expected answer; without this rule it would pass.
			whereBody(
				'GetCallerIdentityResponse.GetCallerIdentityResult.Arn',
				undefined,
				"AWS did not confirm these keys. Check 'Region', the keys and, if used, the custom STS endpoint.",
			),
		],
	};
}
