/**
 * `node test/setup/run.mjs start|test|unit|mutate|bench|chaos [args…]`: installs what a machine with only
 * Node.js and npm lacks, builds and packs the package where the task needs it, then runs the task with Node 24.
 */
import { resolve } from 'node:path';
import { chromium } from './chromium.mjs';
import { SetupError } from './process.mjs';
import { say } from './progress.mjs';
import { redis } from './redis.mjs';
import { devDependencies, n8n, node24, postgres, withNode } from './requirements.mjs';
import { bench, buildAndPack, chaos, mutate, start, test, unit } from './tasks.mjs';

const TASKS = {
	start: {
		run: start,
		services: (args) => (args.includes('--queue') ? [postgresAsVariable, redisAsVariable] : []),
	},
	test: { run: test, needsChromium: true, services: () => [postgresOrReason, redisOrReason] },
	unit: { run: unit, needsOnlyNode: true },
	mutate: { run: mutate, needsOnlyNode: true },
	bench: { run: bench },
	chaos: {
		run: chaos,
		services: (args) => (args.includes('postgres') ? [postgresOrReason] : []),
	},
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
	for (const service of task.services?.(args) ?? []) Object.assign(env, await service(node));
	env.AWS_WHATSAPP_TARBALL = await buildAndPack({ project, node, env });
	return await task.run({ project, node, env, args });
}

const postgresAsVariable = async (node) => ({ AWS_WHATSAPP_POSTGRES: await postgres(node) });
const redisAsVariable = async () => ({ AWS_WHATSAPP_REDIS: await redis() });

/** Not every machine can have them; the tests that need one then say so, and everything else is tested anyway. */
const postgresOrReason = async (node) =>
	await orReason(
		'PostgreSQL',
		'AWS_WHATSAPP_NO_POSTGRES',
		async () => await postgresAsVariable(node),
	);
const redisOrReason = async () => await orReason('Redis', 'AWS_WHATSAPP_NO_REDIS', redisAsVariable);

async function orReason(name, variable, install) {
	try {
		return await install();
	} catch (error) {
		if (!(error instanceof SetupError)) throw error;
		say(`${error.message}\nGoing on without ${name}.`);
		return { [variable]: error.message };
	}
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(`\n${error.message}`);
	process.exitCode = error.exitCode;
}
