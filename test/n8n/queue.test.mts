/** n8n in queue mode: a main process, workers, PostgreSQL and Redis, with AWS's stand-in. */
import { existsSync } from 'node:fs';
import { itemsOf } from './execution.mts';
import { STEP } from './demo.mts';
import { descendantsOf, isRunning } from './descendants.mts';
import { whyNoPostgres } from './postgres.mts';
import { until } from './process.mts';
import { openQueueDemo, type QueueDemo } from './queue-demo.mts';
import { startQueueMode } from './queue.mts';
import { whyNoRedis } from './redis.mts';
import { sendMany } from './send-many.mts';

jest.setTimeout(240_000);

const FEW = 5;
const MANY = 30;

const missing = whyNoPostgres() ?? whyNoRedis();
const whereServicesAre = missing === undefined ? describe : describe.skip;
const because = missing === undefined ? '' : ` (skipped: ${missing})`;

whereServicesAre(`n8n in queue mode${because}`, () => {
	let demo: QueueDemo;
	/** Every process that this file ever started, and what those started. */
	const seen = new Set<number>();
	const look = () => {
		for (const pid of descendantsOf(process.pid)) seen.add(pid);
	};

	beforeAll(async () => {
		demo = await openQueueDemo({
			// A worker that is at work takes no second execution, so that two must share.
			concurrency: 1,
			locks: { durationMs: 10_000, renewMs: 2_000, stalledMs: 2_000 },
			workflowsFor: (aws) => [
				sendMany(aws, 'few', FEW),
				sendMany(aws, 'many', MANY, { options: { messagesPerSecond: 5 } }),
			],
		});
		look();
	});
	afterEach(() => demo?.aws.faults.clear());
	afterAll(async () => await demo?.dispose());

	/** So that an execution lasts until another one has begun. */
	const slow = (delayMs = 2_000) =>
		demo.aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs });
	const arrived = () => demo.aws.phone.messages;
	const texts = (workflowId: string) =>
		arrived().flatMap(({ message }) => {
			const { body = '' } = Object(message.text) as { body?: string };
			return body.startsWith(workflowId) ? [body] : [];
		});

	it('has an example executed by a worker, and its message arrives once', async () => {
		const { queue, workflow } = demo;
		const id = await queue.execute(workflow.id);
		const execution = await queue.ended(id);
		expect(execution).toMatchObject({ status: 'success', error: undefined });
		expect(queue.workers).toContain(queue.whichWorker(id));
		expect(arrived()).toMatchObject([{ type: 'document', state: 'delivered' }]);
		expect(itemsOf(execution, STEP.comparison)).toMatchObject([{ json: { identical: true } }]);
	});

	it('spreads two executions at once over two workers', async () => {
		const { queue } = demo;
		slow();
		const ids = [await queue.execute('few'), await queue.execute('few')];
		const executions = await Promise.all(ids.map(async (id) => await queue.ended(id)));
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(new Set(ids.map((id) => queue.whichWorker(id)))).toEqual(new Set(queue.workers));
		expect(texts('few')).toHaveLength(2 * FEW);
	});

	describe('when a worker is killed while it sends', () => {
		let id: string;
		let sentByThen: number;

		beforeAll(async () => {
			const { queue } = demo;
			slow(300);
			id = await queue.execute('many');
			await until('the first messages', async () => texts('many').length >= 5);
			look();
			await queue.whichWorker(id)?.kill('SIGKILL');
			sentByThen = texts('many').length;
		});

		it('shows the execution as running for now', async () => {
			expect(sentByThen).toBeLessThan(MANY);
			expect(await demo.queue.execution(id)).toMatchObject({ status: 'running', stoppedAt: null });
		});

		it('has new executions carried out by the other one', async () => {
			const { queue } = demo;
			const next = await queue.execute('few');
			expect(await queue.ended(next)).toMatchObject({ status: 'success' });
			expect(queue.whichWorker(next)).not.toBe(queue.whichWorker(id));
		});

		it('lets a new worker join', async () => {
			const { queue } = demo;
			const joined = await queue.startWorker();
			look();
			slow();
			const next = [await queue.execute('few'), await queue.execute('few')];
			for (const each of next) expect(await queue.ended(each)).toMatchObject({ status: 'success' });
			expect(next.map((each) => queue.whichWorker(each))).toContain(joined);
		});

		it('ends the execution with an error, without a word about its nodes, and nobody repeats it', async () => {
			const { queue } = demo;
			expect(await queue.ended(id, 120_000)).toMatchObject({
				status: 'error',
				error: { message: expect.stringContaining('failed to be processed too many times') },
				runData: {},
			});
			expect(queue.workers.filter((worker) => worker.hasBegun(id))).toHaveLength(1);
		});

		it('has sent no message twice, and sends no more', () => {
			const sent = texts('many');
			expect(new Set(sent).size).toBe(sent.length);
			// What was on its way to AWS arrives; nothing is sent after that.
			expect(sent.length).toBeLessThanOrEqual(sentByThen + 16);
			expect(sent.length).toBeLessThan(MANY);
		});
	});

	it('leaves no process and no folder behind', async () => {
		const { folders } = demo.queue;
		look();
		expect([...seen].filter(isRunning).length).toBeGreaterThan(4);
		expect(folders.filter((folder) => existsSync(folder))).toHaveLength(folders.length);
		await demo.dispose();
		expect([...seen].filter(isRunning)).toEqual([]);
		expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
	});

	it('leaves nothing behind if it is stopped while it starts', async () => {
		const interruption = new AbortController();
		const before = new Set(descendantsOf(process.pid));
		const starting = startQueueMode({
			tarball: process.env.AWS_WHATSAPP_TARBALL ?? '',
			signal: interruption.signal,
			tell: (what) => {
				if (what.startsWith('n8n')) setTimeout(() => interruption.abort(), 1_000);
			},
		});
		await expect(starting).rejects.toThrow();
		expect(descendantsOf(process.pid).filter((pid) => !before.has(pid))).toEqual([]);
	});
});
