import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';

const CACHE = join(
	process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
	'n8n-nodes-aws-whatsapp',
);
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The folder `name` in the cache that all clones share, filled by `install(folder)` the first time.
 * It is filled under another name and renamed when complete, so whatever exists under its own name
 * is whole, no matter who was interrupted or who installs at the same time.
 */
export async function installOnce(name, { what, why, cost, install }) {
	const target = join(CACHE, name);
	if (existsSync(target)) return target;

	await mkdir(CACHE, { recursive: true });
	await waitForOthers(name, target);
	if (existsSync(target)) return target;

	say(`Installing ${what}: ${why} (${cost}, once; kept in ${target})`);
	const partial = join(CACHE, `${name}.partial-${process.pid}@${hostname()}`);
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	try {
		await install(partial);
		await rename(partial, target).catch((error) => {
			if (!existsSync(target)) throw error;
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	return target;
}

/** Removes what killed runs left behind and lets a run that is installing the same thing finish. */
async function waitForOthers(name, target) {
	let told = false;
	while (!existsSync(target)) {
		const others = (await readdir(CACHE)).filter((entry) => entry.startsWith(`${name}.partial-`));
		const alive = [];
		for (const entry of others) {
			if (await isAbandoned(entry)) await rm(join(CACHE, entry), { recursive: true, force: true });
			else alive.push(entry);
		}
		if (alive.length === 0) return;
		if (!told) say(`Another run is installing ${name}; waiting for it`);
		told = true;
		await sleep(1000);
	}
}

async function isAbandoned(entry) {
	const [, pid, host] = /\.partial-(\d+)@(.*)$/.exec(entry) ?? [];
	// Whether a process still lives can only be told on its own machine; the cache may be shared.
	if (host === hostname()) return !isAlive(Number(pid));
	const { mtimeMs } = await stat(join(CACHE, entry)).catch(() => ({ mtimeMs: Date.now() }));
	return Date.now() - mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
