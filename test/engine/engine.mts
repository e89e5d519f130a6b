import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ProcessLog } from './process-log.mts';
import {
	ENGINE_ENV,
	STARTED,
	type CallMessage,
	type CallName,
	type Calls,
	type CredentialTestRequest,
	type CredentialTestResult,
	type ListSearchRequest,
	type ListSearchResult,
	type MapperRequest,
	type MapperResult,
	type MemoryUsage,
	type ReplyMessage,
	type RunRequest,
	type RunResult,
	type ToolsRequest,
	type ToolsResult,
	type Watched,
} from './protocol.mts';

export type * from './protocol.mts';

export interface EngineOptions {
	/** `default` keeps binary data inside the items, as n8n calls memory mode. Default: `filesystem`. */
	binaryDataMode?: 'filesystem' | 'default';
	/** A built package: package.json and dist. Default: this project. */
	packageFolder?: string;
	/** `debug` makes n8n tell all it does, for `takeLog`. Default: `silent`. */
	logLevel?: 'silent' | 'debug';
	/** The most MB that objects may take. Without it, V8 lets garbage lie while the machine has room. */
	heapMb?: number;
}

/** n8n's engine with one community package installed, in a process of its own. */
export interface Engine {
	/** Executes a workflow of a trigger and one node of the package. Runs may overlap. */
	run(request: RunRequest): Promise<RunResult>;
	/** Executes a workflow of a trigger and an agent that calls nodes of the package as tools. */
	runTools(request: ToolsRequest): Promise<ToolsResult>;
	/** Loads one page of a resource locator's list, as the editor does. */
	listSearch(request: ListSearchRequest): Promise<ListSearchResult>;
	/** Loads the fields of a resource mapper, as the editor does. */
	mapperFields(request: MapperRequest): Promise<MapperResult>;
	/** What pressing "Save" or "Retry" in the credential dialog does. */
	testCredential(request: CredentialTestRequest): Promise<CredentialTestResult>;
	/** After a garbage collection. */
	memory(): Promise<MemoryUsage>;
	/** What the process wrote to its output and error streams since the last time; with log level `debug` only. */
	takeLog(): Promise<string>;
	/** How long the process was held and how large it was since the last time; it looks from the first time on. */
	watched(): Promise<Watched>;
	/** Ends the process as a crash does: it gets to do nothing more. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PROCESS = fileURLToPath(new URL('./engine-process.mts', import.meta.url));
const STOP_TIMEOUT_MS = 2_000;

export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
	const installation = process.env[ENGINE_ENV.installation];
	if (!installation) {
		throw new Error(`Set ${ENGINE_ENV.installation} to the folder n8n is installed in`);
	}
	const folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-engine-'));
	try {
		const packageName = await installPackage(options.packageFolder ?? PROJECT, folder);
		const child = fork(PROCESS, [], {
			// Garbage collection on request makes memory figures comparable.
			execArgv: [
				'--expose-gc',
				...(options.heapMb === undefined ? [] : [`--max-old-space-size=${options.heapMb}`]),
			],
			serialization: 'advanced',
			stdio: ['ignore', options.logLevel === 'debug' ? 'pipe' : 'ignore', 'pipe', 'ipc'],
			env: environment(installation, folder, packageName, options),
		});
		const connection = new Connection(child);
		const log = options.logLevel === 'debug' ? new ProcessLog(child) : undefined;
		const stop = async () => {
			await connection.close();
			await rm(folder, { recursive: true, force: true });
		};
		try {
			await connection.started;
		} catch (error) {
			await stop();
			throw error;
		}
		return {
			run: async (request) => await connection.call('run', request),
			runTools: async (request) => await connection.call('runTools', request),
			listSearch: async (request) => await connection.call('listSearch', request),
			mapperFields: async (request) => await connection.call('mapperFields', request),
			testCredential: async (request) => await connection.call('testCredential', request),
			memory: async () => await connection.call('memory', undefined),
			watched: async () => await connection.call('watched', undefined),
			kill: async () => await connection.kill(),
			takeLog: async () => (await log?.take()) ?? '',
			stop,
		};
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/** Copies, because a link would let `n8n-workflow` resolve to the project's own copy. */
async function installPackage(source: string, folder: string): Promise<string> {
	const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
		name: string;
		files: string[];
	};
	const target = join(folder, '.n8n/nodes/node_modules', manifest.name);
	await mkdir(target, { recursive: true });
	for (const entry of ['package.json', ...manifest.files]) {
		await cp(join(source, entry), join(target, entry), { recursive: true });
	}
	return manifest.name;
}

