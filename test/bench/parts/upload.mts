import { comparison } from '../comparison.mts';
import { bounds, BUCKET, carrier, largeFile, ourCarrier, sdk, SIZE } from '../large-file.mts';
import type { World } from '../world.mts';
import { floor, readFile, untilQuiet, whatsApp, workflow } from '../workflows.mts';

/** 100 MB from n8n to S3, against what n8n forces on anyone and against AWS's SDK. */
export async function upload(world: World) {
	const { aws, phoneNumberId } = world;
	const { path } = await largeFile(world);
	const node = workflow(
		'node, upload',
		readFile(path),
		untilQuiet(),
		whatsApp({
			resource: 'media',
			operation: 'upload',
			originationPhoneNumberId: { __rl: true, mode: 'list', value: phoneNumberId },
			bucketName: BUCKET,
		}),
	);
	const least = workflow(
		'floor, upload',
		readFile(path),
		untilQuiet(),
		floor('floorUpload', { url: `https://s3.amazonaws.com/${BUCKET}/by-floor` }),
	);
	await world.importWorkflows([node, least]);

	const prepare = async () => await aws.reset();
	const isInS3 = async () => {
		const puts = aws.requests.filter(({ method, status }) => method === 'PUT' && status === 200);
		return puts.length === 1 && puts[0]?.bytes === SIZE;
	};
	return comparison(
		'100 MB up, n8n in filesystem mode',
		{
			node: ourCarrier(world, node, prepare, isInS3),
			floor: carrier(world, least, prepare, isInS3),
			sdk: sdk(world, 'put', 'by-sdk', path),
		},
		bounds('up'),
	);
}
