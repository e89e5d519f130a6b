import { startEngine, type Engine } from './engine.mts';
import { BUCKET, jsonOf, useSetting } from './setting.mts';

const MINUTE = 60_000;
const KEYS = 1_000;
const PROCESSES = 5;

const setting = useSetting();
let others: Engine[] = [];
beforeAll(async () => {
	others = await Promise.all(
		Array.from({ length: PROCESSES - 1 }, async () => await startEngine()),
	);
}, MINUTE);
afterAll(async () => {
	await Promise.all(others.map(async (engine) => await engine.stop()));
}, MINUTE);

/** Each process has the items in an order of its own, so that all of them meet. */
const items = (process: number) =>
	Array.from({ length: KEYS }, (_, i) => {
		const n = (i * 7 + process * (KEYS / PROCESSES)) % KEYS;
		return { json: { n, to: `+49151${10_000_000 + n}` } };
	});

describe('five n8n processes that send the same thousand keys at once', () => {
	it(
		'send each message once, and all of them have its ID',
		async () => {
			const parameters = {
				resource: 'message',
				operation: 'send',
				originationPhoneNumberId: { __rl: true, mode: 'id', value: setting.phoneNumberId },
				to: '={{ $json.to }}',
				messageType: 'text',
				textBody: '=Order {{ $json.n }}',
				options: { onceKey: '=order-{{ $json.n }}' },
			};
			const credentials = { ...setting.credentials, bucketName: BUCKET };
			const runs = await Promise.all(
				[setting.engine, ...others].map(
					async (engine, process) =>
						await engine.run({ parameters, credentials, items: items(process) }),
				),
			);
			expect(runs.map(({ status, error }) => [status, error])).toEqual(
				runs.map(() => ['success', undefined]),
			);
			expect(setting.aws.phone.messages).toHaveLength(KEYS);
			const all = runs.flatMap(jsonOf);
			expect(all.filter(({ isRepeat }) => isRepeat)).toHaveLength(KEYS * (PROCESSES - 1));
			const ids = new Map(setting.aws.phone.messages.map(({ to, messageId }) => [to, messageId]));
			expect(ids.size).toBe(KEYS);
			expect(all.filter(({ to, messageId }) => ids.get(String(to)) !== messageId)).toEqual([]);
			const beingSentWhenMet = runs.map(
				(run) => jsonOf(run).filter(({ isRepeat }) => isRepeat !== true).length,
			);
			for (const own of beingSentWhenMet) expect(own).toBeGreaterThan(0);
		},
		3 * MINUTE,
	);
});
