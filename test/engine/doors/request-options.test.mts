import { forwardProxy, type ForwardProxy } from '../forward-proxy.mts';
import type { Door } from '../engine.mts';
import { requestsFor } from '../recorded.mts';
import { useSetting } from '../setting.mts';
import { DOORS, throughBothDoors, throughDoor, type DoorRun } from './both.mts';
import { tlsFront, type TlsFront } from './tls-front.mts';

/* n8n's own 'Request Options': the custom door reads them itself, for the declarative one n8n does. */

const setting = useSetting();
const SEND = 'SendWhatsAppMessage';

const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}` } }));

const send = async (door: Door, requestOptions: unknown, run: Partial<DoorRun> = {}) =>
	await throughDoor(setting, door, 'message.send', {
		items: people(3),
		...run,
		parameters: { to: '={{ $json.to }}', messageType: 'text', textBody: 'Hello', requestOptions },
	});

const sends = () => requestsFor(setting.aws, SEND);

describe.each(DOORS)('through the %s door', (door) => {
	describe('the proxy', () => {
		let proxy: ForwardProxy;
		beforeEach(async () => {
			proxy = await forwardProxy();
		});
		afterEach(async () => await proxy.close());

		const asked = () =>
			proxy.asked.filter((url) => url.startsWith(setting.aws.endpoints.socialMessaging));

		it('is asked for every request', async () => {
			expect(await send(door, { proxy: proxy.url })).toMatchObject({ status: 'success' });
			expect(asked()).toHaveLength(3);
		});

		it('is that of each item where it is an expression', async () => {
			const items = people(3).map(({ json }, i) => ({
				json: { ...json, proxy: i === 1 ? proxy.url : '' },
			}));
			expect(await send(door, { proxy: '={{ $json.proxy }}' }, { items })).toMatchObject({
				status: 'success',
			});
			expect(asked()).toHaveLength(1);
			expect(sends()).toHaveLength(3);
		});

		it('may need a name and a password, with signs that a URL has to encode', async () => {
			const withSecret = proxy.url.replace('//', '//ada:p%40ss%2F%C3%BC@');
			expect(await send(door, { proxy: withSecret })).toMatchObject({ status: 'success' });
			const auth = Buffer.from('ada:p@ss/ü').toString('base64');
			expect(proxy.authorizations).toEqual(Array(3).fill(`Basic ${auth}`));
		});
	});

	it.each([200, '200'])('the timeout ends a request without an answer: %p', async (timeout) => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 20_000, action: SEND });
		const { error } = await send(door, { timeout }, { items: people(1) });
		expect(error?.description).toMatch(/may or may not have been carried out/);
		expect(sends()).toHaveLength(1);
	});

	it.each([0, -1, ''])('a timeout that says nothing leaves it at ours: %p', async (timeout) => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 300, action: SEND });
		expect(await send(door, { timeout })).toMatchObject({ status: 'success' });
	});

	it.each([
		[2, 300, 5, 2],
		[1, 150, 3, 2],
		[0, 150, 3, 2],
		[50, 150, 3, 0],
	])(
		'batches of %d every %d ms space %d items out',
		async (batchSize, batchInterval, count, pauses) => {
			const batching = { batch: { batchSize, batchInterval } };
			const { status } = await send(door, { batching }, { items: people(count) });
			expect(status).toBe('success');
			const arrivals = sends().map(({ arrivedAt }) => arrivedAt);
			const size = Math.max(batchSize, 1);
			for (let i = 1; i <= pauses; i++) {
				// The first of a batch, and the last of the one before; timers may be early by a moment.
				const gap = (arrivals[i * size] ?? 0) - (arrivals[(i - 1) * size] ?? 0);
				expect(gap).toBeGreaterThanOrEqual(batchInterval / 3);
			}
		},
	);
});

describe('both doors', () => {
	let front: TlsFront;
	beforeAll(async () => {
		front = await tlsFront(setting.aws.endpoints.socialMessaging);
	});
	afterAll(async () => await front.close());

	it.each([true, false, 'true', ' on ', 'false', 0, 'maybe'])(
		"read 'Ignore SSL Issues' alike: %p",
		async (value) => {
			const { custom, declarative } = await throughBothDoors(setting, 'message.send', async () => ({
				parameters: {
					to: '={{ $json.to }}',
					messageType: 'text',
					textBody: 'Hello',
					// n8n evaluates no expression in it.
					requestOptions: { allowUnauthorizedCerts: value },
				},
				items: people(2),
				credentials: { ...setting.credentials, socialMessagingEndpoint: front.url },
				onError: 'continueRegularOutput',
			}));
			const isIgnored = [true, 'true', ' on '].includes(value as string);
			expect(custom.requests).toHaveLength(isIgnored ? 2 : 0);
			expect(declarative).toEqual(custom);
		},
	);

	it('cost the first item only, if an expression in them fails for it and the workflow continues', async () => {
		const items = people(3).map(({ json }, n) => ({ json: { ...json, n } }));
		const proxy = '={{ $json.n === 0 ? $("No such node").item.json.x : "" }}';
		const { outputs } = await send(
			'custom',
			{ proxy },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(outputs[0]?.map(({ json }) => json.error !== undefined)).toEqual([true, false, false]);
		expect(sends()).toHaveLength(2);
	});

	it.each([
		['has no port', 'http://127.0.0.1', 'AWS could not be reached'],
		['has no scheme', '127.0.0.1:3128', "'Proxy' is not a valid proxy URL"],
		['is none', 'no proxy', "'Proxy' is not a valid proxy URL"],
	])(
		'send nothing if the proxy %s; in the declarative door, n8n itself refuses it, without pairing or details',
		async (_name, proxy, message) => {
			const { custom, declarative } = await throughBothDoors(setting, 'message.send', async () => ({
				parameters: {
					to: '={{ $json.to }}',
					messageType: 'text',
					textBody: 'Hello',
					requestOptions: { proxy },
				},
				items: people(1),
				onError: 'continueRegularOutput',
			}));
			expect(custom.requests).toEqual([]);
			expect(String(custom.outputs[0]?.[0]?.json.error)).toContain(message);
			expect(declarative.requests).toEqual([]);
			expect(declarative.outputs[0]?.[0]?.json).toEqual({ error: 'The proxy is not valid' });
		},
	);
});
