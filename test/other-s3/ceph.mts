/** Ceph with its S3 gateway for one test: in memory, in a folder of its own, on loopback only, without a manager. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, startProcess, until, type StartedProcess } from '../n8n/process.mts';

export interface Ceph {
	/** The URL of the S3 gateway. */
	endpoint: string;
	stop(): Promise<void>;
}

interface Keys {
	accessKeyId: string;
	secretAccessKey: string;
}

const PROGRAMS = ['ceph', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/usr/sbin'];
const COMMAND_MS = 30_000;

function pathOf(program: string): string | undefined {
	return [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS]
		.map((folder) => join(folder, program))
		.find((path) => existsSync(path));
}

/**
 * A port that nobody else takes before Ceph does, which is a second later: not one that the system gives
 * to everyone, and another one in every process.
 */
async function ownPort(n: number): Promise<string> {
	return `127.0.0.1:${await freePort(10_000 + ((2 * process.pid) % 20_000) + n)}`;
}

/** Why there is none on this machine, or undefined. */
export function whyNoCeph(): string | undefined {
	const missing = PROGRAMS.filter((program) => pathOf(program) === undefined);
	if (missing.length === 0) return undefined;
	return `install Ceph's packages ceph-mon, ceph-osd and radosgw; there is no ${missing.join(', ')}`;
}

/** In a folder that is there and empty; the caller stops it and removes the folder. */
export async function startCeph(folder: string, user: Keys): Promise<Ceph> {
	const missing = whyNoCeph();
	if (missing !== undefined) throw new Error(`Ceph is not complete: ${missing}`);
	const cluster = new Cluster(folder);
	try {
		return { endpoint: await cluster.start(user), stop: async () => await cluster.stop() };
	} catch (error) {
		await cluster.stop();
		throw error;
	}
}

/** How often what keeps the objects is started again. */
const MOST_OBJECT_STARTS = 2;

/** One monitor, one place where objects are kept, one gateway, each a process. */
class Cluster {
	private readonly id = randomUUID();

	private readonly started: StartedProcess[] = [];

	private readonly config: string;

	private readonly env: Record<string, string>;

	constructor(private readonly folder: string) {
		this.config = join(folder, 'ceph.conf');
		this.env = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C', TZ: 'UTC' };
	}

	/** @returns the endpoint */
	async start(user: Keys): Promise<string> {
		const [monitor, gateway] = [await ownPort(0), await ownPort(1)];
		await Promise.all(
			['mon', 'osd', 'run'].map(async (name) => await mkdir(join(this.folder, name))),
		);
		await writeFile(this.config, settings(this.folder, this.id, `v1:${monitor}`, gateway));
		await this.startMonitor(`v1:${monitor}`);
		await this.startObjects();
		await this.run('radosgw-admin', [
			...['user', 'create', '--uid', 'n8n', '--display-name', 'n8n'],
			...['--access-key', user.accessKeyId, '--secret-key', user.secretAccessKey],
		]);
		const process = this.startServer('radosgw', ['-n', 'client.rgw']);
		const endpoint = `http://${gateway}`;
		await this.until('its gateway', process, async () => {
			const answer = await fetch(endpoint).catch(() => undefined);
			return answer?.status === 200;
		});
		return endpoint;
	}

	/** At once, the gateway first: nothing of it is needed again. */
	async stop(): Promise<void> {
		for (const process of this.started.reverse()) await process.kill();
	}

	private async startMonitor(address: string): Promise<void> {
		const map = join(this.folder, 'monmap');
		await this.run('monmaptool', ['--create', '--fsid', this.id, '--addv', 'a', address, map]);
		await this.run('ceph-mon', ['-i', 'a', '--mkfs', '--monmap', map]);
		const process = this.startServer('ceph-mon', ['-i', 'a']);
		await this.until('its monitor', process, async () => {
			const { stdout } = await this.run('ceph', ['fsid']);
			return stdout.trim() === this.id;
		});
	}

	private async startObjects(): Promise<void> {
		const id = randomUUID();
		await Promise.all([
			this.run('ceph', ['osd', 'new', id, '0']),
			this.run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', id]),
		]);
		// On a busy machine it sometimes ends without a word before the monitor knows it.
		let process = this.startServer('ceph-osd', ['-i', '0']);
		for (let again = 0; again < MOST_OBJECT_STARTS; again++) {
			const isUp = await this.untilUp(process).catch(() => false);
			if (isUp) return;
			process = this.startServer('ceph-osd', ['-i', '0']);
		}
		await this.untilUp(process);
	}

	private async untilUp(process: StartedProcess): Promise<boolean> {
		await this.until('its objects', process, async () => {
			const { stdout } = await this.run('ceph', ['osd', 'stat']);
			return stdout.includes(' 1 up');
		});
		return true;
	}

	private startServer(program: string, args: string[]): StartedProcess {
		const { folder: cwd, env } = this;
		const command = pathOf(program);
		const process = startProcess(['-c', this.config, ...args, '-f'], { cwd, env, command });
		this.started.push(process);
		return process;
	}

	/** @throws with what the command wrote, if it fails or does not end in time */
	private async run(program: string, args: string[]) {
		return await promisify(execFile)(pathOf(program) ?? program, ['-c', this.config, ...args], {
			cwd: this.folder,
			env: this.env,
			timeout: COMMAND_MS,
		});
	}

	private async until(
		what: string,
		{ hasEnded, output }: StartedProcess,
		isReady: () => Promise<boolean>,
	): Promise<void> {
		await until(`Ceph to start ${what}`, async () => {
			if (hasEnded()) throw new Error(`Ceph ended while starting:\n${output.stderr}`);
			return await isReady();
		});
	}
}

/** What it may be with one copy of everything, which nobody needs tomorrow. */
function settings(folder: string, id: string, monitor: string, gateway: string): string {
	return Object.entries({
		fsid: id,
		'mon host': monitor,
		'public addr': '127.0.0.1',
		'cluster addr': '127.0.0.1',
		'public network': '127.0.0.0/8',
		'ms bind msgr2': false,
		'auth cluster required': 'none',
		'auth service required': 'none',
		'auth client required': 'none',
		keyring: '/dev/null',
		'run dir': join(folder, 'run'),
		'crash dir': join(folder, 'run'),
		'admin socket': '',
		'log file': '',
		'log to stderr': true,
		'err to stderr': true,
		'debug rocksdb': 0,
		'mon data': join(folder, 'mon'),
		'mon cluster log file': join(folder, 'cluster.log'),
		'mon allow pool size one': true,
		// Otherwise each of the gateway's pools takes a second.
		'paxos propose interval': 0.05,
		'osd data': join(folder, 'osd'),
		'osd objectstore': 'memstore',
		'osd crush chooseleaf type': 0,
		'osd pool default size': 1,
		'osd pool default min size': 1,
		'osd pool default pg num': 1,
		'osd pool default pgp num': 1,
		'osd pool default pg autoscale mode': 'off',
		'rgw frontends': `beast endpoint=${gateway}`,
		'rgw run sync thread': false,
	}).reduce((text, [name, value]) => `${text}${name} = ${value}\n`, '[global]\n');
}
