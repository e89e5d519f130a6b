import { socialMessagingClient, uploadMedia } from '../../../local-aws/index.mts';
import { comparison, type Contestant } from '../comparison.mts';
import { bounds, BUCKET, digestOf, largeFile, sdk, withoutCopying } from '../large-file.mts';
import type { World } from '../world.mts';
import { floor, whatsApp, workflow, type BenchWorkflow } from '../workflows.mts';

const KEY = 'large.pdf';

/** A contestant that brings the file from S3 into n8n. */
function downloader(
	world: World,
	download: BenchWorkflow,
	digest: string,
	isOurs: boolean,
): Contestant<{ ms: number; 'MB peak': number }> {
	const { aws, home } = world;
	return {
		name: download.name,
		run: async () => {
			aws.requests.length = 0;
			const run = await world.run(download);
			const file = run.items[0]?.binary?.data;
			if (!file || digestOf(await home.readBinary(file)) !== digest) {
				throw new Error(`'${download.name}' did not bring the file into n8n`);
			}
			return { ms: withoutCopying(aws, run), 'MB peak': run.peakMb };
		},
		...(isOurs && { profile: async () => await world.profile(download) }),
	};
}

/** 100 MB from S3 into n8n, against what n8n forces on anyone and against AWS's SDK writing a file. */
export async function download(world: World) {
	const { aws, phoneNumberId } = world;
	await aws.reset();
	const { content } = await largeFile(world);
	const client = socialMessagingClient(aws);
	const mediaId = await uploadMedia(aws, client, KEY, 'application/pdf', content);
	client.destroy();
	const digest = digestOf(content);

	const node = workflow(
		'node, download',
		whatsApp({
			resource: 'media',
			operation: 'download',
			originationPhoneNumberId: { __rl: true, mode: 'list', value: phoneNumberId },
			mediaId,
			bucketName: BUCKET,
		}),
	);
	const least = workflow(
		'floor, download',
		floor('floorDownload', { url: `https://s3.amazonaws.com/${BUCKET}/${KEY}` }),
	);
	await world.importWorkflows([node, least]);
	return comparison(
		'100 MB down, n8n in filesystem mode',
		{
			node: downloader(world, node, digest, true),
			floor: downloader(world, least, digest, false),
			sdk: sdk(world, 'get', KEY),
		},
		bounds('down'),
	);
}
