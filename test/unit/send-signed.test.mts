import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { sendSigned, getPublic, type Caller } from '../../aws/transport/sendSigned.ts';
import {
	CanceledError,
	FileError,
	NetworkError,
	AwsServiceError,
} from '../../aws/errors/errors.ts';
import { timeLimits } from '../../aws/transport/timeLimits.ts';
import { inNoTime, useFakeTime } from './support/time.mts';

useFakeTime();

type Respond = (request: IHttpRequestOptions, signal: AbortSignal) => Promise<unknown>;

/** n8n's HTTP helper as far as it is needed here: it ends with the caller's signal. */
function callerWith(respond: Respond, canceled?: AbortSignal): Caller {
	const caller = {
		getExecutionCancelSignal: () => canceled,
		helpers: {
			async httpRequestWithAuthentication(
				this: { getExecutionCancelSignal(): AbortSignal },
				_credential: string,
				request: IHttpRequestOptions,
			) {
				const signal = this.getExecutionCancelSignal();
				const aborted = new Promise<never>((_resolve, reject) => {
					const stop = () => reject(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' }));
					signal.addEventListener('abort', stop);
					if (signal.aborted) stop();
				});
				return await Promise.race([respond(request, signal), aborted]);
			},
		},
	};
	return caller as unknown as Caller;
}

const url = 'https://s3.amazonaws.com/bucket/key';
const never = new Promise<never>(() => undefined);
const failureOfExchange = async (caller: Caller, request: Partial<IHttpRequestOptions>) =>
	await inNoTime(
		sendSigned(caller, { url, ...request }).then(
			() => undefined,
			(failure: unknown) => failure,
		),
	);

/** Reads a body to its end, as the HTTP library does when it sends it. */
async function drain(body: unknown): Promise<number> {
	let bytes = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) bytes += chunk.length;
	return bytes;
}

describe('the time limits of a request', () => {
	it.each([
		['by default', undefined, 0, { answer: 120_000, idle: 30_000, whole: 120_000 }],
		['with a timeout of the user', 2_000, 0, { answer: 2_000, idle: 2_000, whole: 2_000 }],
		['with a long one', 600_000, 0, { answer: 600_000, idle: 30_000, whole: 600_000 }],
		[
			'with a file of 1 MB',
			undefined,
			1_000_000,
			{ answer: 120_000, idle: 30_000, whole: 140_000 },
		],
		['with none that is one', 0, 0, { answer: 120_000, idle: 30_000, whole: 120_000 }],
	])('%s', (_name, timeout, bytes, limits) => {
		expect(timeLimits(timeout, bytes)).toEqual(limits);
	});
});

