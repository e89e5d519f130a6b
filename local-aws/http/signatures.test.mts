import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ListLinkedWhatsAppBusinessAccountsCommand } from '@aws-sdk/client-socialmessaging';
import aws4 from 'aws4';
import { useLocalAws } from '../use-local-aws.mts';
import { s3Client, signedFetch, socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();

const listAccounts = new ListLinkedWhatsAppBusinessAccountsCommand({});
const listObjects = new ListObjectsV2Command({ Bucket: 'whatsapp-media' });
const identityForm = 'Action=GetCallerIdentity&Version=2011-06-15';

const minutes = 60_000;

function whoAmI(
	credentials?: aws4.Credentials,
	headers: Record<string, string> = {},
): Promise<Response> {
	return signedFetch(
		aws,
		{ service: 'sts', method: 'POST', path: '/', body: identityForm, headers },
		credentials,
	);
}

/** `X-Amz-Date` of another time, for clients that have no clock to turn. */
const dateAt = (offset: number): string =>
	new Date(Date.now() + offset).toISOString().replace(/[-:]|\.\d{3}/g, '');

describe('Social Messaging', () => {
	it.each(['credentials', 'temporary'] as const)(
		'accepts the SDK signing with %s',
		async (name) => {
			const client = socialMessagingClient(aws, { credentials: aws[name] });
			await expect(client.send(listAccounts)).resolves.toMatchObject({
				linkedAccounts: expect.any(Array),
			});
			expect(aws.requests).toMatchObject([
				{ action: 'ListLinkedWhatsAppBusinessAccounts', status: 200 },
			]);
			expect(aws.requests[0]?.refusedBecause).toBeUndefined();
		},
	);

	it('refuses an unsigned request, and records it with the reason', async () => {
		const response = await fetch(`${aws.endpoints.socialMessaging}/v1/whatsapp/waba/list`);
		expect(response.status).toBe(403);
		expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
		expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
		expect(await response.json()).toEqual({ message: 'Missing Authentication Token' });
		expect(aws.requests).toMatchObject([
			{ status: 403, refusedBecause: expect.stringContaining('Missing Authentication Token') },
		]);
	});

	it('refuses a wrong secret', async () => {
		const credentials = { ...aws.credentials, secretAccessKey: 'not-the-secret' };
		await expect(
			socialMessagingClient(aws, { credentials }).send(listAccounts),
		).rejects.toMatchObject({
			name: 'InvalidSignatureException',
			message: expect.stringContaining('The request signature we calculated does not match'),
			$metadata: { httpStatusCode: 403 },
		});
	});

	it('sends the request back to a sender with a wrong signature, with its headers', async () => {
		const credentials = { ...aws.temporary, secretAccessKey: 'not-the-secret' };
		await expect(
			socialMessagingClient(aws, { credentials }).send(listAccounts),
		).rejects.toMatchObject({
			message: expect.stringMatching(
				/The Canonical String for this request should have been\n'GET\n\/v1\/whatsapp\/waba\/list\n[^]*\nx-amz-security-token:[\w+/=]+\n[^]*\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n/,
			),
		});
	});

	it('refuses an unknown access key', async () => {
		const credentials = { ...aws.credentials, accessKeyId: 'AKIANOBODY' };
		await expect(
			socialMessagingClient(aws, { credentials }).send(listAccounts),
		).rejects.toMatchObject({
			name: 'UnrecognizedClientException',
			message: 'The security token included in the request is invalid.',
		});
	});

	it('refuses a temporary key without its session token', async () => {
		const { accessKeyId, secretAccessKey } = aws.temporary;
		const client = socialMessagingClient(aws, { credentials: { accessKeyId, secretAccessKey } });
		await expect(client.send(listAccounts)).rejects.toMatchObject({
			name: 'UnrecognizedClientException',
		});
	});

	it('refuses an expired session', async () => {
		const client = socialMessagingClient(aws, { credentials: aws.expired });
		await expect(client.send(listAccounts)).rejects.toMatchObject({
			name: 'ExpiredTokenException',
			$metadata: { httpStatusCode: 403 },
		});
	});

	it.each([
		['late', -6 * minutes, /^Signature expired: \d{8}T\d{6}Z is now earlier than .* - 5 min\.\)$/],
		[
			'early',
			6 * minutes,
			/^Signature not yet current: \d{8}T\d{6}Z is still later than .* \+ 5 min\.\)$/,
		],
	])('refuses a clock that is %s', async (_which, systemClockOffset, text) => {
		const client = socialMessagingClient(aws, { systemClockOffset });
		await expect(client.send(listAccounts)).rejects.toMatchObject({
			name: 'InvalidSignatureException',
			message: expect.stringMatching(text),
		});
	});

	it('refuses a signature for another region', async () => {
		await expect(
			socialMessagingClient(aws, { region: 'us-east-1' }).send(listAccounts),
		).rejects.toMatchObject({
			name: 'InvalidSignatureException',
			message: expect.stringContaining('valid region'),
		});
	});

	it('refuses a signature for another service', async () => {
		const response = await fetch(`${aws.endpoints.socialMessaging}/v1/whatsapp/waba/list`, {
			headers: aws4.sign(
				{
					service: 's3',
					region: aws.region,
					host: new URL(aws.endpoints.socialMessaging).host,
					path: '/v1/whatsapp/waba/list',
				},
				aws.credentials,
			).headers as Record<string, string>,
		});
		expect(response.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException');
		expect(await response.text()).toContain("correct service: 'social-messaging'");
	});

	it.each([
		['body', { body: '{"id":"changed"}' }],
		['query', { path: '/v1/whatsapp/send?extra=1' }],
		['path', { path: '/v1/whatsapp/media' }],
		['method', { method: 'PUT' }],
	])('refuses a %s changed on the way', async (_what, change) => {
		const original = { method: 'POST', path: '/v1/whatsapp/send', body: '{"id":"origin0"}' };
		const endpoint = aws.endpoints.socialMessaging;
		const { headers } = aws4.sign(
			{
				...original,
				service: 'social-messaging',
				region: aws.region,
				host: new URL(endpoint).host,
			},
			aws.credentials,
		);
		const { path, ...sent } = { ...original, ...change };
		const response = await fetch(endpoint + path, {
			...sent,
			headers: headers as Record<string, string>,
		});
		expect(response.status).toBe(403);
		expect(response.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException');
	});
});

describe('STS', () => {
	it('gives the identity of the caller, in XML', async () => {
		const response = await whoAmI();
		expect(response.headers.get('content-type')).toBe('text/xml');
		const text = await response.text();
		expect(text).toContain(`<Arn>arn:aws:iam::${aws.accountId}:user/whatsapp-sender</Arn>`);
		expect(text).toContain('xmlns="https://sts.amazonaws.com/doc/2011-06-15/"');
		expect(aws.requests).toMatchObject([{ service: 'sts', action: 'GetCallerIdentity' }]);
	});

	it('gives it in JSON on request', async () => {
		const response = await whoAmI(aws.temporary, { Accept: 'application/json' });
		expect(await response.json()).toEqual({
			GetCallerIdentityResponse: {
				GetCallerIdentityResult: {
					Account: aws.accountId,
					Arn: expect.stringContaining(':assumed-role/'),
					UserId: expect.any(String),
				},
				ResponseMetadata: { RequestId: expect.any(String) },
			},
		});
	});

	it.each([
		['SignatureDoesNotMatch', () => ({ ...aws.credentials, secretAccessKey: 'wrong' })],
		['InvalidClientTokenId', () => ({ ...aws.credentials, accessKeyId: 'AKIANOBODY' })],
		['ExpiredToken', () => aws.expired],
	])('refuses with %s', async (code, credentials) => {
		const response = await whoAmI(credentials(), { Accept: 'application/json' });
		expect(response.status).toBe(403);
		expect(await response.json()).toEqual({
			Error: { Code: code, Message: expect.any(String), Type: 'Sender' },
			RequestId: expect.any(String),
		});
		expect(await (await whoAmI(credentials())).text()).toContain(`<Code>${code}</Code>`);
	});

	it('refuses a stale request with the time in its text', async () => {
		const response = await whoAmI(aws.credentials, { 'X-Amz-Date': dateAt(-10 * minutes) });
		expect(await response.text()).toMatch(
			/<Code>SignatureDoesNotMatch<\/Code><Message>Signature expired: /,
		);
	});
});

describe('S3', () => {
	it.each([
		[
			'SignatureDoesNotMatch',
			() => ({ credentials: { ...aws.credentials, secretAccessKey: 'wrong' } }),
		],
		[
			'InvalidAccessKeyId',
			() => ({ credentials: { ...aws.credentials, accessKeyId: 'AKIANOBODY' } }),
		],
		['ExpiredToken', () => ({ credentials: aws.expired })],
		['RequestTimeTooSkewed', () => ({ systemClockOffset: -20 * minutes })],
		['AuthorizationHeaderMalformed', () => ({ region: 'us-east-1' })],
	])('refuses with %s', async (name, config) => {
		await expect(s3Client(aws, config()).send(listObjects)).rejects.toMatchObject({ name });
		expect(aws.requests).toMatchObject([{ refusedBecause: expect.stringContaining(name) }]);
	});

	it('accepts temporary credentials', async () => {
		const client = s3Client(aws, { credentials: aws.temporary });
		await expect(client.send(listObjects)).resolves.toMatchObject({ KeyCount: 0 });
	});

	it('refuses an unsigned request', async () => {
		const response = await fetch(`${aws.endpoints.s3}/whatsapp-media/a.txt`);
		expect(response.status).toBe(403);
		expect(response.headers.get('x-amz-request-id')).toBeTruthy();
		expect(await response.text()).toContain('<Code>AccessDenied</Code>');
	});

	it('stores nothing if the body is not the one that was signed', async () => {
		await aws.s3.put('whatsapp-media', 'a.txt', Buffer.from('before'));
		const host = new URL(aws.endpoints.s3).host;
		const request = {
			service: 's3',
			region: aws.region,
			host,
			method: 'PUT',
			path: '/whatsapp-media/a.txt',
		};
		const signed = aws4.sign({ ...request, body: 'signed text' }, aws.credentials);
		const response = await fetch(`${aws.endpoints.s3}/whatsapp-media/a.txt`, {
			method: 'PUT',
			headers: signed.headers as Record<string, string>,
			body: 'forged text',
		});
		expect(await response.text()).toContain('<Code>XAmzContentSHA256Mismatch</Code>');
		expect(String(await aws.s3.get('whatsapp-media', 'a.txt'))).toBe('before');
	});

	it('accepts a presigned URL, and refuses it if anything in it was changed', async () => {
		await aws.s3.put('whatsapp-media', 'a b.txt', Buffer.from('hello'));
		const url = aws.s3.presign('GET', 'whatsapp-media', 'a b.txt');
		expect(await (await fetch(url)).text()).toBe('hello');
		for (const changed of [
			url.replace('a%20b', 'other'),
			url.replace('Expires=3600', 'Expires=7200'),
			url.replace(/Signature=.{4}/, 'Signature=0000'),
		])
			expect(await (await fetch(changed)).text()).toContain('<Code>SignatureDoesNotMatch</Code>');
		const put = await fetch(url, { method: 'PUT', body: 'x' });
		expect(put.status).toBe(403);
	});
});
