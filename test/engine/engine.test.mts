import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startEngine, type Engine } from './engine.mts';
import { startFixtureServer, type FixtureServer } from './fixture/server.mts';

const packageFolder = fileURLToPath(new URL('./fixture', import.meta.url));
const STARTER = fileURLToPath(new URL('./fixture/starter.mts', import.meta.url));
const texts = (...values: string[]) => values.map((text) => ({ json: { text } }));

let engine: Engine;
let server: FixtureServer;
let credentials: { endpoint: string; user: string };

beforeAll(async () => {
	engine = await startEngine({ packageFolder });
});

afterAll(async () => {
	await engine?.stop();
});

beforeEach(async () => {
	server = await startFixtureServer();
	credentials = { endpoint: server.url, user: 'alice' };
});

afterEach(async () => {
	await server?.close();
});

describe('items', () => {
	it('evaluates expressions per item, signs with the credential and keeps the pairing', async () => {
		const { status, error, outputs } = await engine.run({
			parameters: {
				text: "={{ $json.text.toUpperCase() }} {{ $itemIndex }} {{ $('Trigger').item.json.text.length }}",
			},
			items: texts('one', 'three'),
			credentials,
		});
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		expect(outputs).toStrictEqual([
			[
				{ json: { text: 'ONE 0 3', user: 'alice' }, pairedItem: { item: 0 } },
				{ json: { text: 'THREE 1 5', user: 'alice' }, pairedItem: { item: 1 } },
			],
		]);
	});

	it('uses the defaults of parameters and of the credential', async () => {
		const { outputs } = await engine.run({
			parameters: {},
			credentials: { endpoint: server.url },
		});
		expect(outputs[0]?.[0]?.json).toEqual({ text: 'default text', user: 'default-user' });
	});

	it('refuses to run with a required parameter left empty', async () => {
		const { status, error } = await engine.run({ parameters: { text: '' }, credentials });
		expect(status).toBe('error');
		expect(error?.message).toContain('issues');
		expect(server.received).toEqual([]);
	});

	it('runs overlapping executions with their own credentials', async () => {
		const users = ['alice', 'bob', 'carol'];
		const runs = await Promise.all(
			users.map(
				async (user) => await engine.run({ parameters: {}, credentials: { ...credentials, user } }),
			),
		);
		expect(runs.map(({ outputs }) => outputs[0]?.[0]?.json.user)).toEqual(users);
	});
});

describe('errors', () => {
	const parameters = { text: '={{ $json.text }}' };

	it('stops the workflow at a failed item', async () => {
		const { status, error, outputs } = await engine.run({
			parameters,
			items: texts('good', 'fail'),
			credentials,
		});
		expect(status).toBe('error');
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'Bad request - please check your parameters',
			description: 'No fail',
			httpCode: '400',
			itemIndex: 1,
		});
		expect(outputs).toEqual([]);
	});

	it('continues on the regular output', async () => {
		const { status, outputs } = await engine.run({
			parameters,
			items: texts('good', 'fail'),
			credentials,
			onError: 'continueRegularOutput',
		});
		expect(status).toBe('success');
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toMatchObject([
			{ json: { text: 'good' } },
			{
				json: { error: 'Bad request - please check your parameters' },
				error: { name: 'NodeApiError', description: 'No fail', httpCode: '400' },
			},
		]);
	});

	it('continues on the error output', async () => {
		const { status, outputs } = await engine.run({
			parameters,
			items: texts('fail', 'good'),
			credentials,
			onError: 'continueErrorOutput',
		});
		expect(status).toBe('success');
		expect(outputs).toMatchObject([
			[{ json: { text: 'good' }, pairedItem: { item: 1 } }],
			[{ json: { error: 'Bad request - please check your parameters' } }],
		]);
	});

	it('retries all items, also those that were sent', async () => {
		const { status } = await engine.run({
			parameters,
			items: texts('good', 'fail once'),
			credentials,
			retryOnFail: { maxTries: 2, waitBetweenTries: 1 },
		});
		expect(status).toBe('success');
		expect(server.received.toSorted()).toEqual(['fail once', 'fail once', 'good', 'good']);
	});

	it('aborts a hanging request when the execution is stopped', async () => {
		const { status, ms } = await engine.run({
			parameters,
			items: texts('hang'),
			credentials,
			cancelAfterMs: 300,
		});
		await server.abandoned;
		expect(status).toBe('canceled');
		expect(ms).toBeGreaterThanOrEqual(290);
		expect(ms).toBeLessThan(1_500);
	});
});