describe('a request', () => {
	it('that is never answered ends when its time is up', async () => {
		const started = Date.now();
		const failure = await failureOfExchange(
			callerWith(async () => await never),
			{ timeout: 300 },
		);
		expect(failure).toBeInstanceOf(NetworkError);
		expect(failure).toMatchObject({
			isTimeout: true,
			code: expect.stringMatching(/^no response within 0\.\d s$/),
		});
		expect(Date.now() - started).toBeGreaterThanOrEqual(300);
		expect(Date.now() - started).toBeLessThan(1500);
	});

	it('that is canceled ends at once, with an unknown outcome', async () => {
		const cancel = new AbortController();
		const running = failureOfExchange(
			callerWith(async () => await never, cancel.signal),
			{},
		);
		await jest.advanceTimersByTimeAsync(10);
		cancel.abort();
		expect(await running).toEqual(new CanceledError(true));
	});

	it('that is canceled before it leaves does not leave', async () => {
		let left = 0;
		const caller = callerWith(async () => left++, AbortSignal.abort());
		expect(await failureOfExchange(caller, {})).toMatchObject({ known: 'notDone' });
		expect(left).toBe(0);
	});

	it('leaves no timer running, however it ends', async () => {
		const cancel = new AbortController();
		const canceled = failureOfExchange(
			callerWith(() => never, cancel.signal),
			{},
		);
		cancel.abort();
		await canceled;
		await failureOfExchange(
			callerWith(() => never),
			{ timeout: 500 },
		);
		await failureOfExchange(
			callerWith(async () => ({ statusCode: 200, headers: {}, body: {} })),
			{},
		);
		await jest.advanceTimersByTimeAsync(1000);
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('a file on its way to S3', () => {
	const put = (body: Readable, announced: number, timeout = 400) => ({
		method: 'PUT' as const,
		headers: { 'content-length': announced },
		body,
		timeout,
	});
	/** S3 waits for as many bytes as were announced. */
	const s3 = callerWith(async ({ body, headers }) => {
		const bytes = await drain(body);
		if (bytes < Number(headers?.['content-length'])) await never;
		return { statusCode: 200, headers: {}, body: '' };
	});

	it('that is as long as announced arrives', async () => {
		expect(
			await failureOfExchange(s3, put(Readable.from([Buffer.alloc(5), Buffer.alloc(5)]), 10)),
		).toBeUndefined();
	});

	it.each([
		['is shorter', [Buffer.alloc(4)], 10],
		['has nothing', [], 10],
		['is longer', [Buffer.alloc(8), Buffer.alloc(8)], 10],
		['is longer by one', [Buffer.alloc(11)], 10],
	])(
		'that %s ends at once with the reason, and is not treated as a slow connection',
		async (_name, pieces, announced) => {
			const started = Date.now();
			const failure = await failureOfExchange(s3, put(Readable.from(pieces), announced, 60_000));
			expect(failure).toBeInstanceOf(FileError);
			expect((failure as FileError).description).toContain('n8n reported 10 bytes');
			expect(Date.now() - started).toBeLessThan(1000);
		},
	);

	it.each<[string, Caller]>([
		[
			'is not read',
			callerWith(async () => {
				throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
			}),
		],
		['S3 refuses', callerWith(async () => ({ statusCode: 403, headers: {}, body: '' }))],
		['is canceled before it leaves', callerWith(() => never, AbortSignal.abort())],
		['never gets an answer', callerWith(() => never)],
	])('that %s is let go of', async (_name, caller) => {
		const body = Readable.from([Buffer.alloc(10)]);
		await failureOfExchange(caller, put(body, 10));
		expect(body.destroyed).toBe(true);
	});

	it('that stops midway ends when its time is up', async () => {
		const stuck = new Readable({ read: () => undefined });
		stuck.push(Buffer.alloc(5));
		const failure = await failureOfExchange(s3, put(stuck, 10));
		expect(failure).toMatchObject({ isTimeout: true });
		stuck.destroy();
	});

	it('may take longer than any single wait while it makes progress', async () => {
		async function* slowly() {
			for (let i = 0; i < 8; i++) {
				await sleep(120);
				yield Buffer.alloc(10_000);
			}
		}
		expect(await failureOfExchange(s3, put(Readable.from(slowly()), 80_000, 500))).toBeUndefined();
	});
});

describe('an answer that is a stream', () => {
	const answering = (status: number, body: Readable, length?: number) =>
		callerWith(async (_request, signal) => {
			// As the HTTP library does: the signal ends the body as well.
			signal.addEventListener('abort', () => body.destroy(new Error('canceled')));
			const headers = length === undefined ? {} : { 'content-length': String(length) };
			return { statusCode: status, headers, body };
		});
	const stuck = () => {
		const body = new Readable({ read: () => undefined });
		body.push(Buffer.from('<Error><Code>SlowDown</Code>'));
		return body;
	};

	it('is read whole', async () => {
		const { body, overdue } = await sendSigned(
			answering(200, Readable.from([Buffer.alloc(7), Buffer.alloc(8)]), 15),
			{ url, encoding: 'stream', timeout: 400 },
		);
		expect(await drain(body)).toBe(15);
		expect(overdue()).toBeUndefined();
	});

	it.each([
		['read piece by piece', async (body: Readable) => await drain(body)],
		[
			'read by events',
			async (body: Readable) =>
				await new Promise((resolve, reject) => {
					body.on('data', () => undefined);
					body.on('end', resolve);
					body.on('error', reject);
				}),
		],
	])('and stops midway ends when its time is up: %s', async (_name, read) => {
		const { body, overdue } = await sendSigned(answering(200, stuck(), 1000), {
			url,
			encoding: 'stream',
			timeout: 300,
		});
		const started = Date.now();
		await expect(inNoTime(read(body as unknown as Readable))).rejects.toThrow();
		expect(Date.now() - started).toBeLessThan(1500);
		expect(overdue()).toMatch(/^no response within/);
	});

	it('may take longer than any single wait while it makes progress, and longer the larger it is', async () => {
		const slowly = async (length?: number) => {
			async function* pieces() {
				for (let i = 0; i < 8; i++) {
					await sleep(120);
					yield Buffer.alloc(10_000);
				}
			}
			const { body } = await sendSigned(answering(200, Readable.from(pieces()), length), {
				url,
				encoding: 'stream',
				timeout: 500,
			});
			return await inNoTime(drain(body));
		};
		expect(await slowly(80_000)).toBe(80_000);
		await expect(slowly()).rejects.toThrow();
	});

	it('and an error that stops midway is reported with what has arrived', async () => {
		const started = Date.now();
		const failure = await failureOfExchange(answering(503, stuck()), { encoding: 'stream' });
		expect(failure).toBeInstanceOf(AwsServiceError);
		expect(failure).toMatchObject({ response: { name: 'SlowDown', status: 503 } });
		expect(Date.now() - started).toBeLessThan(7000);
	});

	it('and an endless error is cut off', async () => {
		async function* endless() {
			for (;;) yield Buffer.alloc(16_384, 'x');
		}
		const failure = await failureOfExchange(answering(500, Readable.from(endless())), {
			encoding: 'stream',
		});
		expect(failure).toMatchObject({ response: { name: 'HTTP 500' } });
	});
});

describe('a public document', () => {
	const publicCaller = (body: unknown) =>
		({
			helpers: { httpRequest: async () => ({ statusCode: 200, headers: {}, body }) },
		}) as unknown as Caller;

	it.each([
		['a stream', Readable.from([Buffer.from('-----BEGIN '), Buffer.from('CERTIFICATE-----')])],
		['a text', '-----BEGIN CERTIFICATE-----'],
	])('is read as %s', async (_name, body) => {
		expect(await getPublic(publicCaller(body), url)).toEqual({
			status: 200,
			body: '-----BEGIN CERTIFICATE-----',
		});
	});

	it('is not read on if it is endless', async () => {
		let read = 0;
		const endless = Readable.from(
			(function* () {
				for (;;) {
					read += 1024;
					yield Buffer.alloc(1024, 65);
				}
			})(),
		);
		const { body } = await getPublic(publicCaller(endless), url);
		expect(body.length).toBeLessThan(70_000);
		expect(read).toBeLessThan(200_000);
		expect(endless.destroyed).toBe(true);
	});
});
