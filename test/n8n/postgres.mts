/** PostgreSQL for one test: a new cluster in a folder of its own, on loopback only. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, startProcess, until, type StartedProcess } from './process.mts';

export interface Postgres {
	port: number;
	user: string;
	database: string;
	stop(): Promise<void>;
}

const USER = 'n8n';
/** As fast as a database that nobody needs tomorrow may be. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'unix_socket_directories='];

/** Why there is none on this machine, or undefined. */
export function whyNoPostgres(): string | undefined {
	if (process.env.AWS_WHATSAPP_POSTGRES) return undefined;
	return process.env.AWS_WHATSAPP_NO_POSTGRES ?? 'Start this with npm: npm test, npm run chaos';
}

/** In a folder that is there and empty; the caller stops it and removes the folder. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const missing = whyNoPostgres();
	if (missing !== undefined) throw new Error(`There is no PostgreSQL here. ${missing}`);
	const installed = process.env.AWS_WHATSAPP_POSTGRES ?? '';
	const data = join(folder, 'data');
	mkdirSync(data);
	const { identity, binaries } = whoRunsIt(installed, folder, data);
	const env = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C', TZ: 'UTC' };
	await promisify(execFile)(
		join(binaries, 'bin/initdb'),
		['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
		{ ...identity, env, cwd: folder },
	);
	const port = await freePort();
	const started = startProcess(
		['-D', data, '-h', '127.0.0.1', '-p', String(port), ...SETTINGS.flatMap((set) => ['-c', set])],
		{ ...identity, env, cwd: folder, command: join(binaries, 'bin/postgres') },
	);
	await untilReady(started);
	return { port, user: USER, database: 'postgres', stop: async () => await started.stop() };
}

/**
 * PostgreSQL refuses to be root. Where root is all there is, e.g. in a container, nobody runs it, who may not
 * look into root's folders and gets a copy of the binaries.
 */
function whoRunsIt(installed: string, folder: string, data: string) {
	if (process.getuid?.() !== 0) return { identity: {}, binaries: installed };
	const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	const [uid, gid] = [id('-u'), id('-g')];
	const binaries = join(folder, 'postgres');
	cpSync(installed, binaries, { recursive: true, verbatimSymlinks: true });
	chmodSync(folder, 0o755);
	chownSync(data, uid, gid);
	return { identity: { uid, gid }, binaries };
}

/** The settings with which n8n uses it. */
export const postgresSettings = ({ port, user, database }: Postgres): Record<string, string> => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(port),
	DB_POSTGRESDB_USER: user,
	DB_POSTGRESDB_DATABASE: database,
});

async function untilReady({ hasEnded, output }: StartedProcess): Promise<void> {
	await until('PostgreSQL to start', async () => {
		if (hasEnded()) throw new Error(`PostgreSQL ended while starting:\n${output.stderr}`);
		return output.stderr.includes('database system is ready to accept connections');
	});
}
