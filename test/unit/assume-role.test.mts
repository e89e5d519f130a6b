import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError, type INode } from 'n8n-workflow';
import { CredentialProblem, SignInUnavailable } from '../../aws/problem.ts';
import { RENEW_SESSION_HEADER } from '../../aws/renewal.ts';
import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { headersOf, oracleAuthorization, signatureParts } from './support/aws4-oracle.mts';
import { authenticated, fakeSts, refusal, type FakeSts } from './support/fake-sts.mts';

const credential = new AwsSocialMessagingApi();

const SECRET = 'SECRET+value/that=never0appears';
const TOKEN = 'TOKEN+value/that=never0appears';

let users = 0;

/** Every test has an identity, and so a session, of its own. */
function withRole(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
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

const REQUEST: IHttpRequestOptions = {
	method: 'GET',
	url: 'https://social-messaging.amazonaws.com/v1/whatsapp/waba/list',
};

const keyOf = (request: IHttpRequestOptions) => signatureParts(request).accessKeyId;
const formOf = (request?: IHttpRequestOptions) =>
	Object.fromEntries(new URLSearchParams(String(request?.body)));
const only = ({ requests }: FakeSts): IHttpRequestOptions => {
	const [request] = requests;
	if (!request || requests.length !== 1) throw new Error(`${requests.length} requests`);
	return request;
};

async function failure(answer: unknown, changes: ICredentialDataDecryptedObject = {}) {
	const sts = fakeSts();
	sts.answers.push(answer);
	const outcome: unknown = await authenticated(sts, withRole(changes), REQUEST).catch(
		(error: unknown) => error,
	);
	if (!(outcome instanceof Error)) throw new Error('was signed');
	return outcome;
}

describe('a credential with a role', () => {
	it('signs with the session, and asks for it with its own keys', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		const signed = await authenticated(sts, credentials, REQUEST);
		expect(keyOf(signed)).toBe('ASIA1');
		expect(headersOf(signed)['x-amz-security-token']).toBe('role-token-1');
		const asked = only(sts);
		expect(keyOf(asked)).toBe(credentials.accessKeyId);
		expect(headersOf(asked)).not.toHaveProperty('x-amz-security-token');
		expect(headersOf(asked).accept).toBe('application/json');
		expect(asked).toMatchObject({
			method: 'POST',
			url: 'https://sts.eu-west-1.amazonaws.com/',
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			returnFullResponse: true,
		});
		expect(formOf(asked)).toEqual({
			Action: 'AssumeRole',
			Version: '2011-06-15',
			RoleArn: 'arn:aws:iam::111122223333:role/whatsapp-sender',
			RoleSessionName: 'n8n',
			DurationSeconds: '3600',
		});
	});

	it('asks in a way that an independent signer confirms, session token included', async () => {
		const sts = fakeSts();
		const credentials = withRole({ sessionToken: TOKEN, externalId: 'a+b=c/d:e@f,g.h-i' });
		await authenticated(sts, credentials, REQUEST);
		const asked = only(sts);
		expect(headersOf(asked)['x-amz-security-token']).toBe(TOKEN);
		expect(formOf(asked).ExternalId).toBe('a+b=c/d:e@f,g.h-i');
		const { 'x-amz-date': date = '' } = headersOf(asked);
		jest.useFakeTimers({
			now: Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5')),
		});
		const oracle = oracleAuthorization(
			asked,
			{ service: 'sts', region: 'eu-west-1' },
			{
				accessKeyId: String(credentials.accessKeyId),
				secretAccessKey: SECRET,
				sessionToken: TOKEN,
			},
		);
		jest.useRealTimers();
		expect(headersOf(asked).authorization).toBe(oracle);
	});

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		[
			'the custom endpoint of STS',
			{ customEndpoints: true, stsEndpoint: ' http://127.0.0.1:4566/sts\n' },
			'http://127.0.0.1:4566/sts/',
		],
		[
			'the endpoint variant',
			{ region: 'us-east-1', endpointVariant: 'fips' },
			'https://sts-fips.us-east-1.amazonaws.com/',
		],
	])('asks at %s', async (_name, changes, url) => {
		const sts = fakeSts();
		await authenticated(sts, withRole(changes), REQUEST);
		expect(only(sts).url).toBe(url);
	});

	it('asks once for 500 requests at once and for those that follow', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		const send = async () => await authenticated(sts, { ...credentials }, REQUEST);
		const signed = await Promise.all(Array.from({ length: 500 }, send));
		expect(new Set(signed.map(keyOf))).toEqual(new Set(['ASIA1']));
		await send();
		expect(sts.requests).toHaveLength(1);
	});

	it('gives n8n nothing to store', async () => {
		const credentials = withRole();
		const before = { ...credentials };
		expect(await credential.preAuthentication.call(fakeSts().helper, credentials)).toEqual({});
		expect(credentials).toEqual(before);
	});

	it('never uses the session of another credential', async () => {
		const sts = fakeSts();
		const one = withRole();
		const keys = [];
		for (const credentials of [
			one,
			{ ...one, externalId: 'other' },
			{ ...one, roleArn: 'arn:aws:iam::444455556666:role/whatsapp-sender' },
			{ ...one, secretAccessKey: 'other' },
			{ ...one, region: 'eu-west-3' },
			one,
		]) {
			keys.push(keyOf(await authenticated(sts, credentials, REQUEST)));
		}
		expect(keys).toEqual(['ASIA1', 'ASIA2', 'ASIA3', 'ASIA4', 'ASIA5', 'ASIA1']);
	});

	it('renews a session of two seconds when it is about to end', async () => {
		const sts = fakeSts();
		sts.lifetime = 2;
		const credentials = withRole();
		await authenticated(sts, credentials, REQUEST);
		await new Promise((resolve) => setTimeout(resolve, 1900));
		expect(keyOf(await authenticated(sts, credentials, REQUEST))).toBe('ASIA2');
	});

	it('takes the end of a session as text too', async () => {
		const sts = fakeSts();
		const Credentials = {
			AccessKeyId: 'ASIATEXT',
			SecretAccessKey: 's',
			SessionToken: 't',
			Expiration: new Date(Date.now() + 3_600_000).toISOString(),
		};
		const body = { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } };
		sts.answers.push({ statusCode: 200, headers: {}, body: JSON.stringify(body) });
		expect(keyOf(await authenticated(sts, withRole(), REQUEST))).toBe('ASIATEXT');
	});

	it('says so when nobody prepared a session', async () => {
		const signing = credential.authenticate(withRole(), REQUEST);
		await expect(signing).rejects.toThrow(CredentialProblem);
		await expect(signing).rejects.toThrow('n8n did not prepare a session');
	});
});

