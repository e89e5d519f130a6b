import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalAws } from '../../local-aws/index.mts';
import type { Contestant } from './comparison.mts';
import type { Run, World } from './world.mts';

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

/**
 * The node's time without that of its requests to the messaging service, in which AWS copies the file
 * between S3 and WhatsApp. All other requests count: whoever asks for less is faster.
 */
export function withoutCopying({ requests }: LocalAws, { ms }: Run): number {
	const copying = requests
		.filter(({ service }) => service === 'socialMessaging')
		.map(({ arrivedAt, endedAt }) => endedAt - arrivedAt);
	return copying.reduce((rest, each) => rest - each, ms);
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
		node: Times & { 'MB peak': number };
		floor: Times & { 'MB peak': number };
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
			of: ({ node, floor }: Round) => node['MB peak'] - floor['MB peak'],
			unit: 'MB',
			atMost: 16,
			judged: 'median' as const,
		},
	];
}
