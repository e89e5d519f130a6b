import { resolveDestination, serviceUrl } from '../../aws/endpoints/endpoints.ts';
import { SERVICES, type AwsService } from '../../aws/endpoints/hosts.ts';
import { CredentialError } from '../../aws/errors/errors.ts';
import { REGIONS } from '../../aws/endpoints/regions.ts';
import { signRequest } from '../../aws/transport/request.ts';
import { headersOf, oracleAuthorization, signatureParts } from './support/aws4-oracle.mts';
import { IRELAND, KEYS, TEMPORARY_KEYS } from './support/keys.mts';

const custom = (endpoints: Partial<Record<AwsService, string>>) => ({
	region: 'eu-west-1',
	custom: endpoints,
});

describe('default endpoints', () => {
	it.each([
		['eu-west-1', 'amazonaws.com'],
		['us-gov-west-1', 'amazonaws.com'],
		['cn-north-1', 'amazonaws.com.cn'],
		['eusc-de-east-1', 'amazonaws.eu'],
		['us-iso-east-1', 'c2s.ic.gov'],
		['us-isob-east-1', 'sc2s.sgov.gov'],
	])('of %s end in %s', (region, suffix) => {
		for (const service of SERVICES) {
			const { url } = resolveDestination(new URL(`${serviceUrl(service)}/a?b=c`), {
				region,
				custom: {},
			});
			expect(url.href).toBe(`https://${service}.${region}.${suffix}/a?b=c`);
		}
	});

	it('exist for every region of the list, each listed once and in order of its name', () => {
		for (const { value } of REGIONS) {
			expect(value).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
		}
		expect(new Set(REGIONS.map(({ value }) => value)).size).toBe(34);
		const names = REGIONS.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});
});

describe('custom endpoints', () => {
	it.each([
		['http://127.0.0.1:4566', 'http://127.0.0.1:4566/v1/whatsapp/send'],
		['http://[::1]:4566/', 'http://[::1]:4566/v1/whatsapp/send'],
		['https://proxy.example.com', 'https://proxy.example.com/v1/whatsapp/send'],
		['https://proxy.example.com:8443/aws/', 'https://proxy.example.com:8443/aws/v1/whatsapp/send'],
		['  HTTPS://Proxy.Example.com/a/b \n', 'https://proxy.example.com/a/b/v1/whatsapp/send'],
		[
			'https://vpce-0abc.social-messaging.eu-west-1.vpce.amazonaws.com',
			'https://vpce-0abc.social-messaging.eu-west-1.vpce.amazonaws.com/v1/whatsapp/send',
		],
	])('%p receives the request at its own host, port and path', async (endpoint, expected) => {
		const signed = await signRequest(
			{
				url: `${serviceUrl('social-messaging')}/v1/whatsapp/send`,
				method: 'POST',
				body: { a: 'ä' },
			},
			KEYS,
			custom({ 'social-messaging': endpoint }),
		);
		expect(signed.url).toBe(expected);
		expect(headersOf(signed).host).toBe(new URL(expected).host);
		expect(signatureParts(signed)).toMatchObject({
			service: 'social-messaging',
			region: 'eu-west-1',
		});
	});

	it('are signed as an independent signer signs them, port and path included', async () => {
		jest.useFakeTimers({ now: new Date('2026-05-01T00:00:00Z') });
		const signed = await signRequest(
			{ url: `${serviceUrl('s3')}/bucket/a%20b%2Bc.pdf`, method: 'GET', qs: { x: "'" } },
			KEYS,
			custom({ s3: 'https://proxy.example.com:9000/prefix' }),
		);
		const oracle = oracleAuthorization(signed, { service: 's3', region: 'eu-west-1' }, KEYS);
		jest.useRealTimers();
		expect(signed.url).toBe('https://proxy.example.com:9000/prefix/bucket/a%20b%2Bc.pdf?x=%27');
		expect(headersOf(signed).authorization).toBe(oracle);
	});

	it('apply to their own service only', () => {
		const settings = custom({ s3: 'https://files.example.com' });
		const { url } = resolveDestination(new URL(`${serviceUrl('sts')}/`), settings);
		expect(url.host).toBe('sts.eu-west-1.amazonaws.com');
	});

	it('may be addressed directly', () => {
		const settings = custom({ sns: 'https://sns.internal:8443' });
		expect(resolveDestination(new URL('https://sns.internal:8443/x'), settings)).toMatchObject({
			service: 'sns',
			region: 'eu-west-1',
		});
	});

	it('are not opened to the same host at another port or with another scheme', () => {
		const settings = custom({ sns: 'https://sns.internal:8443' });
		for (const other of ['https://sns.internal/', 'http://sns.internal:8443/']) {
			expect(() => resolveDestination(new URL(other), settings)).toThrow(CredentialError);
		}
	});

	it.each(['ftp://x', 'proxy.example.com', 'https://', 'https:// x', 'javascript:alert(1)', '/'])(
		'that are not URLs (%p) are refused by the name of their service',
		(endpoint) => {
			expect(() =>
				resolveDestination(new URL(`${serviceUrl('s3')}/`), custom({ s3: endpoint })),
			).toThrow('The custom endpoint for s3 is not a valid URL');
		},
	);

	it.each(['', '   ', '\n'])('that contain only spaces (%p) mean the default', (endpoint) => {
		const { url } = resolveDestination(new URL(`${serviceUrl('s3')}/`), custom({ s3: endpoint }));
		expect(url.host).toBe('s3.eu-west-1.amazonaws.com');
	});
});

