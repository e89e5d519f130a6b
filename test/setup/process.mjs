import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Something a person can act on: shown without a stack trace. */
export class SetupError extends Error {
	constructor(message, exitCode = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}

/**
 * npm hands its own settings to the scripts it runs. Passed on, they would make an npm started in
 * another folder work on this project instead, and with this project's `ignore-scripts`.
 */
export function environmentOutsideNpm() {
	const inherited = /^npm_(package_|lifecycle_|config_(local_prefix|ignore_scripts)$)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

/**
 * Runs a command to its end and resolves with its exit code. Signals sent to this process reach
 * the command, which decides how to end: so nothing is left running behind.
 */
export async function run(command, args, { cwd, env, onLine } = {}) {
	const child = spawn(command, args, {
		cwd,
		env: env ?? process.env,
		stdio: onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit',
	});
	const forward = (signal) => child.kill(signal);
	for (const signal of FORWARDED) process.on(signal, forward);
	for (const stream of onLine ? [child.stdout, child.stderr] : []) readLines(stream, onLine);
	try {
		return await new Promise((resolve, reject) => {
			child.on('error', (error) =>
				reject(new SetupError(`Cannot run ${command}: ${error.message}`)),
			);
			child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
		});
	} finally {
		for (const signal of FORWARDED) process.off(signal, forward);
	}
}

/** As `run`, for a command whose output is wanted rather than shown. */
export async function output(command, args, options = {}) {
	const lines = [];
	const code = await run(command, args, { ...options, onLine: (line) => lines.push(line) });
	return { code, text: lines.join('\n') };
}

function readLines(stream, onLine) {
	let rest = '';
	stream.setEncoding('utf8');
	stream.on('data', (chunk) => {
		const lines = (rest + chunk).split(/[\r\n]+/);
		rest = lines.pop() ?? '';
		lines.filter(Boolean).forEach(onLine);
	});
	stream.on('end', () => rest && onLine(rest));
}
