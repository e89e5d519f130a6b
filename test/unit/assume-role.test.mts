import { CredentialError } from '../../aws/errors/errors.ts';
import { RENEW_SESSION_HEADER } from '../../aws/transport/renewal.ts';
import { authenticated, fakeSts } from './support/fake-sts.mts';
import {
	asSaved,
	credential,
	SECRET,
	TOKEN,
	withRole,
	REQUEST,
	keyOf,
	formOf,
	only,
} from './support/role.mts';
import { headersOf, oracleAuthorization } from './support/aws4-oracle.mts';
import { type ICredentialDataDecryptedObject, type IHttpRequestOptions } from 'n8n-workflow';

describe('a credential with a role', () => {
	it('signs with the session, and requests it with its own keys', async () => {
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

	it('sends requests that an independent signer confirms, session token included', async () => {
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

	it('renews a short session when it is about to end', async () => {
		const sts = fakeSts();
		sts.lifetime = 0.2;
		const credentials = withRole();
		await authenticated(sts, credentials, REQUEST);
		await new Promise((resolve) => setTimeout(resolve, 190));
		expect(keyOf(await authenticated(sts, credentials, REQUEST))).toBe('ASIA2');
	});

	it('accepts the expiration of a session as text too', async () => {
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
		await expect(signing).rejects.toThrow(CredentialError);
		await expect(signing).rejects.toThrow('n8n did not prepare a session');
	});
});

describe('a credential without a role', () => {
	it.each<ICredentialDataDecryptedObject>([{ roleArn: '' }, {}])(
		'asks for nothing (%p)',
		async (role) => {
			const sts = fakeSts();
			const { roleArn: _none, ...rest } = withRole({ externalId: '!', durationSeconds: 1 });
			const credentials = asSaved({ ...rest, ...role });
			const signed = await authenticated(sts, credentials, REQUEST);
			expect(keyOf(signed)).toBe(credentials.accessKeyId);
			expect(sts.requests).toEqual([]);
		},
	);
});

describe('a request to renew the session', () => {
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
					const signed = await authenticated(fakeSts(), asSaved(withRole({ roleArn })), request);
					expect(JSON.stringify(signed).toLowerCase()).not.toContain(RENEW_SESSION_HEADER);
					expect(headersOf(signed)['x-own']).toBe('1');
					expect(request.headers).toHaveProperty(name);
				}
			}
		},
	);
});