describe("AWS's own hosts", () => {
	it.each([
		['https://s3.eu-central-1.amazonaws.com/b/k', 's3', 'eu-central-1'],
		['https://my-bucket.s3.eu-west-3.amazonaws.com/k', 's3', 'eu-west-3'],
		['https://my.dotted.bucket.s3.us-east-1.amazonaws.com/k', 's3', 'us-east-1'],
		['https://b.s3.dualstack.eu-west-1.amazonaws.com/k', 's3', 'eu-west-1'],
		['https://social-messaging-fips.us-east-1.api.aws/', 'social-messaging', 'us-east-1'],
		['https://social-messaging.us-gov-west-1.amazonaws.com/', 'social-messaging', 'us-gov-west-1'],
		['https://vpce-1.sns.ap-south-1.vpce.amazonaws.com/', 'sns', 'ap-south-1'],
		['https://sts.cn-north-1.amazonaws.com.cn/', 'sts', 'cn-north-1'],
	])('%s is signed for the service and the region in its name', (url, service, region) => {
		expect(resolveDestination(new URL(url), IRELAND)).toMatchObject({
			service,
			region,
			url: new URL(url),
		});
	});
});

describe('any other host', () => {
	const strangers = [
		'https://evil-amazonaws.com/',
		'https://evil.com/',
		'https://s3.eu-west-1.amazonaws.com.evil.com/',
		'https://s3.eu-west-1.evil-amazonaws.com/',
		'https://s3.eu-west-1.amazonaws.com@evil.com/',
		'https://s3.amazonaws.com@evil.com/',
		'https://s3.amazonaws.com:443@evil.com/',
		'https://evil.com/https://s3.eu-west-1.amazonaws.com/',
		'https://evil.com/?s3.eu-west-1.amazonaws.com',
		'https://evil.com#.s3.eu-west-1.amazonaws.com',
		'https://evil.com\\.s3.eu-west-1.amazonaws.com/',
		'https://evils3.eu-west-1.amazonaws.com/',
		'https://s3xeu-west-1.amazonaws.com/',
		'https://s3.eu-west-1.amazonawsxcom/',
		'https://s3.eu-west-1.amazonaws.com.cn.evil.com/',
		'https://ec2.eu-west-1.amazonaws.com/',
		'https://my-site.s3-website.eu-west-1.amazonaws.com/',
		'https://abc.execute-api.eu-west-1.amazonaws.com/',
		'https://s3.eu-west-1.amazonaws.com./',
		'https://ѕ3.eu-west-1.amazonaws.com/',
		'http://169.254.169.254/latest/meta-data/',
		'http://localhost:5678/',
		'https://s3.amazonaws.com:8443/',
		'http://s3.amazonaws.com/',
	];

	it.each(strangers)('%s is refused', async (url) => {
		const signing = signRequest({ url, method: 'GET' }, TEMPORARY_KEYS, IRELAND);
		await expect(signing).rejects.toThrow(CredentialError);
		await expect(signing).rejects.toThrow('This credential only signs requests to AWS');
	});

	it('is refused as a base URL too, with an error whose name keeps the keys out of the text', async () => {
		const failure = await signRequest(
			{ baseURL: 'https://evil.com/', url: '/v1/whatsapp/send' },
			TEMPORARY_KEYS,
			IRELAND,
		).catch((error: unknown) => error);
		expect(failure).toMatchObject({ name: CredentialError.NAME });
		const text = String(failure);
		expect(text).toContain('evil.com');
		expect(text).not.toContain(TEMPORARY_KEYS.secretAccessKey);
		expect(text).not.toContain(TEMPORARY_KEYS.sessionToken);
	});

	it.each(['', '/v1/whatsapp/send', 'file:///etc/passwd', 'https://', 'nonsense'])(
		'and an invalid URL (%p) is refused',
		async (url) => {
			await expect(signRequest({ url }, KEYS, IRELAND)).rejects.toThrow(CredentialError);
		},
	);
});

describe('a connection without encryption', () => {
	it("is not used for AWS's own hosts", async () => {
		await expect(
			signRequest({ url: 'http://s3.eu-west-1.amazonaws.com/b/k' }, TEMPORARY_KEYS, IRELAND),
		).rejects.toThrow(CredentialError);
	});
});
