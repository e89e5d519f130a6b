import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { serviceUrl } from '../../aws/endpoints/endpoints.ts';
import type { AwsService } from '../../aws/endpoints/hosts.ts';
import { signRequest } from '../../aws/transport/request.ts';
import { uriEncode } from '../../aws/uri.ts';
import {
	freezeDate,
	headersOf,
	oracleAuthorization,
	signatureParts,
} from './support/aws4-oracle.mts';
import { IRELAND, KEYS, TEMPORARY_KEYS } from './support/keys.mts';

beforeAll(() => freezeDate('2026-03-29T01:59:59Z'));
afterAll(() => {
	jest.useRealTimers();
});

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

async function expectSameSignature(
	service: AwsService,
	request: Partial<IHttpRequestOptions>,
	keys = KEYS,
): Promise<IHttpRequestOptions> {
	const url = `${serviceUrl(service)}${request.url ?? '/'}`;
	const signed = await signRequest({ ...request, url }, keys, IRELAND);
	expect(headersOf(signed).authorization).toBe(
		oracleAuthorization(signed, { service, region: 'eu-west-1' }, keys),
	);
	return signed;
}

describe('the signature equals that of an independent signer', () => {
	it.each<[name: string, qs: IHttpRequestOptions['qs']]>([
		['blanks', { name: 'two words  and more' }],
		['plus signs', { name: 'a+b', nextToken: 'abc+/==' }],
		["the characters !'()*", { name: "!'()*" }],
		['reserved characters', { name: ":/?#[]@!$&'()*+,;=%" }],
		['umlauts and emoji', { name: 'Grüße 👩‍👩‍👧' }],
		['text that is already percent-encoded', { name: '%20%2F%zz' }],
		['empty values', { name: '', other: 'x' }],
		['numbers and booleans', { maxResults: 10, deleteAllTemplates: true }],
		['names that need encoding', { 'x y': '1', 'ä[]': '2' }],
		['names in the wrong order', { b: '1', a: '2', A: '3', 'a-b': '4' }],
		['repeated keys', { tag: ['b', 'a', 'a b'] }],
		['an ARN', { id: 'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb25' }],
	])('for a query with %s', async (_name, qs) => {
		const signed = await expectSameSignature('social-messaging', {
			url: '/v1/whatsapp/waba/details',
			qs,
		});
		expect(signed.qs).toBeUndefined();
		expect(new URL(signed.url).origin).toBe('https://social-messaging.eu-west-1.amazonaws.com');
	});

	it('for a query that is partly in the URL', async () => {
		const signed = await expectSameSignature('social-messaging', {
			url: '/v1/whatsapp/waba/phone?id=phone-number-id-1',
			qs: { z: 'ä', a: "it's" },
			method: 'PUT',
			body: { callSettings: { callEnabled: true } },
		});
		expect(new URL(signed.url).search).toBe('?id=phone-number-id-1&z=%C3%A4&a=it%27s');
	});

	it('for a POST whose body n8n hands over as {}', async () => {
		const signed = await expectSameSignature('social-messaging', { method: 'POST', body: {} });
		expect(signed).not.toHaveProperty('body');
		expect(headersOf(signed)).not.toHaveProperty('content-type');
	});

	it.each(['', undefined])('for a DELETE without a body (%p)', async (body) => {
		const signed = await expectSameSignature('social-messaging', { method: 'DELETE', body });
		expect(signed).not.toHaveProperty('body');
	});

	it('for a JSON body beyond ASCII, sending the very bytes that were signed', async () => {
		const body = { text: 'Grüße, 世界 👋\n"quoted" \u0000 \u2028', html: '<b>&amp;</b>' };
		const signed = await expectSameSignature('social-messaging', {
			url: '/v1/whatsapp/send',
			method: 'POST',
			body,
		});
		expect(typeof signed.body).toBe('string');
		expect(JSON.parse(String(signed.body))).toEqual(body);
		expect(headersOf(signed)['content-type']).toBe('application/json');
	});

	it('for a list, a number and a boolean as body', async () => {
		for (const body of [[1, 2], 5, false] as Array<IHttpRequestOptions['body']>) {
			await expectSameSignature('social-messaging', { method: 'POST', body });
		}
	});

	it('for a form of STS', async () => {
		await expectSameSignature('sts', {
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
			body: 'Action=GetCallerIdentity&Version=2011-06-15',
		});
	});

	it('for URLSearchParams as body', async () => {
		const signed = await expectSameSignature('sts', {
			method: 'POST',
			body: new URLSearchParams({ Action: 'A b', Version: 'ü' }),
		});
		expect(signed.body).toBe('Action=A+b&Version=%C3%BC');
	});

	it('for a Buffer, which stays the same object', async () => {
		const body = Buffer.from([0, 255, 128, 13, 10, 0]);
		const signed = await expectSameSignature('s3', {
			url: '/my-bucket/file.bin',
			method: 'PUT',
			headers: { 'Content-Type': 'application/pdf', 'Content-Length': body.length },
			body,
		});
		expect(signed.body).toBe(body);
		expect(headersOf(signed)['x-amz-content-sha256']).toBe(sha256(body));
	});

	it('for a Buffer that is a window into a larger one', async () => {
		const body = Buffer.from('XXXXhello WhatsAppYYYY').subarray(4, 18);
		const signed = await expectSameSignature('s3', { url: '/b/k', method: 'PUT', body });
		expect(headersOf(signed)['x-amz-content-sha256']).toBe(sha256('hello WhatsApp'));
	});

	it.each([
		'my folder/an invoice.pdf',
		'a+b=c&d.pdf',
		"it's (1) [copy]!*.pdf",
		'Rechnung "März" – größe/世界/👩‍👩‍👧.pdf',
		'100%/50%25/%2e%2e.pdf',
		'double//slash/.pdf',
		'semi;colon:at@comma,dollar$~tilde#hash?mark',
		'back\\slash|pipe`^{}<>',
		'tab\tnewline\n.pdf',
		'a',
	])('for the S3 key %p', async (key) => {
		const path = key.split('/').map(uriEncode).join('/');
		const signed = await expectSameSignature('s3', { url: `/my-bucket/${path}`, method: 'GET' });
		expect(new URL(signed.url).pathname).toBe(`/my-bucket/${path}`);
		expect(decodeURIComponent(new URL(signed.url).pathname)).toBe(`/my-bucket/${key}`);
	});

	it('with a session token, which is signed as well', async () => {
		const signed = await expectSameSignature(
			'social-messaging',
			{ method: 'POST', body: { a: 1 } },
			TEMPORARY_KEYS,
		);
		expect(headersOf(signed)['x-amz-security-token']).toBe(TEMPORARY_KEYS.sessionToken);
		expect(signatureParts(signed).signedHeaders).toContain('x-amz-security-token');
	});

	it('with custom headers, in any case', async () => {
		const signed = await expectSameSignature('s3', {
			url: '/b/k',
			method: 'PUT',
			headers: {
				'X-Amz-Meta-Name': '  two   blanks ',
				'CONTENT-TYPE': 'text/plain',
				none: undefined,
			},
			body: 'x',
		});
		expect(headersOf(signed)).not.toHaveProperty('none');
		expect(signatureParts(signed).signedHeaders).toContain('x-amz-meta-name');
	});
});

