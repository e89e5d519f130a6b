import { generateKeyPairSync } from 'node:crypto';
import { useLocalAws } from '../use-local-aws.mts';
import { base64, callSocialMessaging } from '../clients.mts';

const aws = useLocalAws();
let originationPhoneNumberId: string;
beforeAll(async () => {
	originationPhoneNumberId = aws.account.phoneNumbers[0]?.id ?? '';
});

const call = (method: string, path: string, body?: object) =>
	callSocialMessaging(aws, method, `/v1/whatsapp/${path}`, body);

const invalid = { status: 400, error: 'InvalidParametersException' };
const constraint = { status: 400, error: 'ValidationException' };
const notFound = { status: 404, error: 'ResourceNotFoundException' };

describe('call settings', () => {
	const time = (hours: number, minutes = 0) => ({ hours, minutes });
	const callHours = {
		enabled: true,
		timezone: 'Europe/Berlin',
		weeklyOperatingHours: [{ dayOfWeek: 'MONDAY', openTime: time(9), closeTime: time(17, 30) }],
		holidaySchedule: [{ date: '2026-12-24', startTime: time(0), endTime: time(23, 59) }],
	};
	const settings = {
		callEnabled: true,
		callIconVisibility: 'DEFAULT',
		callbackPermissionStatus: 'ENABLED',
		callHours,
	};
	const update = (callSettings: object) =>
		call('PUT', `waba/phone?id=${originationPhoneNumberId}`, { callSettings });
	const read = async () =>
		(await call('GET', `waba/phone/details?id=${originationPhoneNumberId}`)).output;

	it('are shown with the phone number once they are set', async () => {
		expect(await read()).not.toHaveProperty('callSettings');
		expect(await update(settings)).toMatchObject({
			status: 200,
			output: { phoneNumberId: originationPhoneNumberId },
		});
		expect(await read()).toMatchObject({
			phoneNumber: { phoneNumberId: originationPhoneNumberId },
			callSettings: settings,
		});
	});

	it.each([
		['callSettings.callEnabled', {}],
		['callSettings.callIconVisibility', { callEnabled: true, callIconVisibility: '' }],
		[
			'callSettings.callHours.weeklyOperatingHours.1.member.dayOfWeek',
			{
				...settings,
				callHours: {
					...callHours,
					weeklyOperatingHours: [{ dayOfWeek: 'Monday', openTime: time(9), closeTime: time(17) }],
				},
			},
		],
		[
			'callSettings.callHours.weeklyOperatingHours.1.member.openTime.hours',
			{
				...settings,
				callHours: {
					...callHours,
					weeklyOperatingHours: [{ dayOfWeek: 'MONDAY', openTime: time(24), closeTime: time(17) }],
				},
			},
		],
		[
			'callSettings.callHours.weeklyOperatingHours',
			{
				...settings,
				callHours: {
					...callHours,
					weeklyOperatingHours: Array.from({ length: 15 }, () => ({
						dayOfWeek: 'MONDAY',
						openTime: time(9),
						closeTime: time(17),
					})),
				},
			},
		],
		[
			'callSettings.callHours.holidaySchedule.1.member.date',
			{
				...settings,
				callHours: {
					...callHours,
					holidaySchedule: [{ date: '24.12.', startTime: time(0), endTime: time(1) }],
				},
			},
		],
	])('are refused for %s', async (member, callSettings) => {
		const got = await update(callSettings);
		expect(got).toMatchObject(constraint);
		expect(JSON.stringify(got.output)).toContain(`'${member}'`);
	});

	it('are refused with an unknown time zone, or for an unknown number', async () => {
		const elsewhere = { ...settings, callHours: { ...callHours, timezone: 'Mars/Olympus' } };
		expect(await update(elsewhere)).toMatchObject(invalid);
		const unknown = `waba/phone?id=phone-number-id-${'0'.repeat(32)}`;
		expect(await call('PUT', unknown, { callSettings: settings })).toMatchObject(notFound);
		expect(await call('PUT', 'waba/phone', { callSettings: settings })).toMatchObject(constraint);
	});
});

