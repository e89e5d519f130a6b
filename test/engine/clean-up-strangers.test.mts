import { requestsFor } from './recorded.mts';
import { BUCKET, useSetting } from './setting.mts';
import { NOTHING, RECORDS, remembering, summaryOf } from './uploads.mts';

const setting = useSetting();
const world = () => remembering(setting);
const DELETE = 'DeleteWhatsAppMessageMedia';

describe("someone else's records", () => {
	const victim = 'precious/report.pdf';
	const id = '0b6c1f0e-6f0b-4a1c-8f5d-1c2d3e4f5a6b';
	const phoneNumberId = 'phone-number-id-f148decebefa559daf917a1a01fa86a2';
	const good = { v: 1, by: {}, keep: false };
	const of = (key: unknown, bucketName: unknown = BUCKET, more: object = {}) => ({
		...good,
		s3Object: { bucketName, key, ...more },
	});

	it.each<[string, unknown]>([
		['no JSON', 'hello'],
		['JSON that is no object', '[1]'],
		['another JSON', { name: 'report', key: victim }],
		['an unknown version', { ...of(`${id}/a.pdf`), v: 2 }],
		['a key outside of its folder', of(victim)],
		['a key with a way out', of(`${id}/../${victim}`)],
		['a way out behind the folder', of(`${id}/..`)],
		['a deeper key', of(`${id}/precious/report.pdf`)],
		['a folder', of(`${id}/`)],
		['the whole folder as a prefix', of(`${id}/`, BUCKET, { isPrefix: true })],
		['a prefix that is no media ID', of('precious/', BUCKET, { isPrefix: true })],
		['an object of another record', of('1b6c1f0e-6f0b-4a1c-8f5d-1c2d3e4f5a6b/a.pdf')],
		["another bucket's object", of(victim, 'other-bucket')],
		['a bucket with a path', of(`${id}/a.pdf`, `${BUCKET}/precious`)],
		['a bucket that is no text', of(`${id}/a.pdf`, { name: BUCKET })],
		['a key that is no text', of([`${id}/a.pdf`])],
		['an object that is no object', { ...good, s3Object: victim }],
		['a media ID without a phone number', { ...good, mediaId: '123' }],
		['a media ID that is none', { ...good, phoneNumberId, mediaId: '../123' }],
		['a phone number that is none', { ...good, phoneNumberId: 'x', mediaId: '123' }],
		['no sender', { v: 1, keep: false, s3Object: { bucketName: BUCKET, key: `${id}/a.pdf` } }],
		['a size that is none', { ...of(`${id}/a.pdf`), bytes: -1 }],
	])('%s is left alone, and so is what it names', async (_name, record) => {
		for (const key of [victim, `${id}/a.pdf`, `${id}/precious/report.pdf`]) {
			await setting.aws.s3.put(BUCKET, key, Buffer.from('x'));
		}
		await world().putRecord(record, id);
		world().age(400);
		const before = [await world().objects(), await world().records()];
		const summary = summaryOf(await world().cleanUp());
		expect(summary).toEqual({ ...NOTHING, notReadable: 1 });
		expect([await world().objects(), await world().records()]).toEqual(before);
		expect(requestsFor(setting.aws, DELETE)).toEqual([]);
	});

	it('are those with a name that is not ours', async () => {
		const key = `${id}/a.pdf`;
		await setting.aws.s3.put(BUCKET, key, Buffer.from('x'));
		for (const name of ['notes.json', `${id}x.json`, `${id}-1x.json`, `deep/${id}.json`]) {
			await world().putRecord(of(key), id, `${RECORDS}${name}`);
		}
		world().age(400);
		expect(summaryOf(await world().cleanUp())).toEqual({ ...NOTHING, notReadable: 4 });
		expect(await world().objects()).toEqual([key]);
	});
});
