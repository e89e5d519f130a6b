import { randomUUID } from 'node:crypto';
import { BUCKET, jsonOf, useSetting } from './setting.mts';
import { DAY_MS, NOTHING, remembering, summaryOf } from './uploads.mts';

const setting = useSetting();
const world = () => remembering(setting);
const DELETE = 'DeleteWhatsAppMessageMedia';

describe('cleaning up', () => {
	it('deletes what is old, and nothing else', async () => {
		await world().uploads(3);
		const young = await world().uploads(2, 0);
		await setting.aws.s3.put(BUCKET, 'mine.pdf', Buffer.from('x'));
		setting.aws.s3.age(BUCKET, 'mine.pdf', 100 * DAY_MS);
		expect(summaryOf(await world().cleanUp())).toEqual({
			...NOTHING,
			deleted: 3,
			mediaDeleted: 3,
			s3ObjectsDeleted: 3,
			bytes: 30,
		});
		expect(world().media()).toEqual(young.map(({ mediaId }) => mediaId));
		const kept = young.map(({ s3Object }) => (s3Object as { key: string }).key);
		expect((await world().objects()).sort()).toEqual([...kept, 'mine.pdf'].sort());
		expect(await world().records()).toHaveLength(2);
		expect(summaryOf(await world().cleanUp())).toEqual(NOTHING);
	});

	it('goes by the time at S3, to the day', async () => {
		await world().uploads(1, 7);
		expect(summaryOf(await world().cleanUp({ olderThanDays: 8 })).deleted).toBe(0);
		expect(summaryOf(await world().cleanUp({ olderThanDays: 7 })).deleted).toBe(1);
	});

	it('with 0 days deletes everything', async () => {
		await world().uploads(2, 0);
		expect(summaryOf(await world().cleanUp({ olderThanDays: 0 })).deleted).toBe(2);
	});

	it('finds nothing where nothing was ever uploaded', async () => {
		expect(summaryOf(await world().cleanUp())).toEqual(NOTHING);
	});

	it('returns an item for each file if that is wanted', async () => {
		const [upload] = await world().uploads(1);
		expect(jsonOf(await world().cleanUp({ output: 'files' }))).toEqual([
			{
				deleted: true,
				mediaId: upload?.mediaId,
				originationPhoneNumberId: setting.phoneNumberId,
				s3Object: upload?.s3Object,
				mimeType: 'application/pdf',
				fileSize: 10,
				uploadedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				uploadedBy: { workflowId: expect.any(String), executionId: expect.any(String) },
			},
		]);
	});

	it('finds the copy that a crash has left', async () => {
		const id = randomUUID();
		const key = `in/${id}/a.pdf`;
		const other = `in/${randomUUID()}/a.pdf`;
		for (const each of [key, other]) await setting.aws.s3.put(BUCKET, each, Buffer.from('x'));
		const s3Object = { bucketName: BUCKET, key };
		await world().putRecord({ v: 1, by: {}, keep: false, bytes: 1, s3Object }, id);
		world().age(40);
		expect(summaryOf(await world().cleanUp())).toEqual({
			...NOTHING,
			deleted: 1,
			s3ObjectsDeleted: 1,
			bytes: 1,
		});
		expect(await world().objects()).toEqual([other]);
	});

	it('finds what a crash has left of a download, whatever ending AWS has given it', async () => {
		const id = randomUUID();
		const s3Object = { bucketName: BUCKET, key: `${id}/123`, isPrefix: true };
		for (const key of [`${id}/123.oga`, `${id}/1234.ogg`]) {
			await setting.aws.s3.put(BUCKET, key, Buffer.from('xyz'));
		}
		await world().putRecord({ v: 1, by: {}, keep: false, s3Object }, id);
		world().age(40);
		const preview = summaryOf(await world().cleanUp({ options: { previewOnly: true } }));
		expect(preview).toMatchObject({ toDelete: 1, s3ObjectsToDelete: 1, deleted: 0, bytes: 3 });
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, bytes: 3 });
		expect(await world().objects()).toEqual([`${id}/1234.ogg`]);
	});
});

describe('deleting only one of both', () => {
	it.each([
		['media', 0, 2],
		['s3Object', 2, 0],
	])('%s leaves the other, which is as old as it was', async (whatToDelete, leftMedia, leftS3) => {
		await world().uploads(2);
		const first = summaryOf(await world().cleanUp({ whatToDelete, olderThanDays: 10 }));
		expect(first).toMatchObject({ deleted: 2, mediaDeleted: 2 - leftMedia });
		expect([world().media().length, (await world().objects()).length]).toEqual([leftMedia, leftS3]);
	});

	it('keeps the record of the other with the time of the upload', async () => {
		await world().uploads(2, 20);
		await world().cleanUp({ whatToDelete: 's3Object', olderThanDays: 10 });
		expect(await world().records()).toHaveLength(2);
		expect(world().media()).toHaveLength(2);
		const again = summaryOf(await world().cleanUp({ whatToDelete: 's3Object', olderThanDays: 10 }));
		expect(again).toEqual(NOTHING);
		expect(summaryOf(await world().cleanUp({ olderThanDays: 15 })).mediaDeleted).toBe(2);
		expect(await world().records()).toEqual([]);
	});

	it('forgets what WhatsApp has deleted by itself', async () => {
		await world().uploads(1, 40, {});
		expect(summaryOf(await world().cleanUp({ whatToDelete: 's3Object' }))).toEqual(NOTHING);
		expect(await world().records()).toEqual([]);
	});
});

describe('what is already gone', () => {
	it('counts as deleted', async () => {
		await world().uploads(2);
		setting.aws.account.media.clear();
		for (const { key } of await setting.aws.s3.list(BUCKET)) {
			if (!key.startsWith('n8n-whatsapp/')) await setting.aws.s3.remove(BUCKET, key);
		}
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 2, alreadyGone: 2 });
		expect(await world().records()).toEqual([]);
	});

	it('is not what belongs to a phone number that AWS does not know any more', async () => {
		const [upload] = await world().uploads(1, 10);
		setting.aws.faults.add({
			kind: 'error',
			action: DELETE,
			status: 404,
			errorName: 'ResourceNotFoundException',
			message: `Phone number ${setting.phoneNumberId} was not found.`,
		});
		const summary = summaryOf(await world().cleanUp({ olderThanDays: 5 }));
		expect(summary).toMatchObject({ deleted: 0, failed: 1 });
		expect(await world().records()).toHaveLength(1);
		// Until WhatsApp has deleted it by itself.
		world().age(30);
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, alreadyGone: 1 });
		expect(world().media()).toEqual([upload?.mediaId]);
	});

	it('is a bucket that does not exist any more', async () => {
		const id = randomUUID();
		const s3Object = { bucketName: 'gone-bucket', key: `${id}/a.pdf` };
		await world().putRecord({ v: 1, by: {}, keep: true, s3Object }, id);
		world().age(40);
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, failed: 0 });
	});
});

it('several input items clean up one after the other', async () => {
	await world().uploads(5);
	const result = await world().cleanUp({}, { items: [{ json: {} }, { json: {} }] });
	expect(jsonOf(result).map(({ deleted }) => deleted)).toEqual([5, 0]);
});
