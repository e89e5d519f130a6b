import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, SetupError } from './process.mjs';
import { runWithProgress, say } from './progress.mjs';

export async function buildAndPack({ project, node, env }) {
	const cache = join(project, '.cache');
	await mkdir(cache, { recursive: true });
	await runWithProgress('Build', node, ['node_modules/gulp/bin/gulp.js', 'build'], {
		cwd: project,
		env,
	});
	await runWithProgress('Pack', 'npm', ['pack', '--ignore-scripts', '--pack-destination', cache], {
		cwd: project,
		env,
	});
	const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
	return join(cache, `${name}-${version}.tgz`);
}

export async function start({ project, node, env, args }) {
	return await run(node, ['test/n8n/start.mts', ...args], { cwd: project, env });
}

export async function mutate({ project, node, env, args }) {
	return await run(node, ['test/mutate/mutate.mts', ...args], { cwd: project, env });
}

export async function bench({ project, node, env, args }) {
	return await run(node, ['test/bench/bench.mts', ...args], { cwd: project, env });
}

export async function chaos({ project, node, env, args }) {
	return await run(node, ['test/chaos/chaos.mts', ...args], { cwd: project, env });
}

/** The tests that need neither n8n nor a build, with fewer rounds of those with random input. */
export async function unit({ project, node, env, args }) {
	const jest = ['node_modules/jest/bin/jest.js', '--config=jest.unit.config.mjs', ...args];
	return await run(node, jest, { cwd: project, env: { ...env, AWS_WHATSAPP_FEWER_ROUNDS: '1' } });
}

/** Ends with the line `N passed, N failed`, whatever happened before. */
export async function test({ project, node, env, args }) {
	const inProject = { cwd: project, env };
	if (args.length === 0) {
		try {
			await checkSources(node, inProject);
		} catch (error) {
			if (!(error instanceof SetupError)) throw error;
			say(`${error.message}\n\n0 passed, 1 failed`);
			return error.exitCode;
		}
	}
	const report = join(project, '.cache/jest.json');
	await rm(report, { force: true });
	const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...args];
	const code = await run(node, jest, inProject);
	const { passed, failed } = countTests(report);
	// Jest can fail without a failed test, for example when it finds none.
	say(`${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
	return code;
}

async function checkSources(node, options) {
	const tsc = 'node_modules/typescript/bin/tsc';
	await runWithProgress(
		'Types of the package',
		node,
		[tsc, '--noEmit', '-p', 'tsconfig.json'],
		options,
	);
	await runWithProgress('Types of the tests', node, [tsc, '-p', 'test/tsconfig.json'], options);
	await runWithProgress('Lint', 'npm', ['run', 'lint', '--silent'], options);
	await runWithProgress('Spelling', 'npm', ['run', 'spell', '--silent'], options);
}

/** A test file that cannot even be loaded holds no counted test, yet it did not pass. */
function countTests(report) {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const results = JSON.parse(readFileSync(report, 'utf8'));
	return {
		passed: results.numPassedTests,
		failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
	};
}
