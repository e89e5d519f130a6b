import { chosen, jsonOf, useSetting } from './setting.mts';
import type { Json } from './engine.mts';
import { pdfItem, remembering, summaryOf } from './uploads.mts';

const setting = useSetting();
const world = () => remembering(setting);

describe('filters', () => {
	const left = async () => (await world().records()).length;

	it('only of a phone number, by ID or ARN', async () => {
		const [, other] = setting.aws.account.phoneNumbers;
		await world().uploads(1);
		const own = { originationPhoneNumberId: chosen(other?.id ?? '') };
		await world().run('upload', own, { items: [pdfItem()] });
		world().age(40);
		const options = {
			originationPhoneNumberId: { __rl: true, mode: 'arn', value: other?.arn },
		};
		expect(summaryOf(await world().cleanUp({ options })).deleted).toBe(1);
		expect(world().media()).toHaveLength(1);
		expect(await left()).toBe(1);
	});

	it('only objects with a prefix', async () => {
		await world().uploads(1, 0, { keepS3Object: true, keyPrefix: 'a/' });
		await world().uploads(1, 0, { keepS3Object: true, keyPrefix: 'b/' });
		await world().uploads(1);
		const options = { keyPrefix: 'a/' };
		expect(summaryOf(await world().cleanUp({ options })).deleted).toBe(1);
		expect((await world().objects()).filter((key) => key.startsWith('a/'))).toEqual([]);
		expect(await left()).toBe(2);
	});

	it.each([
		['image/*', 0],
		['application/*', 1],
		['application/pdf', 1],
		['application/pd', 0],
	])('only of a type: %s', async (mimeType, deleted) => {
		await world().uploads(1);
		expect(summaryOf(await world().cleanUp({ options: { mimeType } })).deleted).toBe(deleted);
	});

	it.each([
		['keyPrefix', 'S3 Key Prefix'],
		['mimeType', 'MIME Type'],
		['originationPhoneNumberId', 'Your Phone Number'],
		['maxFiles', 'Max Files'],
		['previewOnly', 'Preview Only'],
	])('%s is refused if its expression returns nothing', async (name, label) => {
		await world().uploads(1);
		const value = '={{ $json.missing }}';
		const options = { [name]: name.startsWith('orig') ? chosen(value) : value };
		const { error } = await world().cleanUp({ options });
		expect(error?.message).toBe(`'${label}' is empty [item 0]`);
		expect(await left()).toBe(1);
	});

	it.each(['olderThanDays', 'whatToDelete', 'output'])('so is %s', async (name) => {
		await world().uploads(1);
		const { error } = await world().cleanUp({ [name]: '={{ $json.missing }}' });
		expect(error?.message).toMatch(/is empty \[item 0\]$/);
		expect(await left()).toBe(1);
	});
});

describe('a preview', () => {
	it('tells what would go, and deletes nothing', async () => {
		const files = await world().uploads(2);
		const preview = summaryOf(await world().cleanUp({ options: { previewOnly: true } }));
		expect(preview).toMatchObject({
			isPreview: true,
			toDelete: 2,
			mediaToDelete: 2,
			deleted: 0,
			bytes: 20,
		});
		expect((preview.files as Json[]).map(({ mediaId }) => mediaId).sort()).toEqual(
			files.map(({ mediaId }) => mediaId).sort(),
		);
		const listed = jsonOf(
			await world().cleanUp({ output: 'files', options: { previewOnly: true } }),
		);
		expect(listed).toHaveLength(2);
		expect(listed[0]).toMatchObject({ isPreview: true, fileSize: 10 });
		expect(setting.aws.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});

describe('a limit', () => {
	it('ends the run after that many files, and says whether there are more', async () => {
		await world().uploads(5);
		const run = async () => summaryOf(await world().cleanUp({ options: { maxFiles: 3 } }));
		expect(await run()).toMatchObject({ deleted: 3, limitReached: true });
		expect(await world().records()).toHaveLength(2);
		expect(await run()).toMatchObject({ deleted: 2, limitReached: false });
	});
});
