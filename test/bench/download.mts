import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { socialMessagingClient, uploadMedia, type LocalAws } from '../../local-aws/index.mts';
import type { N8nHome } from '../n8n/n8n.mts';
import { figure, line, type Claim } from './figures.mts';
import { BUCKET, ROUNDS, runOnce, SIZE, SIZE_MB, transfer, transferBySdk } from './large-file.mts';
import { phoneNumber, readFile, whatsApp, workflow } from './workflows.mts';

/**
 * A large document from WhatsApp to n8n: its way from S3 against AWS's SDK writing it to a file, and
 * the peak memory against n8n storing the same file from disk, which is what any node that puts out
 * this file costs at least.
 */
export async function benchDownload(
	aws: LocalAws,
	home: N8nHome,
	folder: string,
): Promise<Claim[]> {
	const file = join(folder, 'large.pdf');
	const content = randomBytes(SIZE);
	await writeFile(file, content);
	await aws.reset();
	const [phone] = aws.account.phoneNumbers;
	const client = socialMessagingClient(aws);
	const mediaId = await uploadMedia(aws, client, 'large.pdf', 'application/pdf', content);
	client.destroy();

	const storing = workflow('read', readFile(file));
	const media = { originationPhoneNumberId: phoneNumber(phone?.id ?? ''), mediaId };
	const looking = workflow(
		'look',
		whatsApp('Look Up', { resource: 'media', operation: 'get', ...media }),
	);
	const downloading = workflow(
		'download',
		whatsApp('Download', {
			resource: 'media',
			operation: 'download',
			...media,
			bucketName: BUCKET,
		}),
	);
	await home.importWorkflows([storing, looking, downloading]);

	const aboveNothing: number[] = [];
	const aboveStoring: number[] = [];
	const node: number[] = [];
	const sdk: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const nothing = (await runOnce(home, looking.id)).peakMb;
		const stored = (await runOnce(home, storing.id)).peakMb;
		aws.requests.length = 0;
		const downloaded = (await runOnce(home, downloading.id)).peakMb;
		aboveNothing.push(downloaded - nothing);
		aboveStoring.push(downloaded - stored);
		const { arrivedAt, endedAt } = transfer(aws, 'GET');
		node.push(endedAt - arrivedAt);
		sdk.push(await transferBySdk(aws, 'get', 'large.pdf', join(folder, 'by-sdk')));
		await rm(join(folder, 'by-sdk'));
	}
	console.log(`\n${SIZE_MB} MB down, n8n in filesystem mode, ${ROUNDS} rounds`);
	console.log(line('node, on its way from S3', figure(node), 'ms'));
	console.log(line("AWS's SDK, GetObject to a file", figure(sdk), 'ms'));
	console.log(
		line(
			'node / SDK, round by round',
			figure(node.map((ms, i) => ms / (sdk[i] ?? Number.NaN))),
			'',
			2,
		),
	);
	console.log(line('peak memory above a workflow without the file', figure(aboveNothing), 'MB'));
	console.log(line('peak memory above n8n storing it from disk', figure(aboveStoring), 'MB'));
	return [
		{
			text: 'memory of a download above storing the file',
			value: figure(aboveStoring).median,
			atMost: 24,
			unit: 'MB',
		},
	];
}
