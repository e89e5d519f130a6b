import { locator, jsonOf, pairsOf, useSetting } from './setting.mts';
import { requestsFor, serviceRequests } from './recorded.mts';

const setting = useSetting();

const PUT = 'PutWhatsAppBusinessAccountEventDestinations';
const SNS = 'arn:aws:sns:eu-west-1:111122223333:';
const ROLE = 'arn:aws:iam::111122223333:role/whatsapp-events';
const CONNECT = 'arn:aws:connect:eu-west-1:111122223333:instance/4711';
const topic = (name: string) => ({
	destinationType: 'snsTopic',
	eventDestinationArn: `${SNS}${name}`,
});
const account = (index = 0) => {
	const found = setting.aws.account.businessAccounts[index];
	if (!found) throw new Error(`There is no account ${index}`);
	return found;
};

describe('a business account', () => {
	it('has the date it was linked as ISO 8601, alone and in the list', async () => {
		const [one] = jsonOf(await setting.run('businessAccount', 'get', {}));
		expect(one).toMatchObject({
			id: account().id,
			wabaName: 'Nordwind Coffee',
			linkDate: '2025-03-04T09:12:45.500Z',
			phoneNumbers: [expect.objectContaining({ displayPhoneNumber: '+49 30 901820' }), {}],
		});
		const all = await setting.run('businessAccount', 'getAll', {}, { items: [{ json: {} }] });
		expect(jsonOf(all).map(({ linkDate }) => linkDate)).toEqual([
			'2025-03-04T09:12:45.500Z',
			'2025-09-18T14:03:10.000Z',
			'2026-01-27T07:55:00.000Z',
		]);
		expect(pairsOf(all)).toEqual([0, 0, 0]);
	});

	it('that is disassociated is gone, and the result says which one it was', async () => {
		const { id } = account(1);
		const result = await setting.run('businessAccount', 'disassociate', {
			businessAccountId: locator(account(1).arn),
		});
		expect(jsonOf(result)).toEqual([
			{ success: true, businessAccountId: expect.stringContaining(':waba/') },
		]);
		expect(setting.aws.account.businessAccounts.map((each) => each.id)).not.toContain(id);
	});
});

