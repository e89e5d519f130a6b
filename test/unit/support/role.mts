import { AwsSocialMessagingApi } from '../../../credentials/AwsSocialMessagingApi.credentials.ts';
import { authenticated, fakeSts, type FakeSts } from './fake-sts.mts';
import { signatureParts } from './aws4-oracle.mts';
import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INodeParameters,
} from 'n8n-workflow';

export const credential = new AwsSocialMessagingApi();

export const SECRET = 'SECRET+value/that=never0appears';
export const TOKEN = 'TOKEN+value/that=never0appears';

let users = 0;

/** Every test has an identity, and so a session, of its own. */
export function withRole(
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	return {
		region: 'eu-west-1',
		accessKeyId: `AKIDEXAMPLE${++users}`,
		secretAccessKey: SECRET,
		sessionToken: '',
		roleArn: 'arn:aws:iam::111122223333:role/whatsapp-sender',
		externalId: '',
		roleSessionName: 'n8n',
		durationSeconds: 3600,
		assumedRole: '',
		customEndpoints: false,
		...changes,
	};
}

/**
 * A saved credential as n8n hands it over: with defaults, and without the fields that are not shown.
 * Expressions in it stay as they are, since n8n evaluates them after that.
 */
export function asSaved(raw: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return NodeHelpers.getNodeParameters(
		credential.properties,
		raw as INodeParameters,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
}

export const REQUEST: IHttpRequestOptions = {
	method: 'GET',
	url: 'https://social-messaging.amazonaws.com/v1/whatsapp/waba/list',
};

export const keyOf = (request: IHttpRequestOptions) => signatureParts(request).accessKeyId;
export const formOf = (request?: IHttpRequestOptions) =>
	Object.fromEntries(new URLSearchParams(String(request?.body)));
export const only = ({ requests }: FakeSts): IHttpRequestOptions => {
	const [request] = requests;
	if (!request || requests.length !== 1) throw new Error(`${requests.length} requests`);
	return request;
};

export async function failure(answer: unknown, changes: ICredentialDataDecryptedObject = {}) {
	const sts = fakeSts();
	sts.answers.push(answer);
	const outcome: unknown = await authenticated(sts, withRole(changes), REQUEST).catch(
		(error: unknown) => error,
	);
	if (!(outcome instanceof Error)) throw new Error('was signed');
	return outcome;
}
