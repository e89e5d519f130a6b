/** Redis, or Valkey, for one test: on loopback only, and by default without a trace on the disk. */
import { freePort, startProcess, until, type StartedProcess } from './process.mts';

export interface Redis {
	port: number;
	stop(): Promise<void>;
	/** Ends it at once, without a chance to save anything. */
	kill(): Promise<void>;
}

export interface RedisOptions {
	/** If it is to be found where it was before. */
	port?: number;
	/** Whether every change is on the disk before it is confirmed, so that it outlives a kill. */
	isDurable?: boolean;
}

/** Why there is none on this machine, or undefined. */
export function whyNoRedis(): string | undefined {
	if (process.env.AWS_WHATSAPP_REDIS) return undefined;
	return process.env.AWS_WHATSAPP_NO_REDIS ?? 'Start this with npm: npm test, npm start -- --queue';
}

/** In a folder that is there; the caller stops it and removes the folder. */
export async function startRedis(folder: string, options: RedisOptions = {}): Promise<Redis> {
	const missing = whyNoRedis();
	if (missing !== undefined) throw new Error(`There is no Redis here. ${missing}`);
	const port = await freePort(options.port);
	const durable = options.isDurable ? ['yes', '--appendfsync', 'always'] : ['no'];
	const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', ''];
	const started = startProcess([...settings, '--appendonly', ...durable], {
		command: process.env.AWS_WHATSAPP_REDIS,
		cwd: folder,
		env: { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C' },
	});
	await untilReady(started);
	return {
		port,
		stop: async () => await started.stop(),
		kill: async () => await started.kill(),
	};
}

async function untilReady({ ended, hasEnded, output }: StartedProcess): Promise<void> {
	const told = () => `Redis ended while starting:\n${output.stdout}${output.stderr}`;
	const listening = until('Redis to start', async () => {
		if (hasEnded()) throw new Error(told());
		return output.stdout.includes('Ready to accept connections');
	});
	// A program that cannot even be run has no output.
	const failing = ended.then(() => {
		throw new Error(told());
	});
	await Promise.race([listening, failing]);
}
