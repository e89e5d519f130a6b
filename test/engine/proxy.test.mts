import type { Json } from './engine.mts';
import { forwardProxy, type ForwardProxy } from './forward-proxy.mts';
import { requestsFor } from './recorded.mts';
import { useSetting } from './setting.mts';

const setting = useSetting();
let proxy: ForwardProxy;
let person = 0;
beforeEach(async () => {
	proxy = await forwardProxy();
	person += 1;
});
afterEach(async () => await proxy.close());

const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}` } }));
const asRole = (): Json => ({
	...setting.credentials,
	roleArn: setting.aws.roles.sender,
	roleSessionName: `proxy-${person}`,
});
const send = async (count: number, more: Json = {}) =>
	await setting.send(
		{ to: '={{ $json.to }}', messageType: 'text', textBody: 'Hello', ...more },
		{ items: people(count), credentials: asRole() },
	);
const askedFor = (endpoint: string) => proxy.asked.filter((url) => url.startsWith(endpoint)).length;

describe('the proxy of Request Options', () => {
	it('is used for AssumeRole too, once for 100 items', async () => {
		const { status, error } = await send(100, { requestOptions: { proxy: proxy.url } });
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(setting.aws.phone.messages).toHaveLength(100);
		expect(requestsFor(setting.aws, 'AssumeRole')).toHaveLength(1);
		expect(askedFor(setting.aws.endpoints.sts)).toBe(1);
		expect(askedFor(setting.aws.endpoints.socialMessaging)).toBe(100);
	});

	it('is used for the renewal when the session has ended', async () => {
		const options = { requestOptions: { proxy: proxy.url } };
		await send(1, options);
		setting.aws.sessions.expireAll();
		const { status } = await send(1, options);
		expect(status).toBe('success');
		expect(askedFor(setting.aws.endpoints.sts)).toBe(2);
	});

	it('is not used by a node that does not set one', async () => {
		await send(1, { requestOptions: { proxy: proxy.url } });
		const passed = proxy.asked.length;
		const { status } = await send(1);
		expect(status).toBe('success');
		expect(proxy.asked).toHaveLength(passed);
	});

	it('ends in an error that says so if it is unreachable, with nothing sent directly', async () => {
		await proxy.close();
		const { error } = await send(1, { requestOptions: { proxy: proxy.url } });
		expect(error?.message).toBe('AWS could not be reached');
		expect(error?.description).toContain('Nothing was sent');
		expect(setting.aws.requests).toEqual([]);
		proxy = await forwardProxy();
	});
});