describe('a credential without a role', () => {
	it.each(['', ' \n', undefined, null])('asks for nothing (%p)', async (roleArn) => {
		const sts = fakeSts();
		const credentials = withRole({
			roleArn: roleArn as string,
			externalId: '!',
			durationSeconds: 1,
		});
		const signed = await authenticated(sts, credentials, REQUEST);
		expect(keyOf(signed)).toBe(credentials.accessKeyId);
		expect(sts.requests).toEqual([]);
	});
});

describe('the request to renew the session', () => {
	const renewing = (value: unknown, name = RENEW_SESSION_HEADER): IHttpRequestOptions => ({
		...REQUEST,
		headers: { 'X-Own': '1', [name]: value as string },
	});

	it('renews it once for 500 refused requests', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		await authenticated(sts, credentials, REQUEST);
		const refusedAt = Date.now();
		await new Promise((resolve) => setTimeout(resolve, 5));
		const signed = await Promise.all(
			Array.from(
				{ length: 500 },
				async () => await authenticated(sts, { ...credentials }, renewing(refusedAt)),
			),
		);
		expect(new Set(signed.map(keyOf))).toEqual(new Set(['ASIA2']));
		expect(sts.requests).toHaveLength(2);
	});

	it('of an attempt that began before the session was obtained does nothing', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		await authenticated(sts, credentials, REQUEST);
		const signed = await authenticated(sts, credentials, renewing(Date.now() - 60_000));
		expect(keyOf(signed)).toBe('ASIA1');
	});

	it.each([
		'',
		'never',
		'-1',
		'NaN',
		'Infinity',
		'9'.repeat(400),
		'9'.repeat(10_000),
		'1e99',
		null,
		undefined,
		{},
		[],
	])('that makes no sense (%p) does nothing', async (value) => {
		const sts = fakeSts();
		const credentials = withRole();
		await authenticated(sts, credentials, REQUEST);
		expect(keyOf(await authenticated(sts, credentials, renewing(value)))).toBe('ASIA1');
	});

	it.each([RENEW_SESSION_HEADER, 'X-N8n-Renew-Session', 'X-N8N-RENEW-SESSION'])(
		'is never sent, with a role or without (%s)',
		async (name) => {
			for (const roleArn of [String(withRole().roleArn), '']) {
				for (const value of [Date.now(), String(Date.now()), 'x', '']) {
					const request = renewing(value, name);
					const signed = await authenticated(fakeSts(), withRole({ roleArn }), request);
					expect(JSON.stringify(signed).toLowerCase()).not.toContain(RENEW_SESSION_HEADER);
					expect(headersOf(signed)['x-own']).toBe('1');
					expect(request.headers).toHaveProperty(name);
				}
			}
		},
	);
});

