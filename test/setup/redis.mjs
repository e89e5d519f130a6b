import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { installOnce } from './install.mjs';
import { output, SetupError } from './process.mjs';
import { runWithProgress, say } from './progress.mjs';

const NAMES = ['redis-server', 'valkey-server'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
/** What Debian's package redis-tools calls the one program that is server and checker. */
const TOOL = '/usr/bin/redis-check-rdb';

/** A Redis or Valkey for n8n in queue mode: the user's choice, the machine's own, or a new one. */
export async function redis() {
	const chosen = process.env.REDIS_SERVER_PATH;
	if (chosen) {
		if (existsSync(chosen) && (await isServer(chosen))) return chosen;
		throw new SetupError(`REDIS_SERVER_PATH is ${chosen}, which is no Redis or Valkey server.`);
	}
	const found = findServer() ?? (await serverOfTools()) ?? (await installWithApt());
	if (found) return found;
	throw new SetupError(
		'Queue mode needs Redis: install redis-server or valkey-server, or set REDIS_SERVER_PATH to one.',
	);
}

function findServer() {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
	return folders
		.flatMap((folder) => NAMES.map((name) => join(folder, name)))
		.find((path) => existsSync(path));
}

/**
 * Debian and Ubuntu pack the server into redis-tools, where the name decides what it does. Their package
 * redis-server adds only the other name and a system service, which would start and listen.
 */
async function serverOfTools() {
	if (!existsSync(TOOL)) return undefined;
	const folder = await installOnce('redis-of-tools', {
		what: 'a link named redis-server',
		why: `${TOOL} is a Redis server under that name`,
		cost: '1 second',
		install: async (folder) => await symlink(TOOL, join(folder, 'redis-server')),
	});
	const server = join(folder, 'redis-server');
	return (await isServer(server)) ? server : undefined;
}

async function isServer(path) {
	const { code, text } = await output(path, ['--version']).catch(() => ({ code: 1, text: '' }));
	return code === 0 && text.includes('server v=');
}

async function installWithApt() {
	const release = '/etc/os-release';
	const isDebian =
		existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
	if (!isDebian || process.getuid?.() !== 0) return undefined;

	say('Installing Redis with apt-get: n8n needs it in queue mode (7 MB, 10 seconds)');
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await runWithProgress('apt-get update', 'apt-get', ['update'], { env });
		const install = ['install', '-y', '--no-install-recommends', 'redis-tools'];
		await runWithProgress('apt-get install', 'apt-get', install, { env });
	} catch (error) {
		say(error.message);
	}
	return await serverOfTools();
}
