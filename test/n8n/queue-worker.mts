/** A worker of n8n in queue mode, in a home of its own as on a machine of its own. */
import type { N8nHome } from './n8n.mts';
import { freePort, until, type StartedProcess } from './process.mts';

export interface QueueWorker {
	name: string;
	pid: number;
	/** What it has written so far. */
	log(): string;
	/** Whether it has begun this execution. */
	hasBegun(executionId: string): boolean;
	/** Sends it a signal, and waits for its end. */
	kill(signal: NodeJS.Signals): Promise<void>;
	/** Asks it to end what it is doing and then itself. */
	stop(): Promise<void>;
}

/** Ready, which its health check says, to take executions. */
export async function startQueueWorker(
	home: N8nHome,
	name: string,
	concurrency: number,
): Promise<QueueWorker> {
	const port = await freePort();
	const started = await home.start(['worker', `--concurrency=${concurrency}`], {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	});
	await untilReady(name, started, port);
	const log = () => started.output.stdout + started.output.stderr;
	return {
		name,
		pid: started.child.pid ?? 0,
		log,
		hasBegun: (executionId) => log().includes(`Worker started execution ${executionId} (job `),
		kill: async (signal) => {
			started.child.kill(signal);
			await started.ended;
		},
		stop: async () => await started.stop(),
	};
}

async function untilReady(
	name: string,
	{ hasEnded, output }: StartedProcess,
	port: number,
): Promise<void> {
	const isReady = async () => {
		if (hasEnded()) {
			throw new Error(`n8n's ${name} ended while starting:\n${output.stdout}${output.stderr}`);
		}
		return await fetch(`http://127.0.0.1:${port}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		);
	};
	await until(`n8n's ${name} to start`, isReady, 120_000);
}
