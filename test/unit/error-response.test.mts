import { readErrorResponse, xmlText } from '../../aws/errors/errorResponse.ts';

const NOW = Date.parse('2026-03-29T02:00:00Z');

const read = (status: number, headers: Record<string, unknown>, body: unknown) =>
	readErrorResponse(status, headers, body, NOW);

const s3Error = (code: string, text: string) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text}</Message><RequestId>4442587FB7D0A2F9</RequestId><HostId>x</HostId></Error>`;

describe('the name of a refusal', () => {
	it.each([
		'ValidationException',
		'ValidationException:http://internal.amazon.com/coral/com.amazon.coral.validate/',
		'aws.protocoltests.restjson#ValidationException',
		'com.amazon.social#ValidationException:http://internal.amazon.com/coral/',
	])('is taken bare from the header %p', (header) => {
		expect(read(400, { 'x-amzn-errortype': header }, {}).name).toBe('ValidationException');
	});

	it.each([
		[{ __type: 'com.amazon.coral.service#UnrecognizedClientException' }],
		[{ code: 'UnrecognizedClientException' }],
		[{ Code: 'UnrecognizedClientException' }],
	])('is that of the document %j if there is no header', (body) => {
		expect(read(403, {}, body).name).toBe('UnrecognizedClientException');
	});

	it('of the header takes precedence over that of the document', () => {
		const refusal = read(400, { 'x-amzn-errortype': 'A' }, { __type: 'B', code: 'C' });
		expect(refusal.name).toBe('A');
	});

	it('is that of the status if a proxy answered or no name was given', () => {
		for (const body of ['<html><h1>502 Bad Gateway</h1></html>', '', undefined, null, {}, [], 7]) {
			expect(read(502, {}, body)).toMatchObject({ name: 'HTTP 502', text: '', status: 502 });
		}
	});
});

describe('the text of a refusal', () => {
	it.each([
		['message', { message: 'Rate exceeded' }],
		['Message', { Message: 'Rate exceeded' }],
		['text that is JSON', '{"message":"Rate exceeded"}'],
		['text that is JSON, with blanks around it', ' \n{"Message":"Rate exceeded"}\n'],
	])('is found: %s', (_name, body) => {
		expect(read(429, { 'x-amzn-errortype': 'ThrottledRequestException' }, body).text).toBe(
			'Rate exceeded',
		);
	});

	it('is empty if it is not text', () => {
		for (const message of [null, 5, {}, [], true, '']) {
			expect(read(400, {}, { message }).text).toBe('');
		}
	});

	it('survives broken JSON', () => {
		expect(read(500, {}, '{"message": "cut o')).toMatchObject({ name: 'HTTP 500', text: '' });
	});

	it('is unchanged: emoji, HTML, braces and long texts', () => {
		const message = `👋 <script>{{ $json }}</script> \u202e ${'x'.repeat(900)}`;
		expect(read(400, {}, { message }).text).toBe(message);
	});

	it('is cut off where nobody would read on', () => {
		const { text } = read(400, {}, { message: '👋'.repeat(10_240) });
		expect(text).toBe(`${'👋'.repeat(1000)}…`);
	});
});

describe('the XML of S3 and STS', () => {
	it('gives name, text and request ID', () => {
		expect(read(404, {}, s3Error('NoSuchBucket', 'The specified bucket does not exist'))).toEqual({
			name: 'NoSuchBucket',
			text: 'The specified bucket does not exist',
			status: 404,
			requestId: '4442587FB7D0A2F9',
			retryAfterSeconds: undefined,
		});
	});

	it('gives them from the nested error of STS', () => {
		const body =
			'<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>Expired</Message></Error><RequestId>abc</RequestId></ErrorResponse>';
		expect(read(403, {}, body)).toMatchObject({
			name: 'ExpiredToken',
			text: 'Expired',
			requestId: 'abc',
		});
	});

	it('is unescaped once, not twice', () => {
		expect(xmlText('<Key>a &lt;b&gt; &quot;c&quot; &apos;d&apos; &amp;lt;</Key>', 'Key')).toBe(
			`a <b> "c" 'd' &lt;`,
		);
	});

	it('without the element, or cut off, gives nothing', () => {
		expect(xmlText('<Error><Code>X</Code></Error>', 'Message')).toBeUndefined();
		expect(xmlText('<Message>cut o', 'Message')).toBeUndefined();
		expect(xmlText('', 'Message')).toBeUndefined();
	});

	it('of 10 MB without an end is read quickly', () => {
		const started = performance.now();
		read(500, {}, `<Error>${'<Code>'.repeat(1_700_000)}`);
		expect(performance.now() - started).toBeLessThan(5000);
	});
});

describe('the request ID', () => {
	it('is taken from the header of either kind of service', () => {
		expect(read(400, { 'x-amzn-requestid': 'a' }, {}).requestId).toBe('a');
		expect(read(400, { 'x-amz-request-id': 'b' }, {}).requestId).toBe('b');
		expect(read(400, {}, {}).requestId).toBeUndefined();
	});

	it('is ignored if the header is not text', () => {
		expect(read(400, { 'x-amzn-requestid': ['a', 'b'] }, {}).requestId).toBeUndefined();
	});
});

describe('Retry-After', () => {
	it.each([
		['0', 0],
		['7', 7],
		['3600', 3600],
		['Sun, 29 Mar 2026 02:01:30 GMT', 90],
		['Sun, 29 Mar 2026 01:00:00 GMT', 0],
	])('%p is %p seconds', (value, seconds) => {
		expect(read(429, { 'retry-after': value }, {}).retryAfterSeconds).toBe(seconds);
	});

	it.each(['', 'soon', 'NaN', 'Infinity', '1e999', '9'.repeat(400), ['5'], 5, null, undefined])(
		'%p counts as missing',
		(value) => {
			expect(read(429, { 'retry-after': value }, {}).retryAfterSeconds).toBeUndefined();
		},
	);

	it.each([
		['2.5', 2.5],
		['0.25', 0.25],
		['1.5', 1.5],
		['10.000', 10],
		[' 3 ', 3],
	])('%p is not a date but %p seconds', (value, seconds) => {
		expect(read(429, { 'retry-after': value }, {}).retryAfterSeconds).toBe(seconds);
	});

	it.each(['-1', '1.5', '0x10'])('%p never becomes a negative wait', (value) => {
		const seconds = read(429, { 'retry-after': value }, {}).retryAfterSeconds ?? 0;
		expect(seconds).toBeGreaterThanOrEqual(0);
	});
});
