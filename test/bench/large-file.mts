import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalAws } from '../../local-aws/index.mts';
import type { Item } from '../n8n/execution.mts';
import type { Contestant } from './comparison.mts';
import { rise } from './watch.mts';
import type { World } from './world.mts';
import type { BenchWorkflow } from './workflows.mts';

const MB = 1024 * 1024;

export const SIZE = 100 * MB;
export const BUCKET = 'whatsapp-media';
export const BY_SDK = 'by-sdk';

export const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** A file that nothing can compress. */
export async function largeFile({ folder }: World): Promise<{ path: string; content: Buffer }> {
	const path = join(folder, 'large.pdf');
	const content = randomBytes(SIZE);
	await writeFile(path, content);
	return { path, content };
}

const LOOK_EVERY_MS = 10;

/** The time of requests to the messaging service, in which AWS copies the file between S3 and WhatsApp. */
function copyingMs({ requests }: LocalAws): number {
	return requests
		.filter(({ service }) => service === 'socialMessaging')
		.reduce((sum, { arrivedAt, endedAt }) => sum + endedAt - arrivedAt, 0);
}

/**
 * A contestant of the comparisons of a large file: its node's time without AWS's copying, and by how
 * much n8n's memory rises meanwhile. All other requests count: whoever asks for less is faster.
 *
 * @param prepare what comes before each run
 * @param check whether the file has arrived
 */
export function carrier(
	world: World,
	transfer: BenchWorkflow,
	prepare: () => Promise<void>,
	check: (items: Item[]) => Promise<boolean>,
): Contestant<{ ms: number; 'MB rise': number }> {
	return {
		name: transfer.name,
		run: async () => {
			await prepare();
			const { ms, items, span, record } = await world.watch(transfer, {
				rssEveryMs: LOOK_EVERY_MS,
			});
			if (!(await check(items))) {
				throw new Error(`'${transfer.name}' did not bring the file over once and in full`);
			}
			return { ms: ms - copyingMs(world.aws), 'MB rise': rise(record.rss, span) / MB };
		},
	};
}

/** The same of what is ours. It can be profiled. */
export function ourCarrier(...of: Parameters<typeof carrier>): ReturnType<typeof carrier> {
	const [world, transfer, prepare] = of;
	return {
		...carrier(...of),
		profile: async () => {
			await prepare();
			return await world.profile(transfer);
		},
	};
}

/** The same transfer by AWS's own SDK, in a process of its own: milliseconds of the command. */
export function sdk(
	{ aws, folder }: World,
	direction: 'put' | 'get',
	key: string,
	path = join(folder, BY_SDK),
): Contestant<{ ms: number }> {
	return {
		name: `AWS's SDK, ${direction}`,
		run: async () => {
			const script = join(import.meta.dirname, 'sdk-transfer.mts');
			const { stdout } = await promisify(execFile)(
				process.execPath,
				[script, direction, aws.endpoints.s3, BUCKET, key, path],
				{
					env: {
						...process.env,
						AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId,
						AWS_SECRET_ACCESS_KEY: aws.credentials.secretAccessKey,
					},
				},
			);
			return { ms: Number(stdout) };
		},
	};
}

/** The bounds of a large file, for both directions. */
export function bounds(direction: 'up' | 'down') {
	type Times = { ms: number };
	type Round = {
		node: Times & { 'MB rise': number };
		floor: Times & { 'MB rise': number };
		sdk: Times;
	};
	const ratio = { unit: '', judged: 'median' as const };
	return [
		{
			...ratio,
			text: `100 MB ${direction} / floor`,
			of: ({ node, floor }: Round) => node.ms / floor.ms,
			atMost: 1.15,
		},
		{
			...ratio,
			text: `100 MB ${direction} / AWS's SDK`,
			of: (round: Round) => round.node.ms / round.sdk.ms,
			atMost: 1.35,
		},
		{
			text: `memory above the floor, 100 MB ${direction}`,
			of: ({ node, floor }: Round) => node['MB rise'] - floor['MB rise'],
			unit: 'MB',
			atMost: 16,
			judged: 'median' as const,
		},
	];
}