describe('setting the event destination', () => {
	it('replaces the existing one and says which one it was', async () => {
		const result = await setting.run('businessAccount', 'setEventDestinations', topic('new'));
		expect(jsonOf(result)).toEqual([
			{
				success: true,
				businessAccountId: setting.businessAccountId,
				eventDestinations: [{ eventDestinationArn: `${SNS}new` }],
				replaced: [{ eventDestinationArn: `${SNS}whatsapp-events` }],
			},
		]);
		expect(account().eventDestinations).toEqual([{ eventDestinationArn: `${SNS}new` }]);
	});

	it('may remove it, and may be the first', async () => {
		const none = await setting.run('businessAccount', 'setEventDestinations', {
			destinationType: 'none',
		});
		expect(jsonOf(none)[0]).toMatchObject({ eventDestinations: [], replaced: [{}] });
		expect(account().eventDestinations).toEqual([]);
		const first = await setting.run('businessAccount', 'setEventDestinations', {
			destinationType: 'amazonConnect',
			eventDestinationArn: CONNECT,
			roleArn: ROLE,
		});
		expect(jsonOf(first)[0]).toMatchObject({ replaced: [] });
		expect(account().eventDestinations).toEqual([{ eventDestinationArn: CONNECT, roleArn: ROLE }]);
	});

	it('replaces only the expected one', async () => {
		const replaceOnly = (arn: string) => ({ options: { replaceOnly: locator(arn) } });
		const refused = await setting.run('businessAccount', 'setEventDestinations', {
			...topic('new'),
			...replaceOnly(`${SNS}somebody-elses`),
		});
		expect(refused.error?.message).toBe(
			"'Only If Current Destination Is' does not match the current event destination [item 0]",
		);
		expect(refused.error?.description).toContain(`${SNS}whatsapp-events`);
		expect(refused.error?.description).toContain('Nothing was changed.');
		expect(requestsFor(setting.aws, PUT)).toEqual([]);
		expect(account().eventDestinations).toHaveLength(1);

		const done = await setting.run('businessAccount', 'setEventDestinations', {
			...topic('new'),
			...replaceOnly(`${SNS}whatsapp-events`),
		});
		expect(done.error).toBeUndefined();
		expect(account().eventDestinations).toEqual([{ eventDestinationArn: `${SNS}new` }]);
	});

	it('is refused if another one is expected and there is none', async () => {
		account().eventDestinations = [];
		const { error } = await setting.run('businessAccount', 'setEventDestinations', {
			...topic('new'),
			options: { replaceOnly: locator(`${SNS}whatsapp-events`) },
		});
		expect(error?.description).toContain('The current event destination is not set.');
		expect(requestsFor(setting.aws, PUT)).toEqual([]);
	});

	it('is refused for a FIFO topic before anything is sent', async () => {
		const { error } = await setting.run(
			'businessAccount',
			'setEventDestinations',
			topic('events.fifo'),
		);
		expect(error?.message).toBe("'Event Destination ARN' is a FIFO topic [item 0]");
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('associating a business account', () => {
	const associate = async (parameters: object) =>
		await setting.run('businessAccount', 'associate', { ...parameters });
	const begin = async () => {
		const [answer] = jsonOf(
			await associate({ associateStep: 'signupCallback', accessToken: 'EAAB-of-meta' }),
		);
		return answer?.signupCallbackResult as {
			associateInProgressToken: string;
			linkedAccountsWithIncompleteSetup: Record<
				string,
				{ unregisteredWhatsAppPhoneNumbers: Array<{ phoneNumberId: string }> }
			>;
		};
	};

	it("leads from Meta's token to a linked account, with tags and destination", async () => {
		const atelier = account(2);
		const started = await begin();
		const [incomplete] = Object.values(started.linkedAccountsWithIncompleteSetup);
		const number = incomplete?.unregisteredWhatsAppPhoneNumbers[0];
		const finished = await associate({
			associateStep: 'setupFinalization',
			associateInProgressToken: started.associateInProgressToken,
			setupTarget: 'waba',
			businessAccountId: locator(atelier.id),
			phoneNumbers: {
				phoneNumber: [
					{
						id: number?.phoneNumberId,
						twoFactorPin: '123456',
						dataLocalizationRegion: 'DE',
						tags: { tag: [{ key: 'team', value: 'paris' }] },
					},
				],
			},
			...topic('atelier'),
			tags: { tag: [{ key: 'department', value: 'sales' }] },
		});
		expect(finished.error).toBeUndefined();
		expect(jsonOf(finished)).toEqual([
			{ linkedWhatsAppBusinessAccountId: atelier.id, statusCode: 200 },
		]);
		expect(atelier).toMatchObject({
			registrationStatus: 'COMPLETE',
			eventDestinations: [{ eventDestinationArn: `${SNS}atelier` }],
		});
		const { tags } = setting.aws.account;
		expect(tags.of(atelier.arn)).toEqual([{ key: 'department', value: 'sales' }]);
		expect(tags.of(atelier.phoneNumbers[0]?.arn ?? '')).toEqual([{ key: 'team', value: 'paris' }]);
	});

	it('can add numbers to an account that is already linked', async () => {
		const { associateInProgressToken } = await begin();
		const [, second] = account().phoneNumbers;
		const finished = await associate({
			associateStep: 'setupFinalization',
			associateInProgressToken,
			setupTarget: 'phoneNumberParent',
			phoneNumbers: { phoneNumber: [{ id: second?.id, twoFactorPin: '654321' }] },
		});
		expect(jsonOf(finished)[0]).toMatchObject({
			linkedWhatsAppBusinessAccountId: setting.businessAccountId,
		});
	});

	it('is not repeated if the answer is lost, because a token is valid only once', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'AssociateWhatsAppBusinessAccount' });
		const { error } = await associate({ associateStep: 'signupCallback', accessToken: 'EAAB' });
		expect(error?.description).toMatch(/may or may not/);
		expect(error?.description).not.toContain('EAAB');
		expect(serviceRequests(setting.aws)).toHaveLength(1);
	});

	it('is refused with the position of the problem, which never shows the PIN', async () => {
		const { error } = await associate({
			associateStep: 'setupFinalization',
			associateInProgressToken: 'token',
			setupTarget: 'phoneNumberParent',
			phoneNumbers: {
				phoneNumber: [
					{ id: '1', twoFactorPin: '123456' },
					{ id: '2', twoFactorPin: '7654321' },
				],
			},
		});
		expect(error?.message).toBe("'Phone Numbers 2: Two-Factor PIN' is too long [item 0]");
		expect(`${error?.description}`).not.toContain('7654321');
		expect(setting.aws.requests).toEqual([]);
	});
});
