/**
 * n8n in queue mode, as people run it who outgrew one process: a main process that takes orders, workers that
 * carry them out, PostgreSQL and Redis between them. Each has a folder of its own, as on machines of their own.
 *
 * What was observed of n8n 2.41.1 when one of them goes:
 * - A worker gets SIGKILL: the execution stays `running` until the worker's lock has run out, another worker has
 *   noticed, and the main process has looked for a result for 30 s more, which no setting shortens. It ends as
 *   `error` ("failed to be processed too many times"), and nothing is known of its nodes. Nobody repeats it: n8n
 *   allows no stalled job a second try. That took 117 s by default, and 37 s with locks of 6 s.
 * - A worker gets SIGTERM: it ends the execution first.
 * - The main process is stopped or killed: workers go on, also with what is queued, and save the result.
 * - Both are killed, or the worker while the main process is away: nobody waits for the job, and the execution
 *   stays `running` until the main process looks for lost ones, every N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL
 *   minutes (180). Then it is `crashed`, without an error. If Redis has lost the job as well, this happens as soon
 *   as the main process starts.
 * - Redis is away: the execution goes on and is saved. After 10 s without Redis every process of n8n ends itself.
 */
import { randomBytes } from 'node:crypto';
import { createN8nHome, type Credential, type N8nHome, type N8nHomeOptions } from './n8n.mts';
import { Opened } from './opened.mts';
import { freePort } from './process.mts';
import { postgresSettings, startPostgres } from './postgres.mts';
import { startQueueWorker, type QueueWorker } from './queue-worker.mts';
import { startRedis, type Redis } from './redis.mts';
import {
	endedExecution,
	readExecution,
	startExecution,
	type SavedExecution,
} from './saved-execution.mts';
import type { N8nServer } from './server.mts';

/** How n8n notices that a worker is gone, in milliseconds. */
export interface Locks {
	/** How long an execution belongs to a worker that does not say anything. By default 60,000. */
	durationMs: number;
	/** How often a worker says that it is still at work. By default 10,000. */
	renewMs: number;
	/** How often workers look for executions that belong to nobody. By default 30,000. */
	stalledMs: number;
}

export interface QueueOptions extends N8nHomeOptions {
	credentials?: Credential[];
	workflows?: object[];
	/** How many there are at the beginning. */
	workers?: number;
	/** How many executions a worker runs at the same time. */
	concurrency?: number;
	/** n8n's own where it is not given, which means minutes. */
	locks?: Locks;
	/** Whether what Redis knows outlives it. */
	isRedisDurable?: boolean;
	/** The editor's, if it is free. */
	port?: number;
	/** Receives what is being started. */
	tell?(text: string): void;
	/** Ends everything that was started so far. */
	signal?: AbortSignal;
}

export interface QueueMode {
	readonly main: N8nServer;
	/** Those that were started, including those that were killed since. */
	readonly workers: QueueWorker[];
	readonly redis: Redis;
	startWorker(): Promise<QueueWorker>;
	/** Again, after it was stopped or killed. */
	startMain(env?: Record<string, string>): Promise<N8nServer>;
	/** Again, where it was; it knows what it knew only if it is durable. */
	startRedis(): Promise<Redis>;
	/** Starts a workflow from its first trigger and returns at once. */
	execute(workflowId: string): Promise<string>;
	execution(id: string): Promise<SavedExecution>;
	/** The same, when it has ended. */
	ended(id: string, timeoutMs?: number): Promise<SavedExecution>;
	/** The worker that began it last, if one has. */
	whichWorker(executionId: string): QueueWorker | undefined;
	/** All temporary folders, which `stop` removes. */
	readonly folders: string[];
	/** Stops everything and removes all folders. */
	stop(): Promise<void>;
}

