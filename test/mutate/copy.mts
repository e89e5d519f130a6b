/** A copy of the project in which sources may be changed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mutated, type Mutant } from './mutants.mts';

const LEFT_OUT = /^(\.git|\.cache|dist|node_modules)(\/|$)/;

/** No test file takes that long, not even on a busy machine: it never ends. */
const SILENCE_MS = 180_000;

export class Copy {
	readonly folder: string;
	#running: ChildProcess | undefined;

	private constructor(folder: string) {
		this.folder = folder;
	}

	static async of(project: string): Promise<Copy> {
		const folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-mutants-'));
		const filter = (path: string) => !LEFT_OUT.test(relative(project, path));
		await cp(project, folder, { recursive: true, filter });
		await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
		return new Copy(folder);
	}

	/** Does something while the source is another. */
	async with<T>(mutant: Mutant, work: () => Promise<T>): Promise<T> {
		const file = join(this.folder, mutant.file);
		const source = await readFile(file, 'utf8');
		await writeFile(file, mutated(source, mutant));
		try {
			return await work();
		} finally {
			await writeFile(file, source);
		}
	}

	/**
	 * Runs tests in this order, up to the first that fails.
	 *
	 * @returns the one that failed, or how they ended otherwise; undefined where all pass
	 * @throws where they could not be run
	 */
	async failureOf(tests: string[], env: NodeJS.ProcessEnv = {}): Promise<string | undefined> {
		const { code, output } = await this.#run(
			process.execPath,
			[
				'node_modules/jest/bin/jest.js',
				...['--runInBand', '--bail=1', '--ci', '--testSequencer=./test/mutate/sequencer.mjs'],
				...['--runTestsByPath', ...tests],
			],
			{ ...env, AWS_WHATSAPP_FEWER_ROUNDS: '1', AWS_WHATSAPP_TEST_ORDER: tests.join('\n') },
		);
		if (code === 0) return undefined;
		if (code === undefined) return 'no end';
		const [, failed] = /^FAIL (\S+)/m.exec(output) ?? [];
		if (failed === undefined) throw new Error(`The tests could not be run:\n${output}`);
		return failed;
	}

	/** Builds the package; undefined where that fails. */
	async tarball(): Promise<string | undefined> {
		for (const [command, ...args] of [
			[process.execPath, 'node_modules/gulp/bin/gulp.js', 'build'],
			['npm', 'pack', '--ignore-scripts'],
		] as const) {
			const { code } = await this.#run(command, args);
			if (code !== 0) return undefined;
		}
		const { name, version } = JSON.parse(await readFile(join(this.folder, 'package.json'), 'utf8'));
		return join(this.folder, `${name}-${version}.tgz`);
	}

	/** At once, also where tests are running in it. */
	remove(): void {
		this.#running?.kill('SIGKILL');
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** Runs a command to its end; one that says nothing for long is ended, and has no code. */
	async #run(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
		const child = spawn(command, args, {
			cwd: this.folder,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#running = child;
		const timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				output += text;
				timer.refresh();
			});
		}
		const code = await new Promise<number | undefined>((resolve, reject) => {
			child.on('error', reject);
			child.on('close', (exitCode) => resolve(exitCode ?? undefined));
		});
		clearTimeout(timer);
		return { code, output };
	}
}
