import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalAws } from '../local-aws/local-aws.mts';
import type { N8nHome } from '../n8n/n8n.mts';

const MB = 1024 * 1024;

export const SIZE_MB = 100;
export const SIZE = SIZE_MB * MB;
export const ROUNDS = 5;
export const BUCKET = 'whatsapp-media';

/** Runs a workflow in an n8n process of its own and gives that process's peak memory. */
export async function peakMb(home: N8nHome, workflowId: string): Promise<number> {
	const { status, error, peakRssBytes } = await home.execute(workflowId);
	if (status !== 'success') throw new Error(`The workflow failed: ${error?.message}`);
	return (peakRssBytes ?? Number.NaN) / MB;
}

/** Milliseconds that S3 saw the one transfer take, from its first byte to its last. */
export function transferMs(aws: LocalAws, method: 'PUT' | 'GET'): number {
	const transfers = aws.requests.filter(
		(request) => request.service === 's3' && request.method === method && request.status === 200,
	);
	const [transfer] = transfers;
	if (!transfer || transfers.length > 1)
		throw new Error(`${transfers.length} ${method} reached S3`);
	return transfer.ms;
}

/** The same transfer by AWS's own SDK, in a process of its own. */
export async function transferBySdk(
	aws: LocalAws,
	direction: 'put' | 'get',
	key: string,
	file: string,
): Promise<number> {
	aws.requests.length = 0;
	await promisify(execFile)(
		process.execPath,
		[join(import.meta.dirname, 'sdk-transfer.mts'), direction, aws.endpoints.s3, BUCKET, key, file],
		{
			env: {
				...process.env,
				AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId,
				AWS_SECRET_ACCESS_KEY: aws.credentials.secretAccessKey,
			},
		},
	);
	return transferMs(aws, direction === 'put' ? 'PUT' : 'GET');
}