/** The caller stops it. Where it fails it leaves nothing behind. */
export async function startQueueMode(options: QueueOptions): Promise<QueueMode> {
	const opened = new Opened();
	const stop = async () => await opened.close();
	const stopEarly = () => void stop().catch(() => undefined);
	options.signal?.addEventListener('abort', stopEarly, { once: true });
	if (options.signal?.aborted) stopEarly();
	try {
		return await startAll(opened, options);
	} catch (failure) {
		await stop();
		throw failure;
	}
}

async function startAll(opened: Opened, options: QueueOptions): Promise<QueueMode> {
	const { tell = () => undefined, workers: count = 2, concurrency = 10 } = options;
	tell('PostgreSQL');
	const forPostgres = await opened.folder('n8n-queue-postgres-');
	const postgres = await opened.open(
		async () => await startPostgres(forPostgres),
		async (started) => await started.stop(),
	);
	tell('Redis');
	const forRedis = await opened.folder('n8n-queue-redis-');
	const startRedisHere = async (port?: number): Promise<Redis> =>
		await opened.open(
			async () => await startRedis(forRedis, { port, isDurable: options.isRedisDurable }),
			async (started) => await started.stop(),
		);
	let redis = await startRedisHere();
	const folders = [forPostgres, forRedis];
	const env = {
		...postgresSettings(postgres),
		...queueSettings(redis, options.locks),
		...options.env,
	};
	const newHome = async (): Promise<N8nHome> =>
		await opened.open(
			// As n8n does it by default in queue mode: files are where every process can read them.
			async () => {
				const home = await createN8nHome({ binaryDataMode: 'database', ...options, env });
				folders.push(home.folder);
				return home;
			},
			async (home) => await home.dispose(),
		);

	const mainHome = await newHome();
	tell('n8n: the database, credentials and workflows');
	await mainHome.importCredentials(options.credentials ?? []);
	await mainHome.importWorkflows(options.workflows ?? []);

	const port = await freePort(options.port);
	let main: N8nServer | undefined;
	const startMain = async (more?: Record<string, string>): Promise<N8nServer> =>
		(main = await mainHome.serve(port, more));
	const workers: QueueWorker[] = [];
	let named = 0;
	const startWorker = async (): Promise<QueueWorker> => {
		const name = `worker ${++named}`;
		const home = await newHome();
		const worker = await opened.open(
			async () => await startQueueWorker(home, name, concurrency),
			async (started) => await started.stop(),
		);
		workers.push(worker);
		return worker;
	};
	tell(`n8n: the main process and ${count} workers`);
	await allSettledOrThrow([
		opened.open(startMain, async (started) => await started.stop()),
		...Array.from({ length: count }, startWorker),
	]);
	const running = (): N8nServer => {
		if (!main) throw new Error("n8n's main process does not run");
		return main;
	};
	return {
		get main() {
			return running();
		},
		workers,
		get redis() {
			return redis;
		},
		folders,
		startWorker,
		startMain,
		startRedis: async () => (redis = await startRedisHere(redis.port)),
		execute: async (workflowId) => await startExecution(running(), workflowId),
		execution: async (id) => await readExecution(running(), id),
		ended: async (id, timeoutMs) => await endedExecution(running(), id, timeoutMs),
		whichWorker: (id) => workers.findLast((worker) => worker.hasBegun(id)),
		stop: async () => await opened.close(),
	};
}

/** n8n's names for them. There is no QUEUE_WORKER_MAX_STALLED_COUNT any more: n8n 2.41.1 always has it 0. */
function queueSettings({ port }: Redis, locks: Locks | undefined): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		...(locks && {
			QUEUE_WORKER_LOCK_DURATION: String(locks.durationMs),
			QUEUE_WORKER_LOCK_RENEW_TIME: String(locks.renewMs),
			QUEUE_WORKER_STALLED_INTERVAL: String(locks.stalledMs),
		}),
	};
}

/** Waits for all of them, so that none goes on after the first has failed. */
async function allSettledOrThrow(all: Array<Promise<unknown>>): Promise<void> {
	const results = await Promise.allSettled(all);
	for (const result of results) if (result.status === 'rejected') throw result.reason;
}
