import { socialMessagingClient, uploadMedia } from '../../../local-aws/index.mts';
import type { Item } from '../../n8n/execution.mts';
import { comparison } from '../comparison.mts';
import { bounds, BUCKET, carrier, digestOf, largeFile, ourCarrier, sdk } from '../large-file.mts';
import type { World } from '../world.mts';
import { floor, untilQuiet, whatsApp, workflow } from '../workflows.mts';

const KEY = 'large.pdf';

/** 100 MB from S3 into n8n, against what n8n forces on anyone and against AWS's SDK writing a file. */
export async function download(world: World) {
	const { aws, home, phoneNumberId } = world;
	await aws.reset();
	const { content } = await largeFile(world);
	const client = socialMessagingClient(aws);
	const mediaId = await uploadMedia(aws, client, KEY, 'application/pdf', content);
	client.destroy();
	const digest = digestOf(content);

	const node = workflow(
		'node, download',
		untilQuiet(),
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
		untilQuiet(),
		floor('floorDownload', { url: `https://s3.amazonaws.com/${BUCKET}/${KEY}` }),
	);
	await world.importWorkflows([node, least]);

	// Not a reset, which would take the file away.
	const prepare = async () => void (aws.requests.length = 0);
	const isInN8n = async ([item]: Item[]) => {
		const file = item?.binary?.data;
		return file !== undefined && digestOf(await home.readBinary(file)) === digest;
	};
	return comparison(
		'100 MB down, n8n in filesystem mode',
		{
			node: ourCarrier(world, node, prepare, isInN8n),
			floor: carrier(world, least, prepare, isInN8n),
			sdk: sdk(world, 'get', KEY),
		},
		bounds('down'),
	);
}
