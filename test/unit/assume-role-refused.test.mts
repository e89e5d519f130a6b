import { CredentialError, StsUnavailable } from '../../aws/errors/errors.ts';
import { NodeApiError, type INode } from 'n8n-workflow';
import { authenticated, fakeSts, refusal } from './support/fake-sts.mts';
import { SECRET, TOKEN, withRole, REQUEST, keyOf, failure } from './support/role.mts';

describe('a refusal of AWS', () => {
	it('names the three things that must match, in AWS and in the credential', async () => {
		const words =
			'User: arn:aws:iam::111122223333:user/n8n is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/whatsapp-sender';
		const { name, message } = await failure(refusal(403, 'AccessDenied', words));
		expect(name).toBe(CredentialError.NAME);
		expect(message).toMatch(
			/^AWS did not allow this identity to assume the credential's role\. .*trust policy.*sts:AssumeRole.*'External ID'/,
		);
		expect(message).toContain(`AccessDenied, ${words} (request ID c6104cbe-af31-11e0-8154)`);
	});

	it.each([
		['ExpiredToken', /temporary AWS credentials have expired, so the role could not be assumed/],
		['InvalidClientTokenId', /access key.*'Access Key ID'/],
		['SignatureDoesNotMatch', /secret access key of the AWS credential.*'Secret Access Key'/],
	])("of the credential's own keys says what is wrong with them: %s", async (code, text) => {
		const error = await failure(refusal(403, code, `the Canonical String: ${TOKEN} ${SECRET}`));
		expect(error).toBeInstanceOf(CredentialError);
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
		[403, 'RegionDisabledException', 'STS is not activated in this region', /not activated/],
		[400, 'SomethingNew', '', /AWS says: SomethingNew \(request ID/],
	])('%p %s is a problem of the credential', async (status, code, text, expected) => {
		const error = await failure(refusal(status, code, text));
		expect(error).toBeInstanceOf(CredentialError);
		expect(error.message).toMatch(expected);
	});

	it('shows no secret, and no more than fits on a screen', async () => {
		const words = `${SECRET} ${TOKEN} `.repeat(1000);
		for (const code of ['AccessDenied', 'ExpiredToken', 'SignatureDoesNotMatch', 'Other']) {
			const error = await failure(refusal(403, code, words), { sessionToken: TOKEN });
			expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(
				/SECRET|TOKEN/,
			);
			expect(error.message.length).toBeLessThan(1200);
		}
	});

	it("reaches the node through n8n's wrapping", async () => {
		const error = await failure(refusal(403, 'AccessDenied', 'no'));
		const wrapped = new NodeApiError({} as INode, error as never);
		expect(wrapped.message).toBe(error.message);
		expect(wrapped.cause).toMatchObject({ name: CredentialError.NAME });
	});
});

describe("a response that is not AWS's", () => {
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
	])('is not a session: %s', async (_name, answer) => {
		const error = await failure(answer);
		expect(error).toBeInstanceOf(CredentialError);
		expect(error.message).toContain('the response from sts.eu-west-1.amazonaws.com');
	});
});

describe('a temporary problem', () => {
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
	])('has its own name, with host and code: %s', async (_name, answer, code) => {
		const error = await failure(answer);
		expect(error).toBeInstanceOf(StsUnavailable);
		expect(error).toMatchObject({
			name: 'AwsStsUnavailable',
			host: 'sts.eu-west-1.amazonaws.com',
			code,
		});
		expect(`${error.message} ${error.stack}`).not.toContain(SECRET);
	});

	it('is retried by the next request', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		sts.answers.push(withCode('ECONNREFUSED'));
		await expect(authenticated(sts, credentials, REQUEST)).rejects.toThrow(StsUnavailable);
		expect(keyOf(await authenticated(sts, credentials, REQUEST))).toBe('ASIA2');
	});

	it("reaches the node through n8n's wrapping", async () => {
		const error = await failure(withCode('ECONNREFUSED'));
		const wrapped = new NodeApiError({} as INode, error as never);
		expect(wrapped.cause).toMatchObject({ name: 'AwsStsUnavailable', code: 'ECONNREFUSED' });
	});

	it('does not include what n8n itself forbids', async () => {
		const error = await failure(new Error('Domain not allowed'));
		expect(error).not.toBeInstanceOf(StsUnavailable);
		expect(error.message).toBe('Domain not allowed');
	});
});
