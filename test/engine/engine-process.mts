import { rmSync } from 'node:fs';
import { setDefaultAutoSelectFamily } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { Runner } from './execution.mts';
import { loadInstallation } from './installation.mts';
import {
	ENGINE_ENV,
	STARTED,
	type CallMessage,
	type Calls,
	type MemoryUsage,
	type ReplyMessage,
	type Watched,
} from './protocol.mts';
import { startServices } from './services.mts';

/*
 * n8n's engine in a process of its own: jest's sandbox breaks `instanceof` and would load n8n's 4,000 modules
 * again for every test file. Started by engine.mts, ends with the connection to it.
 */

const folder = setting('folder');
const packageName = setting('packageName');

function setting(name: keyof typeof ENGINE_ENV): string {
	const value = process.env[ENGINE_ENV[name]];
	if (!value) throw new Error(`${ENGINE_ENV[name]} is not set`);
	return value;
}

function reply(message: ReplyMessage) {
	process.send?.(message);
}

function describe(error: unknown): string {
	return error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
}

function memory(): MemoryUsage {
	globalThis.gc?.();
	const { rss, heapUsed } = process.memoryUsage();
	return { rss, heapUsed, peakRss: process.resourceUsage().maxRSS * 1024 };
}

const TICK_MS = 5;
const LOOK_EVERY_MS = 50;

const delays = monitorEventLoopDelay({ resolution: TICK_MS });
let mostRss = 0;

/** Looks at the process from the first time on that it is called, and tells what there was since the last. */
function watched(): Watched {
	if (mostRss === 0) {
		delays.enable();
		const look = () => (mostRss = Math.max(mostRss, process.memoryUsage.rss()));
		setInterval(look, LOOK_EVERY_MS).unref();
	}
	const seen = { longestHoldMs: delays.max / 1e6 - TICK_MS, mostRss };
	delays.reset();
	mostRss = process.memoryUsage.rss();
	return seen;
}

async function start(): Promise<Runner> {
	// As n8n's start script does.
	setDefaultAutoSelectFamily(false);
	const n8n = loadInstallation(setting('installation'));
	const services = await startServices(n8n, packageName);
	return new Runner(n8n, services, packageName);
}

function answer(runner: Runner, { call, request }: CallMessage): unknown {
	switch (call) {
		case 'run':
			return runner.run(request as Calls['run']['request']);
		case 'runTools':
			return runner.runTools(request as Calls['runTools']['request']);
		case 'listSearch':
			return runner.listSearch(request as Calls['listSearch']['request']);
		case 'mapperFields':
			return runner.mapperFields(request as Calls['mapperFields']['request']);
		case 'testCredential':
			return runner.testCredential(request as Calls['testCredential']['request']);
		case 'memory':
			return memory();
		case 'watched':
			return watched();
	}
}

/** Nobody else removes the folder when the tests' process was killed. */
function leave() {
	rmSync(folder, { recursive: true, force: true });
	process.exit();
}

process.on('disconnect', leave);
if (!process.connected) leave();
// A signal to the whole group, such as Ctrl+C, reaches the tests too: their end is what counts.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

try {
	const runner = await start();
	process.on('message', (message: CallMessage) => {
		Promise.resolve()
			.then(() => answer(runner, message))
			.then(
				(result) => reply({ id: message.id, result }),
				(error: unknown) => reply({ id: message.id, failure: describe(error) }),
			);
	});
	reply({ id: STARTED, result: undefined });
} catch (error) {
	reply({ id: STARTED, failure: describe(error) });
}
