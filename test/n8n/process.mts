import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const MEMORY_SAMPLE_MS = 50;
const GRACE_MS = 15_000;

export interface StartedProcess {
	child: ChildProcess;
	/** Everything written so far. */
	output: { stdout: string; stderr: string };
	/** Resolves when the process and its output have ended. */
	ended: Promise<number>;
	/** Largest resident memory seen; null where the system does not tell (it does on Linux). */
	peakRssBytes(): number | null;
	/** Resident memory at this moment; null where the system does not tell. */
	rssBytes(): number | null;
	/** Whether it ended by itself or by a signal. */
	hasEnded(): boolean;
	/** Asks to end, then insists. */
	stop(): Promise<void>;
	/** Ends it at once, without a chance to tidy up. */
	kill(): Promise<void>;
}

export interface ProcessOptions {
	cwd: string;
	env: Record<string, string>;
	/** Node.js itself unless it is another program. */
	command?: string;
	/** The user that runs it, if it is another one. */
	uid?: number;
	gid?: number;
	/**
	 * Takes what it prints, which is then read when it has ended. What a process has not got rid of when
	 * it ends itself is lost in a pipe, but not in a file.
	 */
	printsTo?: string;
}

export function startProcess(
	args: string[],
	{ command = process.execPath, printsTo, ...options }: ProcessOptions,
): StartedProcess {
	const file = printsTo === undefined ? undefined : openSync(printsTo, 'w');
	const child = spawn(command, args, { ...options, stdio: ['ignore', file ?? 'pipe', 'pipe'] });
	if (file !== undefined) closeSync(file);
	const output = { stdout: '', stderr: '' };
	child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));

	let peak: number | null = null;
	const sampling = setInterval(() => {
		peak = memoryOf(child.pid, 'VmHWM') ?? peak;
	}, MEMORY_SAMPLE_MS);

	// A process that is interrupted before it can tidy up leaves nothing running.
	const takeAlong = () => child.kill('SIGKILL');
	process.once('exit', takeAlong);

	const ended = new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (printsTo !== undefined) output.stdout = readFileSync(printsTo, 'utf8');
			resolve(code ?? 1);
		});
	}).finally(() => {
		clearInterval(sampling);
		process.off('exit', takeAlong);
	});

	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

	return {
		child,
		output,
		ended,
		peakRssBytes: () => peak,
		rssBytes: () => memoryOf(child.pid, 'VmRSS') ?? null,
		hasEnded,
		stop: async () => {
			if (hasEnded()) return;
			child.kill('SIGTERM');
			const insist = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
			await ended.finally(() => clearTimeout(insist));
		},
		kill: async () => {
			child.kill('SIGKILL');
			await ended;
		},
	};
}

function memoryOf(pid: number | undefined, what: 'VmHWM' | 'VmRSS'): number | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
		return kilobytes ? Number(kilobytes) * 1024 : undefined;
	} catch {
		return undefined;
	}
}

/** A free port on loopback: the preferred one if nobody has it. */
export async function freePort(preferred = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', (error: NodeJS.ErrnoException) => {
			if (preferred && error.code === 'EADDRINUSE') resolve(freePort());
			else reject(error);
		});
		server.listen(preferred, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Asks again until the answer is yes. */
export async function until(
	what: string,
	condition: () => Promise<boolean>,
	timeoutMs = 60_000,
): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await sleep(150);
	}
}