describe('calls', () => {
	const permission = (input: object) =>
		call('POST', 'call/permission/get', { originationPhoneNumberId, ...input });
	const event = (callEvent: object, change: object = {}) =>
		call('POST', 'call/event', {
			originationPhoneNumberId,
			metaApiVersion: 'v23.0',
			callEvent: base64({ messaging_product: 'whatsapp', ...callEvent }),
			...change,
		});

	it('are allowed by permission, to a number or to a person without one', async () => {
		for (const who of [{ destinationPhoneNumber: '+4915112345678' }, { endUserBsuid: 'DE.abc' }])
			expect(await permission(who)).toMatchObject({
				status: 200,
				output: {
					permission: { status: 'temporary', expirationTime: expect.any(Number) },
					actions: [
						{
							actionName: 'send_call_permission_request',
							canPerformAction: true,
							limits: [{ currentUsage: 0, maxAllowed: 1, timePeriod: 'PT24H' }],
						},
						{ actionName: 'start_call', canPerformAction: true },
					],
				},
			});
		expect(await permission({})).toMatchObject(invalid);
		expect(await permission({ destinationPhoneNumber: '0151' })).toMatchObject(constraint);
		expect(await permission({ endUserBsuid: '' })).toMatchObject(constraint);
	});

	it('get an id when they are made, and end once', async () => {
		const made = await event({ action: 'connect', to: '+4915112345678' });
		const { callId } = made.output as { callId: string };
		expect(callId).toMatch(/^wacid\./);
		const end = { action: 'terminate', call_id: callId };
		expect(await event(end)).toMatchObject({ status: 200, output: { callId } });
		expect(await event(end)).toMatchObject({ status: 409, error: 'ConflictException' });
	});

	it('are refused if Meta could not make sense of them', async () => {
		expect(await event({ action: 'sing' })).toMatchObject(invalid);
		expect(await event({ action: 'accept' })).toMatchObject(invalid);
		expect(await event({ messaging_product: 'x' })).toMatchObject(invalid);
		expect(await event({}, { metaApiVersion: 'v19.0' })).toMatchObject(invalid);
		expect(await event({}, { callEvent: '' })).toMatchObject(constraint);
	});
});

describe('business public keys', () => {
	const pemOf = (modulusLength: number) =>
		generateKeyPairSync('rsa', { modulusLength })
			.publicKey.export({ type: 'spki', format: 'pem' })
			.toString();
	const put = (input: object) =>
		call('PUT', 'business-public-key', { originationPhoneNumberId, ...input });
	const get = (id = originationPhoneNumberId) =>
		call('GET', `business-public-key?originationPhoneNumberId=${id}`);
	const kmsKeyArn = 'arn:aws:kms:eu-west-1:111122223333:alias/flows';

	it('are kept for each phone number', async () => {
		expect(await get()).toMatchObject(notFound);
		const businessPublicKey = pemOf(2048);
		expect(await put({ businessPublicKey })).toEqual({
			status: 200,
			error: null,
			output: undefined,
		});
		expect(await get()).toMatchObject({
			output: { businessPublicKey, businessPublicKeySignatureStatus: 'VALID' },
		});
		expect(await get(aws.account.phoneNumbers[1]?.id)).toMatchObject(notFound);
	});

	it('can come from KMS', async () => {
		expect(await put({ kmsKeyArn })).toMatchObject({ status: 200 });
		expect((await get()).output).toMatchObject({
			businessPublicKey: expect.stringContaining('BEGIN PUBLIC KEY'),
		});
		const elsewhere = kmsKeyArn.replace('eu-west-1', 'us-east-1');
		expect(await put({ kmsKeyArn: elsewhere })).toMatchObject(invalid);
		expect(await put({ kmsKeyArn: 'alias/flows' })).toMatchObject(constraint);
	});

	it('are refused if missing or not of 2048 bits', async () => {
		expect(await put({})).toMatchObject(invalid);
		expect(await put({ kmsKeyArn, businessPublicKey: pemOf(2048) })).toMatchObject(invalid);
		expect(await put({ businessPublicKey: pemOf(1024) })).toMatchObject(invalid);
		expect(await put({ businessPublicKey: 'key' })).toMatchObject(invalid);
		expect(await put({ businessPublicKey: 'x'.repeat(8193) })).toMatchObject(constraint);
	});
});

describe('conversion events', () => {
	const idOf = (index = 0) => aws.account.businessAccounts[index]?.id ?? '';
	const createDataset = async () =>
		(await call('POST', 'waba/dataset', { id: idOf() })).output as { datasetId: string };
	const event = () => ({
		event_name: 'Purchase',
		event_time: Math.floor(Date.now() / 1000),
		action_source: 'business_messaging',
		messaging_channel: 'whatsapp',
		user_data: { whatsapp_business_account_id: '1', ctwa_clid: 'x' },
	});
	const send = (datasetId: string, data: unknown) =>
		call('POST', 'waba/dataset/events', { id: idOf(), datasetId, eventData: base64({ data }) });

	it('go to the only data set of the account', async () => {
		const { datasetId } = await createDataset();
		expect(datasetId).toMatch(/^\d{10,20}$/);
		expect(await createDataset()).toEqual({ datasetId });
		expect((await call('GET', `waba/details?id=${idOf()}`)).output).toMatchObject({
			account: { datasetId },
		});
		expect((await call('GET', 'waba/list')).output).toMatchObject({
			linkedAccounts: [{ datasetId }, {}, {}],
		});
		expect(await send(datasetId, [event()])).toMatchObject({
			status: 200,
			output: { requestId: expect.any(String) },
		});
	});

	it('are refused in the wrong number, shape or data set', async () => {
		const { datasetId } = await createDataset();
		const many = Array.from({ length: 1001 }, event);
		for (const data of [[], many, undefined, [{ ...event(), event_time: 1 }], ['x'], [{}]])
			expect(await send(datasetId, data)).toMatchObject(invalid);
		expect(await send('1234567890', [event()])).toMatchObject(notFound);
		expect(await send('123', [event()])).toMatchObject(constraint);
		expect(await call('POST', 'waba/dataset', { id: 'x' })).toMatchObject(constraint);
	});
});
