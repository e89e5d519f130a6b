import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { AwsSocialMessagingApi } from '../../../credentials/AwsSocialMessagingApi.credentials.ts';

export interface FakeSts {
	/** The requests as n8n's HTTP helper got them, in order. */
	requests: IHttpRequestOptions[];
	/** What to answer, or to throw, instead of a session; one a request. */
	answers: unknown[];
	/** Seconds from now at which sessions end. */
	lifetime: number;
	/** `this` of `preAuthentication`. */
	helper: IHttpRequestHelper;
}

/** What STS answers when it refuses. */
export function refusal(status: number, Code: string, Message: string, headers = {}) {
	return {
		statusCode: status,
		headers,
		body: { Error: { Type: 'Sender', Code, Message }, RequestId: 'c6104cbe-af31-11e0-8154' },
	};
}

/** Gives sessions whose access key IDs are numbered: ASIA1, ASIA2, … */
export function fakeSts(): FakeSts {
	const sts: FakeSts = {
		requests: [],
		answers: [],
		lifetime: 3600,
		helper: {
			helpers: {
				httpRequest: async (request: IHttpRequestOptions): Promise<unknown> => {
					sts.requests.push(request);
					const number = sts.requests.length;
					await new Promise((resolve) => setImmediate(resolve));
					const answer = sts.answers.shift();
					if (answer instanceof Error) throw answer;
					if (answer !== undefined) return answer;
					const Credentials = {
						AccessKeyId: `ASIA${number}`,
						SecretAccessKey: `role-secret-${number}`,
						SessionToken: `role-token-${number}`,
						Expiration: Date.now() / 1000 + sts.lifetime,
					};
					const AssumeRoleResult = { AssumedRoleUser: {}, Credentials };
					return {
						statusCode: 200,
						headers: {},
						body: { AssumeRoleResponse: { AssumeRoleResult } },
					};
				},
			},
		},
	};
	return sts;
}

const credential = new AwsSocialMessagingApi();

/** What n8n does before it sends a request: the same credential is prepared, then signed with. */
export async function authenticated(
	sts: FakeSts,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	await credential.preAuthentication.call(sts.helper, credentials);
	return await credential.authenticate(credentials, request);
}
