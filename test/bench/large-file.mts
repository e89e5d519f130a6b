import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalAws } from '../../local-aws/index.mts';
import type { ExecutedWorkflow } from '../n8n/execution.mts';
import type { N8nHome } from '../n8n/n8n.mts';

const MB = 1024 * 1024;

export const SIZE_MB = 100;
export const SIZE = SIZE_MB * MB;
export const ROUNDS = 5;
export const BUCKET = 'whatsapp-media';

/** Runs a workflow in an n8n process of its own; `peakMb` is the peak memory of that process. */
export async function runOnce(
	home: N8nHome,
	workflowId: string,
): Promise<ExecutedWorkflow & { peakMb: number }> {
	const run = await home.execute(workflowId);
	if (run.status !== 'success') throw new Error(`The workflow failed: ${run.error?.message}`);
	return { ...run, peakMb: (run.peakRssBytes ?? Number.NaN) / MB };
}

/** The one transfer that S3 has seen. */
export function transfer(aws: LocalAws, method: 'PUT' | 'GET') {
	const transfers = aws.requests.filter(
		(request) => request.service === 's3' && request.method === method && request.status === 200,
	);
	const [only] = transfers;
	if (!only || transfers.length > 1) throw new Error(`${transfers.length} ${method} reached S3`);
	return only;
}

/** The same transfer by AWS's own SDK, in a process of its own: milliseconds of the command. */
export async function transferBySdk(
	aws: LocalAws,
	direction: 'put' | 'get',
	key: string,
	file: string,
): Promise<number> {
	aws.requests.length = 0;
	const { stdout } = await promisify(execFile)(
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
	return Number(stdout);
}
