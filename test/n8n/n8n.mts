/** Real n8n without a person: a fresh user folder with the packed package installed in it. */
import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRun, type BinaryFile, type ExecutedWorkflow } from './execution.mts';
import { freePort, startProcess, type StartedProcess } from './process.mts';
import { startServer, type N8nServer } from './server.mts';

export const PACKAGE_NAME = 'n8n-nodes-aws-whatsapp';

export type BinaryDataMode = 'filesystem' | 'default' | 'database';

export interface N8nHomeOptions {
	/** What `npm pack` made. */
	tarball: string;
	binaryDataMode?: BinaryDataMode;
	/** Whether n8n comes with its chat, agents and the like, as a person knows it. */
	hasAllModules?: boolean;
	/** Further settings for every n8n process of this home. */
	env?: Record<string, string>;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
	data: object;
}

export interface ExecuteOptions {
	/** Arguments for Node.js itself, such as `--cpu-prof`. */
	nodeOptions?: string[];
	env?: Record<string, string>;
}

export interface N8nHome {
	/** A temporary folder, removed by `dispose`. */
	folder: string;
	importCredentials(list: Credential[]): Promise<void>;
	importWorkflows(list: object[]): Promise<void>;
	/** Runs a workflow once, as `n8n execute` does; a failed run is a result, not an exception. */
	execute(workflowId: string, options?: ExecuteOptions): Promise<ExecutedWorkflow>;
	/** The content of a file that a run put out, with binary data in memory or in the file system. */
	readBinary(file: BinaryFile): Promise<Buffer>;
	/** Starts the editor and API, with the owner set up and logged in. */
	serve(port?: number, env?: Record<string, string>): Promise<N8nServer>;
	/** Starts any other command of n8n, such as `worker`. */
	start(args: string[], env?: Record<string, string>): Promise<StartedProcess>;
	/** Stops everything this home started and removes its folder. */
	dispose(): Promise<void>;
}

/** Nothing here may call out of the machine, and nothing may ask a person. */
const SETTINGS = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_SECURE_COOKIE: 'false',
	N8N_HOST: '127.0.0.1',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	NO_COLOR: '1',
};

/** Parts of n8n that the nodes here do not need, and that take a quarter of its start-up time. */
const OTHER_MODULES = [
	'agents',
	'chat-hub',
	'instance-ai',
	'mcp',
	'mcp-registry',
	'n8n-packages',
	'oauth-jwe',
	'oauth-server',
	'otel',
	'quick-connect',
	'workflow-builder',
];

export async function createN8nHome(options: N8nHomeOptions): Promise<N8nHome> {
	const n8n = installedN8n();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-home-'));
	await installPackage(options.tarball, folder);

	const running = new Set<StartedProcess>();
	const start = async (
		args: string[],
		{ nodeOptions = [], env = {} }: ExecuteOptions = {},
		printsTo?: string,
	) => {
		const started = startProcess([...nodeOptions, n8n, ...args], {
			cwd: folder,
			printsTo,
			env: { ...(await environment(folder, options)), ...env },
		});
		running.add(started);
		void started.ended.catch(() => undefined).then(() => running.delete(started));
		return started;
	};

	const importFile = async (what: 'credentials' | 'workflow', list: object[]) => {
		const file = join(folder, `${what}.json`);
		await writeFile(file, JSON.stringify(list));
		const { ended, output } = await start([`import:${what}`, `--input=${file}`]);
		const exitCode = await ended;
		await rm(file);
		if (exitCode !== 0 || !output.stdout.includes('Successfully imported')) {
			throw new Error(`n8n could not import ${what}:\n${output.stdout}${output.stderr}`);
		}
	};

	return {
		folder,
		importCredentials: async (list) => await importFile('credentials', list),
		importWorkflows: async (list) => await importFile('workflow', list),
		execute: async (workflowId, executeOptions) => {
			const printed = join(folder, `${randomUUID()}.txt`);
			const started = await start(
				['execute', `--id=${workflowId}`, '--rawOutput'],
				executeOptions,
				printed,
			);
			const exitCode = await started.ended;
			await rm(printed);
			return readRun(started.output, exitCode, started.peakRssBytes());
		},
		readBinary: async ({ id, data }) => {
			if (!id) return Buffer.from(data, 'base64');
			const [mode, path = ''] = id.split(':');
			if (mode !== 'filesystem-v2') throw new Error(`Cannot read a file kept as ${mode}`);
			return await readFile(join(folder, '.n8n/storage', path));
		},
		serve: async (preferredPort, env) => {
			const port = await freePort(preferredPort);
			const started = await start(['start'], { env: { ...env, N8N_PORT: String(port) } });
			return await startServer(started, port);
		},
		start: async (args, env) => await start(args, { env }),
		dispose: async () => {
			await Promise.all([...running].map(async (started) => await started.stop()));
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

function installedN8n(): string {
	const folder = process.env.AWS_WHATSAPP_N8N_DIR;
	const executable = join(folder ?? '', 'node_modules/n8n/bin/n8n');
	if (folder && existsSync(executable)) return executable;
	throw new Error(
		'n8n is not installed here. Start this with npm: npm start, npm test, npm run bench',
	);
}

/** Unpacked where n8n keeps installed community packages, which is all that installing one means. */
async function installPackage(tarball: string, folder: string): Promise<void> {
	const target = join(folder, '.n8n/nodes/node_modules', PACKAGE_NAME);
	await mkdir(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
}

/** A clean environment: what happens to be set on a machine must not decide how n8n behaves. */
async function environment(
	folder: string,
	options: N8nHomeOptions,
): Promise<Record<string, string>> {
	return {
		PATH: process.env.PATH ?? '',
		HOME: folder,
		TMPDIR: folder,
		...SETTINGS,
		N8N_USER_FOLDER: folder,
		N8N_DEFAULT_BINARY_DATA_MODE: options.binaryDataMode ?? 'filesystem',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_DISABLED_MODULES: options.hasAllModules ? '' : OTHER_MODULES.join(),
		NODE_COMPILE_CACHE: join(process.env.AWS_WHATSAPP_N8N_DIR ?? folder, 'compile-cache'),
		...options.env,
	};
}
