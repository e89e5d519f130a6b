/** Messages that go out once, through n8n's engine, with Ceph's S3 gateway as the memory. */
import { startEngine, type Engine } from '../engine/engine.mts';
import { ADA, jsonOf, useSetting } from '../engine/setting.mts';
import { BUCKET, useCeph, whereCephIs } from './use-ceph.mts';

const KEYS = 200;

whereCephIs("a message with a key, with Ceph's S3 gateway in the credential", () => {
	const setting = useSetting();
	const ceph = useCeph(() => setting.aws.credentials);
	let other: Engine;
	beforeAll(async () => (other = await startEngine()));
	afterAll(async () => await other.stop());

	const credentials = () => ({
		...setting.credentials,
		bucketName: BUCKET,
		s3Endpoint: ceph.endpoint,
	});
	const send = async (onceKey: string, parameters: object = {}) =>
		await setting.send(
			{
				messageType: 'text',
				textBody: 'Your order is on its way',
				options: { onceKey },
				...parameters,
			},
			{ credentials: credentials() },
		);

	it('is sent once, and a repeat gives the item of the first', async () => {
		const first = jsonOf(await send('order-17'))[0];
		const repeated = jsonOf(await send('order-17'))[0];
		expect(setting.aws.phone.messages).toHaveLength(1);
		expect(first).toMatchObject({ to: ADA });
		expect(first).not.toHaveProperty('warning');
		expect(repeated).toMatchObject({ ...first, isRepeat: true });
		expect(setting.aws.requests.filter(({ service }) => service === 's3')).toEqual([]);
	});

	it('is not known after the answer to it was lost', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'SendWhatsAppMessage', times: 1 });
		expect((await send('lost')).status).toBe('error');
		const { error } = await send('lost');
		expect(error?.message).toBe('The message may have been sent before');
		expect(setting.aws.phone.messages).toHaveLength(1);
	});

	it('is free again after AWS refused it, for other content as well', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'SendWhatsAppMessage',
			status: 400,
			errorName: 'ValidationException',
			times: 1,
		});
		expect((await send('refused')).status).toBe('error');
		const [item] = jsonOf(await send('refused', { textBody: 'Corrected' }));
		expect(item).not.toHaveProperty('isRepeat');
		const { error } = await send('refused');
		expect(error?.message).toBe("'Send Once For' has the key of a different message [item 0]");
		expect(setting.aws.phone.messages).toHaveLength(1);
	});

	it('reports a bucket that is not there as it does with Amazon S3', async () => {
		const missing = { ...credentials(), bucketName: 'no-such-bucket' };
		const { error } = await setting.send(
			{ messageType: 'text', textBody: 'Hello', options: { onceKey: 'a' } },
			{ credentials: missing },
		);
		expect(error?.message).toBe('The S3 bucket does not exist');
		expect(setting.aws.phone.messages).toEqual([]);
	});

	it('is sent once by two n8n processes that send the same two hundred at once', async () => {
		const items = (process: number) =>
			Array.from({ length: KEYS }, (_, i) => {
				const n = (i * 7 + process * (KEYS / 2)) % KEYS;
				return { json: { n, to: `+49151${10_000_000 + n}` } };
			});
		const parameters = {
			resource: 'message',
			operation: 'send',
			originationPhoneNumberId: { __rl: true, mode: 'id', value: setting.phoneNumberId },
			to: '={{ $json.to }}',
			messageType: 'text',
			textBody: '=Order {{ $json.n }}',
			options: { onceKey: '=many-{{ $json.n }}' },
		};
		const runs = await Promise.all(
			[setting.engine, other].map(
				async (engine, process) =>
					await engine.run({ parameters, credentials: credentials(), items: items(process) }),
			),
		);
		expect(runs.map(({ status, error }) => [status, error])).toEqual(
			runs.map(() => ['success', undefined]),
		);
		const { messages } = setting.aws.phone;
		expect(messages).toHaveLength(KEYS);
		const ids = new Map(messages.map(({ to, messageId }) => [to, messageId]));
		expect(ids.size).toBe(KEYS);
		const all = runs.flatMap(jsonOf);
		expect(all.filter(({ isRepeat }) => isRepeat)).toHaveLength(KEYS);
		expect(all.filter(({ warning }) => warning !== undefined)).toEqual([]);
		expect(all.filter(({ to, messageId }) => ids.get(String(to)) !== messageId)).toEqual([]);
		for (const run of runs) {
			expect(jsonOf(run).filter(({ isRepeat }) => isRepeat !== true)).not.toEqual([]);
		}
	});
});
