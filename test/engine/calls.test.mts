import { ADA, jsonOf, locator, useSetting } from './setting.mts';
import { blobOf, bodyOf, requestsFor } from './recorded.mts';

const setting = useSetting();

const run = async (resource: string, operation: string, parameters: object, json: object = {}) =>
	await setting.run(resource, operation, { ...parameters }, { items: [{ json }] });
const account = () => {
	const [first] = setting.aws.account.businessAccounts;
	if (!first) throw new Error('There is no account');
	return first;
};

describe('the permission to call', () => {
	it('is flattened with the answers, or returned as AWS sends it', async () => {
		const parameters = { customerBy: 'destinationPhoneNumber', destinationPhoneNumber: ADA };
		expect(jsonOf(await run('call', 'getPermission', parameters))).toEqual([
			{
				status: 'temporary',
				expirationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				canStartCall: true,
				canRequestPermission: true,
			},
		]);
		const [whole] = jsonOf(await run('call', 'getPermission', { ...parameters, simplify: false }));
		expect(whole).toMatchObject({
			permission: { expirationTime: expect.any(Number) },
			actions: [{ limits: [{}] }, {}],
		});
	});
});

describe('a call event', () => {
	const event = { action: 'connect', to: ADA, session: { sdp_type: 'offer', sdp: 'v=0\r\n👋' } };

	it('starts a call, whose ID is the result', async () => {
		const result = await run('call', 'sendEvent', { callEvent: JSON.stringify(event) });
		expect(jsonOf(result)).toEqual([{ callId: expect.stringMatching(/^wacid\./) }]);
	});

	it('is not sent twice, even if the answer is lost', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'SendWhatsAppCallEvent' });
		const { error } = await run('call', 'sendEvent', { callEvent: event });
		expect(error?.description).toMatch(/may or may not/);
		expect(requestsFor(setting.aws, 'SendWhatsAppCallEvent')).toHaveLength(1);
	});

	it('for a call that is over says so', async () => {
		const end = { action: 'terminate', call_id: 'wacid.1' };
		await run('call', 'sendEvent', { callEvent: end });
		const { error } = await run('call', 'sendEvent', { callEvent: end });
		expect(error?.description).toContain('ConflictException');
		expect(error?.httpCode).toBe('409');
	});

	it.each(['{}', '[]', '"connect"', '{', '={{ $json.nothing }}', '={{ 5 }}'])(
		'is not sent when it is %s',
		async (callEvent) => {
			const { error } = await run('call', 'sendEvent', { callEvent });
			expect(error?.message).toContain("'Call Event' is ");
			expect(setting.aws.requests).toEqual([]);
		},
	);
});

describe('conversions', () => {
	const event = () => ({
		event_name: 'Purchase',
		event_time: Math.floor(Date.now() / 1000) - 60,
		action_source: 'business_messaging',
		messaging_channel: 'whatsapp',
		user_data: { whatsapp_business_account_id: account().wabaId, ctwa_clid: 'ARAkLkA8' },
		custom_data: { currency: 'EUR', value: 19.99, note: '<b>{{ 1 }} 👍</b>' },
	});
	const createDataset = async () =>
		String(jsonOf(await run('conversion', 'createDataset', {}))[0]?.datasetId);

	it('need a dataset, which is the same however often it is created', async () => {
		const first = jsonOf(await run('conversion', 'createDataset', {}));
		expect(first).toEqual([
			{
				businessAccountId: setting.businessAccountId,
				datasetId: expect.stringMatching(/^\d{10,20}$/),
			},
		]);
		expect(await createDataset()).toBe(first[0]?.datasetId);
		const [business] = jsonOf(await run('businessAccount', 'get', {}));
		expect(business?.datasetId).toBe(first[0]?.datasetId);
	});

	it('are sent, entered whole or as the list of events', async () => {
		const datasetId = await createDataset();
		const sent = event();
		for (const eventData of [{ data: [sent] }, [sent], JSON.stringify([sent])]) {
			const result = await run(
				'conversion',
				'sendEvents',
				{ datasetId, eventData: '={{ $json.eventData }}' },
				{ eventData },
			);
			expect(result.error).toBeUndefined();
			expect(jsonOf(result)).toEqual([{ datasetId, requestId: expect.any(String) }]);
		}
		const requests = requestsFor(setting.aws, 'SendWhatsAppConversionEvent');
		expect(requests.map((request) => blobOf(request, 'eventData'))).toEqual(
			Array.from({ length: 3 }, () => ({ data: [sent] })),
		);
	});

	it.each([
		[
			'the time in milliseconds',
			{ event_time: 1_790_000_000_000 },
			'has an "event_time" in milliseconds',
		],
		['no name', { event_name: '' }, 'has no "event_name"'],
	])('are refused by number with %s, and nothing is sent', async (_name, wrong, problem) => {
		const eventData = [event(), { ...event(), ...wrong }];
		const { error } = await run('conversion', 'sendEvents', { datasetId: '1234567890', eventData });
		expect(error?.message).toContain("Event 2 in 'Events' ");
		expect(error?.message).toContain(problem);
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('marking a message as read', () => {
	const WAMID = 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE=';
	const mark = async (parameters: object) =>
		await setting.run('message', 'markAsRead', {
			originationPhoneNumberId: locator(setting.phoneNumberId),
			...parameters,
		});
	const sent = () => blobOf(requestsFor(setting.aws, 'SendWhatsAppMessage')[0], 'message');

	it('returns nothing else', async () => {
		const result = await mark({ messageId: ` ${WAMID} ` });
		expect(jsonOf(result)).toEqual([
			{ success: true, messageId: expect.any(String), readMessageId: WAMID },
		]);
		expect(sent()).toEqual({
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: WAMID,
		});
	});

	it('can show a typing indicator', async () => {
		await mark({ messageId: WAMID, typingIndicator: true, options: { metaApiVersion: 'v23.0' } });
		expect(sent()).toMatchObject({ message_id: WAMID, typing_indicator: { type: 'text' } });
		expect(bodyOf(requestsFor(setting.aws, 'SendWhatsAppMessage')[0]).metaApiVersion).toBe('v23.0');
	});

	it.each([
		['={{ $json.nothing }}', "'Message ID' is empty"],
		['7b5a1c1e-4d3e-4f8e-9d7a-1c2b3a4d5e6f', "'Message ID' has an invalid format"],
		['wamid.A B', "'Message ID' has an invalid format"],
		['={{ "wamid." + "A".repeat(507) }}', "'Message ID' is too long"],
		['={{ ["wamid.A"] }}', "'Message ID' is not text"],
	])('is refused for %s', async (messageId, message) => {
		const { error } = await mark({ messageId });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(setting.aws.requests).toEqual([]);
	});
});
