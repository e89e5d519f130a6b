import { rmSync } from 'node:fs';
import { setDefaultAutoSelectFamily } from 'node:net';

import { Runner } from './execution.mts';
import { loadInstallation } from './installation.mts';
import {
	ENGINE_ENV,
	STARTED,
	type CallMessage,
	type Calls,
	type MemoryUsage,
	type ReplyMessage,
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
