/** Which tests reach a source by their imports, the nearest first. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)';|^import\s+'(\.[^']+)';/gm;

const ROOMS = '{form,whatsapp,aws,credentials,engine,nodes,local-aws,test}';

/** Tests of style and of the house itself, which say nothing about what the code does. */
const STYLE = /^test\/structure\/(house|links|readme|texts|words)\.test\.mts$/;
const PURE =
	/^test\/(snapshots|structure|unit)\/.*\.test\.mts$|^test\/wire\/(actions|blob|coverage|sns)\.test\.mts$/;

export class Imports {
	/** Who imports each file. */
	readonly #importers = new Map<string, string[]>();

	readonly #project: string;

	constructor(project: string) {
		this.#project = project;
		for (const file of globSync(`${ROOMS}/**/*.{ts,mts}`, { cwd: project })) {
			for (const [, named, bare] of readFileSync(join(project, file), 'utf8').matchAll(IMPORT)) {
				const target = this.#resolved(join(dirname(file), named ?? bare ?? ''));
				this.#importers.set(target, [...(this.#importers.get(target) ?? []), file]);
			}
		}
	}

	/** The pure tests that import a file, directly or through others: few steps first. */
	testsOf(source: string): string[] {
		const reached = new Set([source]);
		for (const file of reached)
			for (const importer of this.#importers.get(file) ?? []) reached.add(importer);
		return [...reached].filter((file) => PURE.test(file) && !STYLE.test(file));
	}

	#resolved(path: string): string {
		const candidates = [path, `${path}.ts`, join(path, 'index.ts')];
		return (
			candidates.find((each) => /\.m?ts$/.test(each) && existsSync(join(this.#project, each))) ??
			path
		);
	}
}
