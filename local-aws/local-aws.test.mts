import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalAws } from './local-aws.mts';
import { useLocalAws } from './use-local-aws.mts';
import type { LocalAws } from './local-aws.mts';
import { s3Client, socialMessagingClient, textTo } from './clients.mts';

const send = async (aws: LocalAws, body = 'hello') =>
	await socialMessagingClient(aws).send(textTo(aws, '+4915112345678', body));

const listObjects = async (aws: LocalAws) =>
	await s3Client(aws).send(new ListObjectsV2Command({ Bucket: 'whatsapp-media' }));

describe('faults', () => {
	const aws = useLocalAws();

	it('throttle as each service does, saying when to try again', async () => {
		aws.faults.add({ kind: 'throttle', retryAfterSeconds: 3 });
		await expect(send(aws)).rejects.toMatchObject({
			name: 'ThrottledRequestException',
			$metadata: { httpStatusCode: 429 },
			$response: { headers: { 'retry-after': '3' } },
		});
		await expect(listObjects(aws)).rejects.toMatchObject({
			name: 'SlowDown',
			$metadata: { httpStatusCode: 503 },
		});
		expect(aws.phone.messages).toEqual([]);
	});

	it('answer with any error, in the format of the service', async () => {
		const fault = {
			kind: 'error',
			status: 502,
			errorName: 'DependencyException',
			message: 'Meta is away',
		} as const;
		aws.faults.add({ ...fault, service: 'socialMessaging' });
		aws.faults.add({ kind: 'error', service: 's3' });
		await expect(send(aws)).rejects.toMatchObject({
			name: 'DependencyException',
			message: 'Meta is away',
			$metadata: { httpStatusCode: 502 },
		});
		await expect(listObjects(aws)).rejects.toMatchObject({ name: 'InternalError' });
	});

	it('delay the response, do the work, and count simultaneous requests', async () => {
		aws.faults.add({ kind: 'slow', delayMs: 120 });
		const start = performance.now();
		await Promise.all([send(aws), send(aws), send(aws)]);
		expect(performance.now() - start).toBeGreaterThan(110);
		expect(aws.inFlight.most).toBe(3);
		await listObjects(aws);
		expect(aws.phone.messages).toHaveLength(3);
	});

	it.each([
		['cutBefore', 0],
		['cutAfter', 1],
	] as const)('with %s, there is no answer, and %d messages arrive', async (kind, messages) => {
		aws.faults.add({ kind, times: 1 });
		await expect(send(aws)).rejects.toThrow('socket hang up');
		expect(aws.phone.messages).toHaveLength(messages);
		expect(aws.requests).toMatchObject([{ action: 'SendWhatsAppMessage', status: 0 }]);
	});

	it('hit only what they are meant for, and only as often as they should', async () => {
		aws.faults.add({ kind: 'throttle', action: 'SendWhatsAppMessage', times: 2 });
		aws.faults.add({ kind: 'error', matches: ({ query }) => query.prefix === 'x' });
		await expect(listObjects(aws)).resolves.toBeDefined();
		await expect(send(aws)).rejects.toThrow();
		await expect(send(aws)).rejects.toThrow();
		await expect(send(aws)).resolves.toBeDefined();
	});

	it('that strike by chance strike in the same way on every run', async () => {
		const run = async () => {
			await aws.reset();
			const fault = aws.faults.add({ kind: 'throttle', probability: 0.5 });
			for (let count = 0; count < 12; count += 1) await send(aws).catch(() => undefined);
			aws.faults.remove(fault);
			await send(aws);
			return aws.requests.map(({ status }) => status);
		};
		const first = await run();
		expect(new Set(first.slice(0, 12))).toEqual(new Set([200, 429]));
		expect(first[12]).toBe(200);
		expect(await run()).toEqual(first);
	});

	it('never hide a wrong signature', async () => {
		aws.faults.add({ kind: 'throttle' });
		const credentials = { ...aws.credentials, secretAccessKey: 'wrong' };
		const client = socialMessagingClient(aws, { credentials });
		await expect(client.send(textTo(aws, '+4915112345678', 'hi'))).rejects.toMatchObject({
			name: 'InvalidSignatureException',
		});
	});
});

describe('the stand-in for AWS', () => {
	it('resets to its seed', async () => {
		const aws = await startLocalAws();
		await send(aws);
		await aws.s3.put('whatsapp-media', 'a', Buffer.from('a'));
		aws.account.addBusinessAccounts(3);
		aws.faults.add({ kind: 'slow', delayMs: 60_000 });
		const delayed = send(aws);
		const outcome = expect(delayed).rejects.toThrow('socket hang up');
		while (aws.inFlight.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await new Promise((resolve) => setTimeout(resolve, 20));
		await aws.reset();
		await outcome;
		expect(aws.requests).toEqual([]);
		expect(aws.phone.messages).toEqual([]);
		expect(aws.account.businessAccounts).toHaveLength(3);
		expect(await aws.s3.list('whatsapp-media')).toEqual([]);
		await expect(send(aws)).resolves.toBeDefined();
		await aws.close();
	});

	it('listens on loopback only, and leaves nothing behind after it is closed', async () => {
		const directory = mkdtempSync(join(tmpdir(), 'home-of-local-aws-'));
		const aws = await startLocalAws({ directory });
		const urls = [...Object.values(aws.endpoints), aws.phoneUrl];
		for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		aws.faults.add({ kind: 'slow', delayMs: 60_000 });
		const unanswered = expect(send(aws)).rejects.toThrow();
		while (aws.inFlight.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await aws.close();
		await unanswered;
		for (const url of urls) {
			const refused = await new Promise((resolve) => {
				connect(Number(new URL(url).port), '127.0.0.1')
					.once('connect', () => resolve('connected'))
					.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
			});
			expect(refused).toBe('ECONNREFUSED');
		}
		expect(readdirSync(directory)).toEqual([]);
		rmSync(directory, { recursive: true });
	});

	it('uses the ports it is given, and cleans up if one is taken', async () => {
		const first = await startLocalAws();
		const directory = mkdtempSync(join(tmpdir(), 'home-of-local-aws-'));
		const phone = Number(new URL(first.phoneUrl).port);
		await expect(startLocalAws({ ports: { phone }, directory })).rejects.toMatchObject({
			code: 'EADDRINUSE',
		});
		expect(readdirSync(directory)).toEqual([]);
		await first.close();
		const second = await startLocalAws({ ports: { phone }, directory });
		expect(second.phoneUrl).toBe(first.phoneUrl);
		expect(existsSync(directory)).toBe(true);
		await second.close();
		rmSync(directory, { recursive: true });
	});
});