describe('a stream', () => {
	it('is neither read nor copied, and sent as unsigned payload', async () => {
		let reads = 0;
		const body = new Readable({
			read() {
				reads++;
				this.push(null);
			},
		});
		const signed = await signRequest(
			{ url: `${serviceUrl('s3')}/b/k`, method: 'PUT', body },
			KEYS,
			IRELAND,
		);
		expect(signed.body).toBe(body);
		expect(reads).toBe(0);
		expect(headersOf(signed)['x-amz-content-sha256']).toBe('UNSIGNED-PAYLOAD');
		expect(headersOf(signed).authorization).toBe(
			oracleAuthorization(signed, { service: 's3', region: 'eu-west-1' }, KEYS),
		);
	});
});

describe('a large file in memory', () => {
	it('of 60 MB is signed quickly, without copies and without walking its keys', async () => {
		const target = Buffer.alloc(60 * 1024 * 1024, 7);
		const ownKeys = jest.spyOn(Object, 'keys');
		const before = process.memoryUsage();
		const started = performance.now();
		const signed = await signRequest(
			{ url: `${serviceUrl('s3')}/b/k`, method: 'PUT', body: target },
			KEYS,
			IRELAND,
		);
		const milliseconds = performance.now() - started;
		const after = process.memoryUsage();
		const walked = ownKeys.mock.calls.some(([value]) => Buffer.isBuffer(value));
		ownKeys.mockRestore();

		expect(walked).toBe(false);
		expect(signed.body).toBe(target);
		expect(milliseconds).toBeLessThan(3000);
		expect(after.heapUsed - before.heapUsed).toBeLessThan(30 * 1024 * 1024);
		expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(30 * 1024 * 1024);
	});
});

describe('the signed request', () => {
	const signSend = async () =>
		await signRequest(
			{ baseURL: serviceUrl('social-messaging'), url: '/v1/whatsapp/send', qs: {}, body: {} },
			TEMPORARY_KEYS,
			IRELAND,
		);

	it('has the current date and the scope of its service and region', async () => {
		const signed = await signSend();
		expect(headersOf(signed)['x-amz-date']).toBe('20260329T015959Z');
		expect(signatureParts(signed)).toMatchObject({
			accessKeyId: 'ASIDEXAMPLE',
			date: '20260329',
			region: 'eu-west-1',
			service: 'social-messaging',
		});
	});

	it('is a complete URL with nothing left for others to assemble', async () => {
		const signed = await signSend();
		expect(signed).not.toHaveProperty('baseURL');
		expect(signed).not.toHaveProperty('qs');
		expect(signed.url).toBe('https://social-messaging.eu-west-1.amazonaws.com/v1/whatsapp/send');
	});

	it('never follows a redirect with its signature', async () => {
		expect((await signSend()).disableFollowRedirect).toBe(true);
	});

	it('does not change the original request, so that it can be signed again', async () => {
		const original: IHttpRequestOptions = {
			baseURL: serviceUrl('social-messaging'),
			url: '/v1/whatsapp/send',
			qs: { a: 1 },
			headers: { 'X-Own': '1' },
			body: { b: 2 },
		};
		const copy = structuredClone(original);
		await signRequest(original, KEYS, IRELAND);
		expect(original).toEqual(copy);
	});

	it('contains the secret nowhere', async () => {
		const signed = await signRequest(
			{ url: `${serviceUrl('s3')}/b/k`, method: 'PUT', body: 'x' },
			TEMPORARY_KEYS,
			IRELAND,
		);
		expect(JSON.stringify(signed)).not.toContain(TEMPORARY_KEYS.secretAccessKey);
	});
});
