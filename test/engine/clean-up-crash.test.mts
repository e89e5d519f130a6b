import { setTimeout as wait } from 'node:timers/promises';
import type { RecordedRequest } from '../../local-aws/index.mts';
import { killedAndStartedAgain } from './clean-up-scale.mts';
import { startEngine } from './engine.mts';
import { ADA, BUCKET, fileContent, useSetting } from './setting.mts';
import { pdfItem, remembering, summaryOf } from './uploads.mts';

const setting = useSetting();
const world = () => remembering(setting);

describe('what is left when n8n is killed', () => {
	const isRecord = ({ path }: RecordedRequest) => path.includes('/n8n-whatsapp/');
	const isObject = (request: RecordedRequest) => request.service === 's3' && !isRecord(request);
	const POST = 'PostWhatsAppMessageMedia';

	/** The request during which n8n is killed, and how many objects are in S3 then. */
	const steps: Array<[string, (request: RecordedRequest) => boolean, number]> = [
		['while the copy is stored', (each) => isObject(each) && each.method === 'PUT', 0],
		['while WhatsApp gets the file', ({ action }) => action === POST, 1],
		['while the message is sent', ({ action }) => action === 'SendWhatsAppMessage', 1],
		['while the copy is removed', (each) => isObject(each) && each.method === 'DELETE', 1],
	];

	it.each(steps)('%s, is found and deleted', async (_name, matches, objects) => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 60_000, matches });
		const engine = await startEngine();
		const run = engine
			.run({
				parameters: {
					resource: 'message',
					operation: 'send',
					originationPhoneNumberId: setting.phoneNumberId,
					to: ADA,
					messageType: 'document',
				},
				items: [pdfItem()],
				credentials: world().credentials,
			})
			.catch(() => undefined);
		while (!setting.aws.requests.some(matches)) await wait(10);
		await engine.kill();
		await run;
		await engine.stop();
		setting.aws.faults.clear();
		expect(await world().objects()).toHaveLength(objects);
		world().age(40);
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, failed: 0 });
		expect(await world().objects()).toEqual([]);
		expect(await world().records()).toEqual([]);
	});

	it('while a download is read, is found and deleted', async () => {
		await setting.aws.s3.put(BUCKET, 'a.pdf', fileContent('application/pdf'), 'application/pdf');
		const options = { rememberForCleanUp: false };
		const { mediaId } = summaryOf(
			await world().run('upload', { mediaSource: 's3Object', key: 'a.pdf', options }),
		);
		const matches = (each: RecordedRequest) => isObject(each) && each.method === 'GET';
		setting.aws.requests.length = 0;
		setting.aws.faults.add({ kind: 'slow', delayMs: 60_000, matches });
		const engine = await startEngine();
		const run = engine
			.run({
				parameters: {
					resource: 'media',
					operation: 'download',
					originationPhoneNumberId: setting.phoneNumberId,
					mediaId,
				},
				credentials: world().credentials,
			})
			.catch(() => undefined);
		const isReading = (each: RecordedRequest) => matches(each) && each.path.endsWith('.pdf');
		while (!setting.aws.requests.some(isReading)) await wait(10);
		await engine.kill();
		await run;
		await engine.stop();
		setting.aws.faults.clear();
		expect(await world().objects()).toHaveLength(2);
		world().age(40);
		expect(summaryOf(await world().cleanUp())).toMatchObject({ deleted: 1, s3ObjectsDeleted: 1 });
		expect(await world().objects()).toEqual(['a.pdf']);
		// Received files are WhatsApp's, and are not deleted there.
		expect(world().media()).toEqual([mediaId]);
	});
});

/* With 10,000 records and 12,000 objects it is a part of the bench: `npm run bench -- cleanUp`. */
it('a clean-up that is killed and started again deletes all that is due, and nothing else', async () => {
	const shown = await killedAndStartedAgain({ records: 1_000, objects: 1_200 });
	expect(shown.left).toEqual(shown.expected);
	expect(shown.records.whenKilled).toBeLessThan(900);
	expect(shown.records.whenKilled).toBeGreaterThan(shown.expected.records.length + 100);
	expect(shown.summary).toMatchObject({ failed: 0, notReadable: 0, limitReached: false });
	expect(shown.mbAboveIdle).toBeLessThan(100);
}, 120_000);