/** A short list of its own: settings of the shell (proxies, n8n, AWS, jest's NODE_ENV) must not reach the engine. */
function environment(
	installation: string,
	folder: string,
	packageName: string,
	{ binaryDataMode = 'filesystem', logLevel = 'silent' }: EngineOptions,
) {
	const modules = join(installation, 'node_modules');
	return {
		PATH: process.env.PATH,
		TMPDIR: process.env.TMPDIR,
		HOME: folder,
		NODE_ENV: 'production',
		// How n8n lets community packages find n8n-workflow.
		NODE_PATH: [join(modules, 'n8n/node_modules'), modules].join(
			process.platform === 'win32' ? ';' : ':',
		),
		N8N_USER_FOLDER: folder,
		N8N_LOG_LEVEL: logLevel,
		N8N_LOG_OUTPUT: 'console',
		N8N_DEFAULT_BINARY_DATA_MODE: binaryDataMode,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		[ENGINE_ENV.installation]: installation,
		[ENGINE_ENV.folder]: folder,
		[ENGINE_ENV.packageName]: packageName,
	};
}

interface Pending {
	resolve(result: unknown): void;
	reject(error: Error): void;
}

/** Calls to the engine process and their replies. */
class Connection {
	readonly started: Promise<unknown>;
	private readonly child: ChildProcess;
	private readonly pending = new Map<number, Pending>();
	private lastId = STARTED;
	private complaints = '';

	constructor(child: ChildProcess) {
		this.child = child;
		this.started = this.reply(STARTED);
		child.stderr?.on('data', (chunk: Buffer) => {
			this.complaints = (this.complaints + chunk.toString()).slice(-4_000);
		});
		child.on('message', (message) => this.settle(message as ReplyMessage));
		child.on('error', (error) => this.fail(error));
		child.on('close', (code, signal) =>
			this.fail(new Error(`The engine ended (${signal ?? code})\n${this.complaints}`)),
		);
	}

	async call<Name extends CallName>(
		call: Name,
		request: Calls[Name]['request'],
	): Promise<Calls[Name]['result']> {
		if (!this.child.connected) throw new Error('The engine is not running');
		const message: CallMessage = { id: ++this.lastId, call, request };
		const result = this.reply(message.id);
		this.child.send(message);
		return (await result) as Calls[Name]['result'];
	}

	async kill() {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const ended = once(this.child, 'exit');
		this.child.kill('SIGKILL');
		await ended;
		this.fail(new Error('The engine was killed'));
	}

	/** Disconnecting tells the process to clean up and leave. (Node emits no `close` after it, only `exit`.) */
	async close() {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const ended = once(this.child, 'exit');
		const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT_MS);
		if (this.child.connected) this.child.disconnect();
		await ended;
		clearTimeout(timer);
		this.fail(new Error('The engine was stopped'));
	}

	private async reply(id: number): Promise<unknown> {
		return await new Promise((resolve, reject) => {
			this.pending.set(id, { resolve, reject });
		});
	}

	private settle({ id, result, failure }: ReplyMessage) {
		const call = this.pending.get(id);
		this.pending.delete(id);
		if (failure === undefined) call?.resolve(ownCopy(result));
		else call?.reject(new Error(failure));
	}

	private fail(error: Error) {
		for (const { reject } of this.pending.values()) reject(error);
		this.pending.clear();
	}
}

/** Received objects belong to the world outside jest's sandbox, where `toStrictEqual` takes them for foreign classes. */
function ownCopy(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
	if (Array.isArray(value)) return Array.from(value, ownCopy);
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, ownCopy(entry)]));
}
