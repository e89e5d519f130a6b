import { createServer, type Server } from 'node:http';
import { BUCKET, fileContent, fileItem, jsonOf, useSetting } from './setting.mts';

/* What something between n8n and AWS says is not attributed to AWS. */

const setting = useSetting();
let proxy: Server;
let answer: { status: number; headers?: Record<string, string>; body?: string };
let asked = 0;
beforeAll(async () => {
	proxy = createServer((_request, response) => {
		asked++;
		response.writeHead(answer.status, answer.headers).end(answer.body);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	proxy.closeAllConnections();
	await new Promise((resolve) => proxy.close(resolve));
});
beforeEach(async () => {
	asked = 0;
});

const through = () => ({
	messageType: 'text',
	textBody: 'Hello',
	requestOptions: { proxy: `http://127.0.0.1:${(proxy.address() as { port: number }).port}` },
});
const page = { 'content-type': 'text/html' };

describe('a proxy', () => {
	it.each([
		[
			'asks for a login',
			{ status: 407, headers: page, body: 'Proxy login' },
			/proxy .* requires authentication/,
			/user:password@host:port/,
		],
		[
			'refuses',
			{ status: 403, headers: page, body: '<h1>Forbidden</h1>' },
			/proxy or firewall .* refused/,
			/HTTP 403/,
		],
		['refuses without a word', { status: 403 }, /proxy or firewall .* refused/, /HTTP 403/],
		[
			'knows no such host',
			{ status: 404, headers: page, body: '' },
			/proxy or firewall/,
			/HTTP 404/,
		],
		[
			'asks to slow down',
			{ status: 429, headers: { 'retry-after': '3600' } },
			/receiving too many requests/,
			/3,600 seconds/,
		],
		[
			'received no response',
			{ status: 504, headers: page, body: '' },
			/gateway answered instead of AWS/,
			/HTTP 504/,
		],
		[
			'sends to its login page',
			{ status: 302, headers: { location: 'http://login.example/' } },
			/another region/,
			/login page/,
		],
	])('that %s is distinguished from AWS', async (_name, given, message, description) => {
		answer = given;
		const { error } = await setting.send(through());
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(`${error?.message}${error?.description}`).not.toMatch(/IAM|AWS says/);
		expect(asked).toBe(1);
	});

	it('that requires a login has certainly not forwarded the message', async () => {
		answer = { status: 407 };
		const result = await setting.send(through(), { onError: 'continueRegularOutput' });
		expect(jsonOf(result)[0]).toMatchObject({ details: { outcome: 'notDone' } });
	});
});

describe('a bucket in another region', () => {
	const xml = (code: string, more = '') =>
		`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Elsewhere</Message>${more}</Error>`;

	it.each([
		['301 PermanentRedirect', 301, xml('PermanentRedirect')],
		['307 TemporaryRedirect', 307, xml('TemporaryRedirect')],
		['302 Redirect', 302, xml('Redirect')],
		['308 without a name', 308, ''],
		['301 without a name', 301, ''],
		['400 IllegalLocationConstraintException', 400, xml('IllegalLocationConstraintException')],
		[
			'400 AuthorizationHeaderMalformed',
			400,
			xml('AuthorizationHeaderMalformed', '<Region>eu-central-1</Region>'),
		],
	])('is reported as such: %s', async (_name, status, body) => {
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 's3',
			answer: {
				status,
				headers: { 'x-amz-bucket-region': 'eu-central-1', 'x-amz-request-id': '1' },
				body,
			},
		});
		const { error } = await setting.send(
			{ messageType: 'document', bucketName: BUCKET },
			{ items: [fileItem(fileContent('application/pdf'), 'a.pdf', 'application/pdf')] },
		);
		expect(error?.message).toBe('The bucket or endpoint is in another region');
		expect(error?.description).toContain('eu-central-1');
	});
});

describe('every operation', () => {
	it('says what is missing from an answer that lacks what the API promises', async () => {
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 'socialMessaging',
			answer: { status: 200, body: '{}' },
		});
		const { error } = await setting.run('flow', 'get', {
			flowId: { __rl: true, mode: 'list', value: '1013859600285441' },
		});
		expect(error?.description).toContain('without "flowId" and "flowName" and "flowStatus"');
	});
});
