import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const GB = 1024 ** 3;

/** The version of n8n in the folder where it is installed. */
function n8nVersion(folder: string): string {
	const file = join(folder, 'node_modules/n8n/package.json');
	const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
	return version ?? 'of unknown version';
}

/** On what all of this was measured: figures of one machine say nothing of another. */
export function machine(n8nFolder: string): string {
	const [cpu] = cpus();
	return [
		`${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / GB).toFixed(1)} GB`,
		`${type()} ${release()} ${arch()}`,
		`Node.js ${process.versions.node}`,
		`n8n ${n8nVersion(n8nFolder)}`,
		`load average at the start ${(loadavg()[0] ?? Number.NaN).toFixed(2)}`,
	].join('; ');
}
