import { randomUUID } from 'node:crypto';
import { BUCKET, jsonOf, LOCKED_BUCKET, useSetting } from './setting.mts';
import { remembering, summaryOf } from './uploads.mts';

const setting = useSetting({ logLevel: 'debug' });
const world = () => remembering(setting);
const DELETE = 'DeleteWhatsAppMessageMedia';

describe('a failure', () => {
	const refuse = (mediaId: unknown) =>
		setting.aws.faults.add({
			kind: 'error',
			action: DELETE,
			status: 403,
			errorName: 'AccessDeniedByMetaException',
			message: 'Meta says no',
			matches: ({ query }) => mediaId === undefined || query.mediaId === mediaId,
		});

	it('of one file does not stop the others, is told, and keeps its record', async () => {
		const files = await world().uploads(4);
		refuse(files[1]?.mediaId);
		const summary = summaryOf(await world().cleanUp());
		expect(summary).toMatchObject({ deleted: 3, failed: 1 });
		expect(summary.failures).toEqual([
			expect.objectContaining({
				deleted: false,
				mediaId: files[1]?.mediaId,
				s3Object: files[1]?.s3Object,
				error: expect.any(String),
				details: expect.objectContaining({
					description: expect.stringContaining('Meta says no'),
					requestId: expect.any(String),
				}),
			}),
		]);
		expect(await world().records()).toHaveLength(1);
		expect(await world().objects()).toEqual([(files[1]?.s3Object as { key: string }).key]);
		setting.aws.faults.clear();
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, failed: 0 });
	});

	it('is an item of its own among the files', async () => {
		const files = await world().uploads(2);
		refuse(files[0]?.mediaId);
		const items = jsonOf(await world().cleanUp({ output: 'files' }));
		expect(items.map(({ deleted }) => deleted)).toEqual([true, false]);
	});

	it('is a listing that comes again and again, which must not go on without an end', async () => {
		const page =
			'<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken></ListBucketResult>';
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 's3',
			matches: ({ query }) => query['list-type'] === '2',
			answer: { status: 200, headers: { Date: new Date().toUTCString() }, body: page },
		});
		const { error } = await world().cleanUp();
		expect(error?.message).toBe('The response did not come from AWS');
		expect(error?.description).toContain('a listing without an end');
	});

	it('of all files for lack of a permission is that of the node', async () => {
		await world().uploads(3);
		setting.aws.faults.add({
			kind: 'error',
			action: DELETE,
			status: 403,
			errorName: 'AccessDeniedException',
		});
		const { error } = await world().cleanUp();
		expect(error?.message).toBe(`AWS denied access to social-messaging:${DELETE}`);
		expect(await world().records()).toHaveLength(3);
	});

	it('to list the bucket names the bucket and the permission', async () => {
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ query }) => query['list-type'] !== undefined,
		});
		const { error } = await world().cleanUp();
		expect(error?.message).toBe('AWS denied access to s3:ListBucket');
		expect(error?.description).toContain(`The bucket is ${BUCKET}.`);
	});

	it('without a bucket in the credential says what to do', async () => {
		const { error } = await setting.run('media', 'cleanUp', {});
		expect(error?.message).toBe('The AWS credential names no bucket [item 0]');
		expect(setting.aws.requests).toEqual([]);
	});

	it('to delete an object keeps the record', async () => {
		const id = randomUUID();
		const s3Object = { bucketName: LOCKED_BUCKET, key: `${id}/a.pdf` };
		await world().putRecord({ v: 1, by: {}, keep: true, s3Object }, id);
		await world().uploads(1);
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, failed: 1 });
		expect(await world().records()).toHaveLength(1);
	});
});

describe('canceling', () => {
	it('stops soon, and the log says what was done', async () => {
		await world().uploads(60);
		await setting.engine.takeLog();
		setting.aws.faults.add({ kind: 'slow', delayMs: 100, action: DELETE });
		const started = Date.now();
		const result = await world().cleanUp(
			{ options: { maxRequestsAtOnce: 4 } },
			{ cancelAfterMs: 600 },
		);
		expect(Date.now() - started).toBeLessThan(1_500);
		expect(result.status).toBe('canceled');
		const left = (await world().records()).length;
		expect(left).toBeGreaterThan(20);
		expect(left).toBeLessThan(60);
		const log = await setting.engine.takeLog();
		expect(log).toMatch(/Clean up media: \d+ files had been deleted and 0 had failed by then/);
		expect(log).toContain('"Clean up media" may have been done');
		setting.aws.faults.clear();
		expect(summaryOf(await world().cleanUp()).deleted).toBe(left);
		expect([world().media(), await world().objects(), await world().records()]).toEqual([
			[],
			[],
			[],
		]);
	});
});
