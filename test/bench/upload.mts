import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalAws } from '../../local-aws/index.mts';
import type { N8nHome } from '../n8n/n8n.mts';
import { figure, line, type Claim } from './figures.mts';
import { BUCKET, ROUNDS, runOnce, SIZE, SIZE_MB, transfer, transferBySdk } from './large-file.mts';
import { phoneNumber, readFile, whatsApp, workflow } from './workflows.mts';

/**
 * A large document from n8n to WhatsApp: the time until it is in S3, from the start of our node and
 * from the SDK's `send` in a process of its own; and the peak memory against the same workflow
 * without the upload. The runs of a round follow each other, so that the state of the machine affects all of them.
 */
export async function benchUpload(aws: LocalAws, home: N8nHome, folder: string): Promise<Claim[]> {
	const file = join(folder, 'large.pdf');
	await writeFile(file, randomBytes(SIZE));
	const reading = workflow('read', readFile(file));
	const uploading = workflow(
		'read and upload',
		readFile(file),
		whatsApp('Upload', {
			resource: 'media',
			operation: 'upload',
			originationPhoneNumberId: phoneNumber(aws.account.phoneNumbers[0]?.id ?? ''),
			bucketName: BUCKET,
		}),
	);
	await home.importWorkflows([reading, uploading]);

	const memory: number[] = [];
	const node: number[] = [];
	const sdk: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await aws.reset();
		const without = await runOnce(home, reading.id);
		const uploaded = await runOnce(home, uploading.id);
		memory.push(uploaded.peakMb - without.peakMb);
		node.push(
			transfer(aws, 'PUT').endedAt - (uploaded.runData.Upload?.[0]?.startTime ?? Number.NaN),
		);
		sdk.push(await transferBySdk(aws, 'put', 'by-sdk', file));
	}
	const ratio = figure(node.map((ms, round) => ms / (sdk[round] ?? Number.NaN)));
	console.log(`\n${SIZE_MB} MB up, n8n in filesystem mode, ${ROUNDS} rounds`);
	console.log(line('node, from its start until the file is in S3', figure(node), 'ms'));
	console.log(line("AWS's SDK, streamed PutObject", figure(sdk), 'ms'));
	console.log(line('node / SDK, round by round', ratio, '', 2));
	console.log(line('peak memory above the same without uploading', figure(memory), 'MB'));
	return [
		{ text: 'memory of an upload', value: figure(memory).median, atMost: 24, unit: 'MB' },
		{ text: "time of an upload against AWS's SDK", value: ratio.median, atMost: 1.3, unit: 'x' },
	];
}
