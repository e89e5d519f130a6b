/** A copy of the project in which sources may be spoilt. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mutated, type Mutant } from './mutants.mts';

const LEFT_OUT = /^(\.git|\.cache|dist|node_modules)(\/|$)/;

/** No test file takes that long, not even on a busy machine: it never ends. */
const SILENCE_MS = 180_000;

export class Copy {
	readonly folder: string;

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

	/** Whether the tests pass, in this order, up to the first that fails. */
	async passes(tests: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
		return await this.#run(
			process.execPath,
			[
				'node_modules/jest/bin/jest.js',
				...['--runInBand', '--bail=1', '--ci', '--testSequencer=./test/mutate/sequencer.mjs'],
				...['--runTestsByPath', ...tests],
			],
			{ ...env, AWS_WHATSAPP_TEST_ORDER: tests.join('\n') },
		);
	}

	/** Builds the package; undefined where that fails. */
	async tarball(): Promise<string | undefined> {
		const built =
			(await this.#run(process.execPath, ['node_modules/gulp/bin/gulp.js', 'build'])) &&
			(await this.#run('npm', ['pack', '--ignore-scripts']));
		if (!built) return undefined;
		const { name, version } = JSON.parse(await readFile(join(this.folder, 'package.json'), 'utf8'));
		return join(this.folder, `${name}-${version}.tgz`);
	}

	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	/** Whether a command ends well. One that says nothing for long is ended. */
	async #run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
		const child = spawn(command, args, {
			cwd: this.folder,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
		for (const stream of [child.stdout, child.stderr]) stream.on('data', () => timer.refresh());
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', resolve);
		});
		clearTimeout(timer);
		return code === 0;
	}
}