describe('binary data', () => {
	const file = randomBytes(300_000);
	const items = [{ json: {}, binary: { data: { data: file, fileName: 'photo.jpg' } } }];

	it('passes through the file system unchanged', async () => {
		const { outputs } = await engine.run({
			parameters: { operation: 'mirror' },
			items,
			credentials,
		});
		const { data, ...about } = outputs[0]?.[0]?.binary?.data ?? {};
		expect(about).toMatchObject({
			mimeType: 'application/x-test',
			fileName: 'answer.bin',
			fileExtension: 'bin',
			fileSize: '300 kB',
			id: expect.stringMatching(/^filesystem-v2:/) as string,
		});
		expect(data?.equals(file)).toBe(true);
	});

	it('passes through memory unchanged', async () => {
		const inMemory = await startEngine({ packageFolder, binaryDataMode: 'default' });
		try {
			const { outputs } = await inMemory.run({
				parameters: { operation: 'mirror' },
				items,
				credentials,
			});
			const binary = outputs[0]?.[0]?.binary?.data;
			expect(binary?.id).toBeUndefined();
			expect(binary?.data.equals(file)).toBe(true);
		} finally {
			await inMemory.stop();
		}
	});
});

describe('pick lists', () => {
	const method = 'searchThings';

	it('come page by page, with filter, defaults and other parameters', async () => {
		expect(await engine.listSearch({ method, credentials })).toStrictEqual({
			results: [{ name: 'plain all first', value: '1' }],
			paginationToken: 'second',
		});
		expect(
			await engine.listSearch({
				method,
				credentials,
				parameters: { kind: 'odd' },
				filter: 'some',
				paginationToken: 'second',
			}),
		).toStrictEqual({ results: [{ name: 'odd some second', value: '1' }] });
	});

	it('report errors', async () => {
		const { error } = await engine.listSearch({
			method,
			credentials: { ...credentials, user: 'stranger' },
		});
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
	});
});

describe('the credential test', () => {
	it.each([
		['alice', 'OK', 'Connection successful!'],
		['stranger', 'Error', 'The key is not allowed'],
		['guest', 'Error', 'Guests cannot send'],
		['nobody', 'Error', 'Not Found'],
	])('as %s is %s: %s', async (user, status, message) => {
		const result = await engine.testCredential({ credentials: { ...credentials, user } });
		expect(result).toStrictEqual({ status, message });
	});
});

describe('the process', () => {
	it('reports its memory use', async () => {
		const { rss, heapUsed, peakRss } = await engine.memory();
		expect(heapUsed).toBeLessThan(rss);
		expect(peakRss).toBeGreaterThanOrEqual(rss * 0.9);
	});

	it.each<[string, (starter: ChildProcess) => void]>([
		['stopped', (starter) => starter.send('stop')],
		['the process that started it is killed', (starter) => starter.kill('SIGKILL')],
		['all processes are told to end', ({ pid }) => process.kill(-Number(pid), 'SIGTERM')],
	])('leaves nothing behind when %s', async (_, end) => {
		const temporary = await mkdtemp(join(tmpdir(), 'engine-test-'));
		try {
			const starter = fork(STARTER, [packageFolder], {
				env: { ...process.env, TMPDIR: temporary },
				detached: true,
			});
			await once(starter, 'message');
			expect(readdirSync(temporary)).toHaveLength(1);
			end(starter);
			await once(starter, 'exit');
			await until(() => readdirSync(temporary).length === 0);
		} finally {
			await rm(temporary, { recursive: true, force: true });
		}
	});

	it('says so when it is gone', async () => {
		const short = await startEngine({ packageFolder });
		const unfinished = engineError(short.run({ parameters: { text: 'hang' }, credentials }));
		await until(() => server.received.length === 1);
		await short.stop();
		await short.stop();
		expect(await unfinished).toBe('The engine was stopped');
		expect(await engineError(short.memory())).toBe('The engine is not running');
	});

	it('says why it cannot start', async () => {
		const starting = startEngine({ packageFolder: join(packageFolder, 'nodes') });
		expect(await engineError(starting)).toContain('package.json');
	});
});

async function engineError(call: Promise<unknown>): Promise<string> {
	return await call.then(
		() => 'no error',
		(error: unknown) => (error as Error).message,
	);
}

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
