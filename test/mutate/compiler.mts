/** The compiler, kept running: it says within a moment whether it accepts a mutant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { mutated, type Mutant } from './mutants.mts';

export class Compiler {
	/** Sources that are not as they are on disk, by path. */
	readonly #changed = new Map<string, string>();

	#version = 0;

	readonly #service: ts.LanguageService;

	readonly #project: string;

	constructor(project: string) {
		this.#project = project;
		const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), ts.sys.readFile);
		const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, project);
		const host: ts.LanguageServiceHost = {
			readFile: ts.sys.readFile,
			fileExists: ts.sys.fileExists,
			directoryExists: ts.sys.directoryExists,
			getDirectories: ts.sys.getDirectories,
			getCompilationSettings: () => options,
			getScriptFileNames: () => fileNames,
			getScriptVersion: (path) => (this.#changed.has(path) ? String(this.#version) : 'on disk'),
			getScriptSnapshot: (path) => {
				const text = this.#changed.get(path) ?? ts.sys.readFile(path);
				return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
			},
			getCurrentDirectory: () => project,
			getDefaultLibFileName: ts.getDefaultLibFilePath,
		};
		this.#service = ts.createLanguageService(host, ts.createDocumentRegistry());
	}

	/** Whether the source of the mutant still has the right types. */
	accepts(mutant: Mutant): boolean {
		const path = join(this.#project, mutant.file);
		this.#version++;
		this.#changed.set(path, mutated(readFileSync(path, 'utf8'), mutant));
		const found = [
			...this.#service.getSyntacticDiagnostics(path),
			...this.#service.getSemanticDiagnostics(path),
		];
		this.#changed.delete(path);
		return found.length === 0;
	}
}
