import { BUCKET, objectsIn, openDemo, STEP, type Demo } from './demo.mts';
import { itemsOf } from './execution.mts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RECORDS = 'n8n-whatsapp/v1/uploads/';

let demo: Demo;
beforeAll(async () => {
	demo = await openDemo();
}, 4 * MINUTE);
afterAll(async () => await demo?.dispose(), MINUTE);

const records = async () =>
	(await demo.aws.s3.list(BUCKET)).filter(({ key }) => key.startsWith(RECORDS));

describe('the example that cleans up old media every night', () => {
	it(
		'deletes what another workflow has uploaded 40 days ago, and sends a summary',
		async () => {
			const { aws, home } = demo;
			const uploads = await home.execute(demo.workflow.id);
			expect(uploads.status).toBe('success');
			const uploaded = [STEP.send, STEP.upload].map(
				(name) => itemsOf(uploads, name)[0]?.json.mediaId,
			);
			expect([...aws.account.media.keys()].sort()).toEqual(uploaded.sort());
			expect(await records()).toHaveLength(2);
			aws.s3.age(BUCKET, RECORDS, 40 * DAY);

			const run = await home.execute(demo.cleaning.id);
			expect(run).toMatchObject({ status: 'success', error: undefined, exitCode: 0 });
			expect(itemsOf(run, 'Clean Up Old Media')[0]?.json).toMatchObject({
				deleted: 2,
				mediaDeleted: 2,
				failed: 0,
			});
			expect(aws.account.media.size).toBe(0);
			expect([await records(), await objectsIn(aws)]).toEqual([[], []]);
			expect(aws.phone.messages.at(-1)?.message).toMatchObject({
				text: { body: 'Old WhatsApp media: deleted 2 (0.0 MB), failed 0.' },
			});
		},
		4 * MINUTE,
	);

	it(
		'tells what failed',
		async () => {
			const { aws, home } = demo;
			await home.execute(demo.workflow.id);
			aws.s3.age(BUCKET, RECORDS, 40 * DAY);
			aws.faults.add({
				kind: 'error',
				action: 'DeleteWhatsAppMessageMedia',
				status: 502,
				errorName: 'DependencyException',
				matches: ({ query }) => query.mediaId === [...aws.account.media.keys()][0],
			});
			const run = await home.execute(demo.cleaning.id);
			expect(run).toMatchObject({ status: 'success', error: undefined });
			const { text } = aws.phone.messages.at(-1)?.message as { text: { body: string } };
			expect(text.body).toMatch(
				/deleted 1 \(.*\), failed 1\.\n• WhatsApp \(Meta\) did not answer AWS/,
			);
			expect(await records()).toHaveLength(1);
		},
		4 * MINUTE,
	);
});
