import { comparison, type Contestant } from '../comparison.mts';
import { bounds, BUCKET, largeFile, sdk, SIZE, withoutCopying } from '../large-file.mts';
import type { World } from '../world.mts';
import { floor, readFile, whatsApp, workflow, type BenchWorkflow } from '../workflows.mts';

/** A contestant that brings the file to S3. */
function uploader(
	world: World,
	upload: BenchWorkflow,
	isOurs: boolean,
): Contestant<{ ms: number; 'MB peak': number }> {
	const { aws } = world;
	return {
		name: upload.name,
		run: async () => {
			await aws.reset();
			const run = await world.run(upload);
			const puts = aws.requests.filter(({ method, status }) => method === 'PUT' && status === 200);
			if (puts.length !== 1 || puts[0]?.bytes !== SIZE) {
				throw new Error(`'${upload.name}' did not bring the file to S3 once and in full`);
			}
			return { ms: withoutCopying(aws, run), 'MB peak': run.peakMb };
		},
		...(isOurs && {
			profile: async () => {
				await aws.reset();
				return await world.profile(upload);
			},
		}),
	};
}

/** 100 MB from n8n to S3, against what n8n forces on anyone and against AWS's SDK. */
export async function upload(world: World) {
	const { path } = await largeFile(world);
	const node = workflow(
		'node, upload',
		readFile(path),
		whatsApp({
			resource: 'media',
			operation: 'upload',
			originationPhoneNumberId: { __rl: true, mode: 'list', value: world.phoneNumberId },
			bucketName: BUCKET,
		}),
	);
	const least = workflow(
		'floor, upload',
		readFile(path),
		floor('floorUpload', { url: `https://s3.amazonaws.com/${BUCKET}/by-floor` }),
	);
	await world.importWorkflows([node, least]);
	return comparison(
		'100 MB up, n8n in filesystem mode',
		{
			node: uploader(world, node, true),
			floor: uploader(world, least, false),
			sdk: sdk(world, 'put', 'by-sdk', path),
		},
		bounds('up'),
	);
}
