/**
 * `node test/setup/run.mjs start|test|unit|mutate|bench|chaos [args…]`: installs what a machine with only
 * Node.js and npm lacks, builds and packs the package where the task needs it, then runs the task with Node 24.
 */
import { resolve } from 'node:path';
import { chromium } from './chromium.mjs';
import { SetupError } from './process.mjs';
import { say } from './progress.mjs';
import { devDependencies, n8n, node24, postgres, withNode } from './requirements.mjs';
import { bench, buildAndPack, chaos, mutate, start, test, unit } from './tasks.mjs';

const TASKS = {
	start: { run: start },
	test: { run: test, needsChromium: true, needsPostgres: () => true },
	unit: { run: unit, needsOnlyNode: true },
	mutate: { run: mutate, needsOnlyNode: true },
	bench: { run: bench },
	chaos: { run: chaos, needsPostgres: (args) => args.includes('postgres') },
};

async function main([name, ...args]) {
	const task = TASKS[name];
	if (!task) throw new SetupError(`Usage: run.mjs ${Object.keys(TASKS).join('|')} [args…]`);

	const project = resolve(import.meta.dirname, '../..');
	await devDependencies(project);
	const node = await node24();
	if (task.needsOnlyNode)
		return await task.run({ project, node, env: withNode(node, process.env), args });

	const env = withNode(node, { ...process.env, AWS_WHATSAPP_N8N_DIR: await n8n(node) });
	if (task.needsChromium) {
		env.AWS_WHATSAPP_CHROMIUM = await chromium(node);
		// The stand-in has tests of its own, and its own name for the browser.
		env.CHROMIUM_PATH = env.AWS_WHATSAPP_CHROMIUM;
	}
	if (task.needsPostgres?.(args)) Object.assign(env, await postgresOrReason(node));
	env.AWS_WHATSAPP_TARBALL = await buildAndPack({ project, node, env });
	return await task.run({ project, node, env, args });
}

/** Not every machine can have it; the tests that need it then say so, and everything else is tested anyway. */
async function postgresOrReason(node) {
	try {
		return { AWS_WHATSAPP_POSTGRES: await postgres(node) };
	} catch (error) {
		if (!(error instanceof SetupError)) throw error;
		say(`${error.message}\nGoing on without PostgreSQL.`);
		return { AWS_WHATSAPP_NO_POSTGRES: error.message };
	}
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(`\n${error.message}`);
	process.exitCode = error.exitCode;
}