describe('a refusal of AWS', () => {
	it('names the three things that have to fit, in AWS and in the credential', async () => {
		const words =
			'User: arn:aws:iam::111122223333:user/n8n is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/whatsapp-sender';
		const { name, message } = await failure(refusal(403, 'AccessDenied', words));
		expect(name).toBe(CredentialProblem.NAME);
		expect(message).toMatch(
			/^AWS refused to let this identity assume the role of the credential\. .*trust policy.*sts:AssumeRole.*'External ID'/,
		);
		expect(message).toContain(`AccessDenied, ${words} (request ID c6104cbe-af31-11e0-8154)`);
	});

	it.each([
		['ExpiredToken', /temporary AWS credentials have expired, so the role could not be assumed/],
		['InvalidClientTokenId', /does not know the access key.*'Access Key ID'/],
		['SignatureDoesNotMatch', /secret of the AWS credential.*'Secret Access Key'/],
	])('of the own keys says what is wrong with them: %s', async (code, text) => {
		const error = await failure(refusal(403, code, `the Canonical String: ${TOKEN} ${SECRET}`));
		expect(error).toBeInstanceOf(CredentialProblem);
		expect(error.message).toMatch(text);
	});

	it('for a wrong clock says so', async () => {
		const error = await failure(
			refusal(403, 'SignatureDoesNotMatch', 'Signature expired: 20260329T010000Z is now earlier'),
		);
		expect(error.message).toMatch(/clock of this n8n server is wrong/);
	});

	it.each([
		[
			400,
			'ValidationError',
			'The requested DurationSeconds exceeds the MaxSessionDuration',
			/Session Duration/,
		],
		[403, 'RegionDisabledException', 'STS is not activated in this region', /switched off/],
		[400, 'SomethingNew', '', /AWS says: SomethingNew \(request ID/],
	])('%p %s is a problem of the credential', async (status, code, text, expected) => {
		const error = await failure(refusal(status, code, text));
		expect(error).toBeInstanceOf(CredentialProblem);
		expect(error.message).toMatch(expected);
	});

	it('tells no secret, and no more than fits on a screen', async () => {
		const words = `${SECRET} ${TOKEN} `.repeat(1000);
		for (const code of ['AccessDenied', 'ExpiredToken', 'SignatureDoesNotMatch', 'Other']) {
			const error = await failure(refusal(403, code, words), { sessionToken: TOKEN });
			expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(
				/SECRET|TOKEN/,
			);
			expect(error.message.length).toBeLessThan(1200);
		}
	});

	it('reaches the node through the wrapping of n8n', async () => {
		const error = await failure(refusal(403, 'AccessDenied', 'no'));
		const wrapped = new NodeApiError({} as INode, error as never);
		expect(wrapped.message).toBe(error.message);
		expect(wrapped.cause).toMatchObject({ name: CredentialProblem.NAME });
	});
});

describe('what does not come from AWS', () => {
	it.each<[string, unknown]>([
		['a page', { statusCode: 200, headers: {}, body: '<html>Sign in to the network</html>' }],
		['a page of a proxy', { statusCode: 403, headers: {}, body: '<html>Forbidden</html>' }],
		['a redirect', { statusCode: 302, headers: { location: 'https://evil.com' }, body: '' }],
		['another document', { statusCode: 200, headers: {}, body: { AssumeRoleResponse: 'ok' } }],
		['half an answer', { statusCode: 200, headers: {}, body: '{"AssumeRoleResponse":{"Ass' }],
		[
			'an answer without a token',
			{
				statusCode: 200,
				headers: {},
				body: {
					AssumeRoleResponse: {
						AssumeRoleResult: {
							Credentials: { AccessKeyId: 'A', SecretAccessKey: 'B', Expiration: 2e9 },
						},
					},
				},
			},
		],
		['nothing', null],
	])('is no session: %s', async (_name, answer) => {
		const error = await failure(answer);
		expect(error).toBeInstanceOf(CredentialProblem);
		expect(error.message).toContain('what sts.eu-west-1.amazonaws.com answered');
	});
});

describe('what may pass', () => {
	const withCode = (code: string, cause?: Error) =>
		Object.assign(new Error(`request failed with ${SECRET}`, { cause }), { code });

	it.each<[string, unknown, string]>([
		['no connection', withCode('ECONNREFUSED'), 'ECONNREFUSED'],
		['a cause', new Error('x', { cause: withCode('ENOTFOUND') }), 'ENOTFOUND'],
		['a wrapped cause', withCode('ERR_NETWORK', withCode('ECONNRESET')), 'ECONNRESET'],
		['several addresses', new AggregateError([withCode('ETIMEDOUT')]), 'ETIMEDOUT'],
		['an untrusted certificate', withCode('CERT_HAS_EXPIRED'), 'CERT_HAS_EXPIRED'],
		['throttling', refusal(400, 'Throttling', 'Rate exceeded'), 'Throttling'],
		['throttling, by status', refusal(429, 'TooMany', ''), 'TooMany'],
		['a failure of AWS', refusal(500, 'InternalFailure', ''), 'InternalFailure'],
		['a gateway', { statusCode: 503, headers: {}, body: '<html></html>' }, 'HTTP 503'],
	])('is told apart by its name, with host and code: %s', async (_name, answer, code) => {
		const error = await failure(answer);
		expect(error).toBeInstanceOf(SignInUnavailable);
		expect(error).toMatchObject({
			name: 'AwsSignInUnavailable',
			host: 'sts.eu-west-1.amazonaws.com',
			code,
		});
		expect(`${error.message} ${error.stack}`).not.toContain(SECRET);
	});

	it('is asked again by the next request', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		sts.answers.push(withCode('ECONNREFUSED'));
		await expect(authenticated(sts, credentials, REQUEST)).rejects.toThrow(SignInUnavailable);
		expect(keyOf(await authenticated(sts, credentials, REQUEST))).toBe('ASIA2');
	});

	it('reaches the node through the wrapping of n8n', async () => {
		const error = await failure(withCode('ECONNREFUSED'));
		const wrapped = new NodeApiError({} as INode, error as never);
		expect(wrapped.cause).toMatchObject({ name: 'AwsSignInUnavailable', code: 'ECONNREFUSED' });
	});

	it('is not what n8n itself forbids', async () => {
		const error = await failure(new Error('Domain not allowed'));
		expect(error).not.toBeInstanceOf(SignInUnavailable);
		expect(error.message).toBe('Domain not allowed');
	});
});
