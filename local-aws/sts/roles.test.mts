import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ListLinkedWhatsAppBusinessAccountsCommand } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { s3Client, signedFetch, socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();

interface Keys {
	accessKeyId: string;
	secretAccessKey: string;
	sessionToken: string;
}

type Parameters = Record<string, string>;

async function assume(parameters: Parameters, credentials?: Keys, accept = 'application/json') {
	const form = { Action: 'AssumeRole', Version: '2011-06-15', RoleSessionName: 'n8n' };
	return await signedFetch(
		aws,
		{
			service: 'sts',
			method: 'POST',
			path: '/',
			body: new URLSearchParams({ ...form, ...parameters }).toString(),
			headers: { Accept: accept, 'Content-Type': 'application/x-www-form-urlencoded' },
		},
		credentials,
	);
}

interface Answer {
	AssumeRoleResponse: {
		AssumeRoleResult: {
			AssumedRoleUser: { Arn: string; AssumedRoleId: string };
			Credentials: {
				AccessKeyId: string;
				SecretAccessKey: string;
				SessionToken: string;
				Expiration: number;
			};
		};
	};
}

async function sessionOf(parameters: Parameters, credentials?: Keys) {
	const { AssumeRoleResponse } = (await (await assume(parameters, credentials)).json()) as Answer;
	const { AssumedRoleUser: user, Credentials: given } = AssumeRoleResponse.AssumeRoleResult;
	const keys = {
		accessKeyId: given.AccessKeyId,
		secretAccessKey: given.SecretAccessKey,
		sessionToken: given.SessionToken,
	};
	return { user, keys, secondsLeft: given.Expiration - Date.now() / 1000 };
}

async function refusal(parameters: Parameters, credentials?: Keys) {
	const response = await assume(parameters, credentials);
	const { Error: error } = (await response.json()) as { Error: { Code: string; Message: string } };
	return { status: response.status, code: error.Code, message: error.Message };
}

const sender = () => ({ RoleArn: aws.roles.sender });

it('gives fresh keys for a role, which every service accepts', async () => {
	const { user, keys, secondsLeft } = await sessionOf(sender());
	expect(user).toEqual({
		Arn: 'arn:aws:sts::111122223333:assumed-role/whatsapp-sender/n8n',
		AssumedRoleId: 'AROALOCALAWSROLE00001:n8n',
	});
	expect(keys.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
	expect(Math.round(secondsLeft / 10)).toBe(360);
	expect((await sessionOf(sender())).keys.accessKeyId).not.toBe(keys.accessKeyId);

	const list = new ListLinkedWhatsAppBusinessAccountsCommand({});
	await expect(socialMessagingClient(aws, { credentials: keys }).send(list)).resolves.toMatchObject(
		{ linkedAccounts: expect.any(Array) },
	);
	const objects = new ListObjectsV2Command({ Bucket: 'whatsapp-media' });
	await expect(s3Client(aws, { credentials: keys }).send(objects)).resolves.toMatchObject({
		KeyCount: 0,
	});
});

it('answers in XML unless asked for JSON, with the time as text', async () => {
	const text = await (await assume(sender(), undefined, '*/*')).text();
	expect(text).toMatch(/<Expiration>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/Expiration>/);
	expect(text).toContain('<AssumeRoleResult><AssumedRoleUser><Arn>');
});

it('requires the external id of a role that has one', async () => {
	const { arn, externalId } = aws.roles.partner;
	const denied = {
		status: 403,
		code: 'AccessDenied',
		message: `User: arn:aws:iam::111122223333:user/whatsapp-sender is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
	};
	expect(await refusal({ RoleArn: arn })).toEqual(denied);
	expect(await refusal({ RoleArn: arn, ExternalId: 'partner-4712' })).toEqual(denied);
	const { user } = await sessionOf({ RoleArn: arn, ExternalId: externalId });
	expect(user.Arn).toContain('assumed-role/partner/n8n');
});

it('leaves the path of a role out of the ARN of its session', async () => {
	const { user } = await sessionOf({ RoleArn: aws.roles.withPath });
	expect(user.Arn).toBe('arn:aws:sts::111122223333:assumed-role/notifier/n8n');
});

it('denies an unknown role', async () => {
	expect(await refusal({ RoleArn: 'arn:aws:iam::111122223333:role/nobody' })).toMatchObject({
		status: 403,
		code: 'AccessDenied',
	});
});

it.each([
	[{ RoleArn: 'arn:short' }, "at 'roleArn' failed to satisfy constraint: Member must have length"],
	[{ RoleArn: 'arn:aws:iam::111122223333:user/somebody' }, 'is invalid'],
	[{ RoleSessionName: 'n' }, "Value 'n' at 'roleSessionName'"],
	[{ RoleSessionName: 'two words' }, 'Member must satisfy regular expression pattern'],
	[{ ExternalId: 'x' }, "at 'externalId'"],
	[{ DurationSeconds: '899' }, "at 'durationSeconds'"],
	[{ DurationSeconds: '43201' }, "at 'durationSeconds'"],
])('refuses %j', async (parameters, text) => {
	const got = await refusal({ ...sender(), ...parameters });
	expect(got).toMatchObject({ status: 400, code: 'ValidationError' });
	expect(got.message).toContain(text);
});

it('limits a session to what the role allows, and to an hour for role chaining', async () => {
	const twoHours = { DurationSeconds: '7200' };
	expect((await sessionOf({ ...sender(), ...twoHours })).secondsLeft).toBeGreaterThan(7190);
	const tooLong = await refusal({ RoleArn: aws.roles.withPath, ...twoHours });
	expect(tooLong.message).toContain('MaxSessionDuration');
	const { keys } = await sessionOf(sender());
	expect((await refusal({ ...sender(), ...twoHours }, keys)).message).toContain('role chaining');
	await expect(sessionOf(sender(), keys)).resolves.toBeDefined();
});

it('ends sessions on request, in the words of each service', async () => {
	const { keys } = await sessionOf(sender());
	aws.sessions.expireAll();
	const list = new ListLinkedWhatsAppBusinessAccountsCommand({});
	await expect(socialMessagingClient(aws, { credentials: keys }).send(list)).rejects.toMatchObject({
		name: 'ExpiredTokenException',
		$metadata: { httpStatusCode: 403 },
	});
	const objects = new ListObjectsV2Command({ Bucket: 'whatsapp-media' });
	await expect(s3Client(aws, { credentials: keys }).send(objects)).rejects.toMatchObject({
		name: 'ExpiredToken',
		$metadata: { httpStatusCode: 400 },
	});
	expect(await refusal(sender(), keys)).toMatchObject({ status: 403, code: 'ExpiredToken' });
});

it('can give shorter sessions than requested, and says so', async () => {
	aws.sessions.lifetimeSeconds = 1;
	const { keys, secondsLeft } = await sessionOf(sender());
	expect(secondsLeft).toBeLessThanOrEqual(1);
	await new Promise((resolve) => setTimeout(resolve, 1050));
	expect(await refusal(sender(), keys)).toMatchObject({ code: 'ExpiredToken' });
});

it('forgets its sessions when it is reset', async () => {
	aws.sessions.lifetimeSeconds = 1;
	const { keys } = await sessionOf(sender());
	await aws.reset();
	expect(await refusal(sender(), keys)).toMatchObject({ code: 'InvalidClientTokenId' });
	expect(aws.sessions.lifetimeSeconds).toBeUndefined();
});
