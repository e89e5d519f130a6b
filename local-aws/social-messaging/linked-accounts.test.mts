import {
	AssociateWhatsAppBusinessAccountCommand,
	DisassociateWhatsAppBusinessAccountCommand,
	GetLinkedWhatsAppBusinessAccountCommand,
	ListTagsForResourceCommand,
	ListWhatsAppMessageTemplatesCommand,
	PutWhatsAppBusinessAccountEventDestinationsCommand,
	TagResourceCommand,
	UntagResourceCommand,
} from '@aws-sdk/client-socialmessaging';
import type {
	SocialMessagingClient,
	WhatsAppSetupFinalization,
} from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
beforeAll(async () => {
	client = socialMessagingClient(aws);
});

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };
const constraint = { name: 'ValidationException', $metadata: { httpStatusCode: 400 } };
const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };

const account = (index = 0) => {
	const found = aws.account.businessAccounts[index];
	if (!found) throw new Error(`There is no business account ${index}.`);
	return found;
};

const details = async (id: string) =>
	(await client.send(new GetLinkedWhatsAppBusinessAccountCommand({ id }))).account;

describe('tags', () => {
	const list = async (resourceArn: string) =>
		await client.send(new ListTagsForResourceCommand({ resourceArn }));
	const tag = (resourceArn: string, tags: Array<{ key: string; value?: string }>) =>
		client.send(new TagResourceCommand({ resourceArn, tags }));

	it.each([
		['a business account', () => account().arn],
		['a phone number', () => account().phoneNumbers[0]?.arn ?? ''],
	])('are merged, overwritten and removed from %s', async (_what, arnOf) => {
		const arn = arnOf();
		expect(await list(arn)).toMatchObject({ statusCode: 200, tags: [] });
		const tags = [
			{ key: 'team', value: 'shop' },
			{ key: 'plain', value: '' },
		];
		expect(await tag(arn, [{ key: 'team', value: 'shop' }, { key: 'plain' }])).toMatchObject({
			statusCode: 200,
		});
		expect(await list(arn)).toMatchObject({ tags });
		await tag(arn, [{ key: 'team', value: 'office' }]);
		const untag = new UntagResourceCommand({ resourceArn: arn, tagKeys: ['plain', 'unheard-of'] });
		expect(await client.send(untag)).toMatchObject({ statusCode: 200 });
		expect(await list(arn)).toMatchObject({ tags: [{ key: 'team', value: 'office' }] });
	});

	it('are only on existing resources, under their ARN, and at most fifty each', async () => {
		await expect(tag(account().id, [])).rejects.toMatchObject(constraint);
		await expect(list(`${account().arn}0`)).rejects.toMatchObject(invalid);
		await expect(tag(account().arn, [{ key: '' }])).rejects.toMatchObject(constraint);
		const value = 'x'.repeat(257);
		await expect(tag(account().arn, [{ key: 'k', value }])).rejects.toMatchObject(constraint);
		await expect(tag(account().arn, [{ key: 'aws:x' }])).rejects.toMatchObject(invalid);
		const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}` }));
		await expect(tag(account().arn, many)).rejects.toMatchObject(invalid);
		expect(await list(account().arn)).toMatchObject({ tags: [] });
	});
});

describe('event destinations', () => {
	const put = (eventDestinations: Array<{ eventDestinationArn: string; roleArn?: string }>) =>
		client.send(
			new PutWhatsAppBusinessAccountEventDestinationsCommand({
				id: account().arn,
				eventDestinations,
			}),
		);
	const destination = {
		eventDestinationArn: 'arn:aws:connect:eu-west-1:111122223333:instance/1',
		roleArn: 'arn:aws:iam::111122223333:role/connect',
	};

	it('are replaced as a whole, even by nothing', async () => {
		await put([destination]);
		expect(await details(account().id)).toMatchObject({ eventDestinations: [destination] });
		await put([]);
		expect(await details(account().id)).toMatchObject({ eventDestinations: [] });
	});

	it('are at most one, with valid ARNs', async () => {
		await expect(put([destination, destination])).rejects.toMatchObject({
			...constraint,
			message: expect.stringContaining("'eventDestinations'"),
		});
		await expect(put([{ eventDestinationArn: 'topic' }])).rejects.toMatchObject(constraint);
		const roleArn = 'arn:aws:iam::111122223333:role/with/path';
		await expect(put([{ ...destination, roleArn }])).rejects.toMatchObject(constraint);
	});
});

describe('linking', () => {
	const begin = async () =>
		await client.send(
			new AssociateWhatsAppBusinessAccountCommand({ signupCallback: { accessToken: 'EAAG' } }),
		);
	const finish = (change: Partial<WhatsAppSetupFinalization>) =>
		client.send(
			new AssociateWhatsAppBusinessAccountCommand({
				setupFinalization: {
					associateInProgressToken: '',
					phoneNumbers: [
						{
							id: account(2).phoneNumbers[0]?.metaPhoneNumberId,
							twoFactorPin: '123456',
							dataLocalizationRegion: 'CH',
							tags: [{ key: 'team', value: 'atelier' }],
						},
					],
					waba: { id: account(2).wabaId, tags: [{ key: 'new', value: 'yes' }] },
					...change,
				},
			}),
		);

	it('returns what is incomplete, and completes it', async () => {
		const { signupCallbackResult, statusCode } = await begin();
		expect(statusCode).toBe(200);
		expect(signupCallbackResult?.linkedAccountsWithIncompleteSetup).toMatchObject({
			[account(2).wabaId]: {
				accountName: 'Atelier Lumière',
				registrationStatus: 'INCOMPLETE',
				wabaId: account(2).id,
				unregisteredWhatsAppPhoneNumbers: [{ displayPhoneNumber: '+33 1 70189900' }],
			},
		});
		const { associateInProgressToken } = signupCallbackResult ?? {};
		const done = await finish({ associateInProgressToken });
		expect(done).toMatchObject({ statusCode: 200, linkedWhatsAppBusinessAccountId: account(2).id });
		expect(await details(account(2).id)).toMatchObject({
			registrationStatus: 'COMPLETE',
			phoneNumbers: [{ dataLocalizationRegion: 'CH' }],
		});
		const arn = account(2).phoneNumbers[0]?.arn;
		expect(await client.send(new ListTagsForResourceCommand({ resourceArn: arn }))).toMatchObject({
			tags: [{ key: 'team', value: 'atelier' }],
		});
		await expect(finish({ associateInProgressToken })).rejects.toMatchObject(invalid);
	});

	it('registers numbers of an account that is already linked', async () => {
		const { signupCallbackResult } = await begin();
		const done = await finish({
			associateInProgressToken: signupCallbackResult?.associateInProgressToken,
			phoneNumbers: [{ id: account().phoneNumbers[1]?.metaPhoneNumberId, twoFactorPin: '000000' }],
			waba: undefined,
			phoneNumberParent: account().arn,
		});
		expect(done.linkedWhatsAppBusinessAccountId).toBe(account().id);
	});

	it('refuses parts that do not fit together', async () => {
		const { signupCallbackResult } = await begin();
		const { associateInProgressToken } = signupCallbackResult ?? {};
		const number = account(2).phoneNumbers[0]?.metaPhoneNumberId;
		for (const change of [
			{ associateInProgressToken: 'forged' },
			{ phoneNumberParent: account().id },
			{ waba: undefined },
			{ waba: { id: account().wabaId } },
			{ phoneNumbers: [{ id: '404', twoFactorPin: '123456' }] },
			{ phoneNumbers: [{ id: number, twoFactorPin: '12' }] },
			{ phoneNumbers: [{ id: number, twoFactorPin: '123456', dataLocalizationRegion: 'XX' }] },
		])
			await expect(finish({ associateInProgressToken, ...change })).rejects.toMatchObject(invalid);
		const tooLong = { phoneNumbers: [{ id: number, twoFactorPin: '1234567' }] };
		await expect(finish(tooLong)).rejects.toMatchObject(constraint);
		await expect(
			client.send(new AssociateWhatsAppBusinessAccountCommand({})),
		).rejects.toMatchObject(invalid);
		expect(account(2).registrationStatus).toBe('INCOMPLETE');
	});

	it('ends when the account is unlinked, with everything in it', async () => {
		const { id } = account();
		await client.send(new DisassociateWhatsAppBusinessAccountCommand({ id }));
		await expect(details(id)).rejects.toMatchObject(notFound);
		await expect(
			client.send(new ListWhatsAppMessageTemplatesCommand({ id })),
		).rejects.toMatchObject(notFound);
		await expect(
			client.send(new DisassociateWhatsAppBusinessAccountCommand({ id })),
		).rejects.toMatchObject(notFound);
		expect(aws.account.businessAccounts).toHaveLength(2);
	});
});
