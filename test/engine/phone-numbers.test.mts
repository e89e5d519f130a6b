import { generateKeyPairSync } from 'node:crypto';
import { jsonOf, useSetting } from './setting.mts';
import { bodyOf, requestsFor } from './recorded.mts';

const setting = useSetting();

const run = async (operation: string, parameters: object = {}) =>
	await setting.run('phoneNumber', operation, { ...parameters });

const HOURS = {
	callEnabled: true,
	setCallHours: true,
	timezone: 'Europe/Berlin',
	callHoursEnabled: true,
	weeklyOperatingHours: {
		hours: [
			{ dayOfWeek: 'MONDAY', openTime: '09:00', closeTime: '12:30' },
			{ dayOfWeek: 'MONDAY', openTime: '13:30', closeTime: '17:00' },
		],
	},
	holidaySchedule: { holiday: [{ date: '2026-12-24', startTime: '09:00', endTime: '12:00' }] },
	additionalFields: { callIconVisibility: 'DEFAULT', callbackPermissionStatus: 'DISABLED' },
};

describe('phone numbers', () => {
	it('are listed, one item each, as many as wanted', async () => {
		const all = jsonOf(await run('getAll', { returnAll: true }));
		expect(all.map(({ displayPhoneNumber }) => displayPhoneNumber)).toEqual([
			'+49 30 901820',
			'+49 40 4289900',
		]);
		expect(jsonOf(await run('getAll', { limit: 1 }))).toEqual(all.slice(0, 1));
	});

	it('are looked up with their business account', async () => {
		expect(jsonOf(await run('get'))).toEqual([
			expect.objectContaining({
				phoneNumberId: setting.phoneNumberId,
				displayPhoneNumberName: 'Nordwind Coffee',
				linkedWhatsAppBusinessAccountId: setting.businessAccountId,
			}),
		]);
	});
});

describe('call settings', () => {
	it('are set, and come back when the number is looked up', async () => {
		const result = await run('updateCallSettings', HOURS);
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toEqual([{ success: true, phoneNumberId: setting.phoneNumberId }]);
		const [request] = requestsFor(setting.aws, 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber');
		const { callSettings } = bodyOf(request);
		expect(setting.aws.account.phoneNumbers[0]?.callSettings).toEqual(callSettings);
		expect(jsonOf(await run('get'))[0]).toMatchObject({ callSettings });
	});

	it.each([
		[{ callEnabled: '={{ $json.nothing }}' }, "'Calls Enabled' is empty"],
		[{ timezone: 'Berlin' }, "'Time Zone' is not a time zone"],
		[
			{ holidaySchedule: { holiday: [{ date: '24.12.2026' }] } },
			"'Holidays 1: Date' is not a valid date",
		],
		[
			{ weeklyOperatingHours: { hours: [{ openTime: '9 o’clock' }] } },
			"'Weekly Hours 1: Opens At' is not a time of day",
		],
	])('are refused before anything is sent: %j', async (wrong, message) => {
		const { error } = await run('updateCallSettings', { ...HOURS, ...wrong });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('the public key', () => {
	const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString().trim();
	const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	const asText = (businessPublicKey: string) => ({
		keySource: 'businessPublicKey',
		businessPublicKey,
	});

	it('is set as text and comes back', async () => {
		const result = await run('setPublicKey', asText(pem));
		expect(jsonOf(result)).toEqual([
			{ success: true, originationPhoneNumberId: setting.phoneNumberId },
		]);
		expect(jsonOf(await run('getPublicKey'))).toEqual([
			{ businessPublicKey: pem, businessPublicKeySignatureStatus: 'VALID' },
		]);
	});

	it('can be a KMS key', async () => {
		const kmsKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';
		const result = await run('setPublicKey', { keySource: 'kmsKeyArn', kmsKeyArn });
		expect(result.error).toBeUndefined();
		expect(jsonOf(await run('getPublicKey'))[0]?.businessPublicKey).toContain('BEGIN PUBLIC KEY');
	});

	it('is never a private one: nothing is sent, and nothing of it is shown', async () => {
		const { error } = await run('setPublicKey', asText(secret));
		expect(error?.message).toBe("'Public Key' contains a private key [item 0]");
		expect(JSON.stringify(error)).not.toContain(secret.split('\n')[1]);
		expect(setting.aws.requests).toEqual([]);
	});
});
