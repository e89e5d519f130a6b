import * as sdk from '@aws-sdk/client-socialmessaging';
import { locator, startSetting, type Setting } from '../engine/setting.mts';
import type { Json } from '../engine/engine.mts';
import { wireOfSdk, wireRequest, type WireRequest } from './sdk.mts';

let setting: Setting;
beforeAll(async () => {
	setting = await startSetting();
});
afterAll(async () => await setting.stop());

/** The first request of that action, whatever the stand-in answered. */
async function wireOfNode(
	action: string,
	resource: string,
	operation: string,
	parameters: Json,
	item?: Json,
): Promise<WireRequest> {
	await setting.reset();
	await setting.run(resource, operation, parameters, item ? { items: [{ json: item }] } : {});
	const sent = setting.aws.requests.find((request) => request.action === action);
	if (!sent) throw new Error(`The node did not send ${action}`);
	return wireRequest(
		sent.method,
		sent.path,
		new URLSearchParams(sent.query),
		sent.headers['content-type'],
		sent.body.toString('utf8'),
	);
}

const PHONE_ID = 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9';
const PHONE_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9';
const WABA_ID = 'waba-fb2594b8a7974770b128a409e2f6f4f1';
const WABA_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1';
const utf8 = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8');

interface Case {
	name: string;
	node: [resource: string, operation: string, parameters: Json, item?: Json];
	command: (client: sdk.SocialMessagingClient) => Promise<unknown>;
	action: string;
}

const phone = (id: string) => ({ originationPhoneNumberId: locator(id) });

const textTo = (body: string, more: object = {}) => ({
	messaging_product: 'whatsapp',
	recipient_type: 'individual',
	to: '+4915112345678',
	type: 'text',
	text: { body, ...more },
});

const sends: Case[] = [
	['a plain text', PHONE_ID, 'Hello', {}, {}, {}],
	['odd characters', PHONE_ID, 'ünïcödé 👩‍👩‍👧 مرحبا \\ "q" <b> & + % \n\t', {}, {}, {}],
	[
		'an ARN, a preview and another version',
		PHONE_ARN,
		'See https://example.org',
		{ previewUrl: true, metaApiVersion: 'v21.0' },
		{ preview_url: true },
		{ metaApiVersion: 'v21.0' },
	],
].map(([name, id, body, options, more, version]) => ({
	name: `message.send with ${name}`,
	action: 'SendWhatsAppMessage',
	node: [
		'message',
		'send',
		{
			...phone(String(id)),
			to: '+4915112345678',
			messageType: 'text',
			textBody: '={{ $json.body }}',
			options,
		},
		{ body },
	],
	command: async (client) =>
		await client.send(
			new sdk.SendWhatsAppMessageCommand({
				originationPhoneNumberId: String(id),
				metaApiVersion: 'v24.0',
				...(version as object),
				message: utf8(textTo(String(body), more as object)),
			}),
		),
}));

const cases: Case[] = [
	...sends,
	{
		name: 'message.send of custom JSON',
		action: 'SendWhatsAppMessage',
		node: [
			'message',
			'send',
			{
				...phone(PHONE_ID),
				messageType: 'customJson',
				message: JSON.stringify({
					messaging_product: 'whatsapp',
					status: 'read',
					message_id: 'wamid.HBgA==',
				}),
			},
		],
		command: async (client) =>
			await client.send(
				new sdk.SendWhatsAppMessageCommand({
					originationPhoneNumberId: PHONE_ID,
					metaApiVersion: 'v24.0',
					message: utf8({
						messaging_product: 'whatsapp',
						status: 'read',
						message_id: 'wamid.HBgA==',
					}),
				}),
			),
	},
	{
		name: 'media.upload of an S3 object with an odd key',
		action: 'PostWhatsAppMessageMedia',
		node: [
			'media',
			'upload',
			{
				...phone(PHONE_ID),
				mediaSource: 's3Object',
				bucketName: 'whatsapp-media',
				key: 'in/ü n+1 %25 "q".pdf',
			},
		],
		command: async (client) =>
			await client.send(
				new sdk.PostWhatsAppMessageMediaCommand({
					originationPhoneNumberId: PHONE_ID,
					sourceS3File: { bucketName: 'whatsapp-media', key: 'in/ü n+1 %25 "q".pdf' },
				}),
			),
	},
	{
		name: 'media.upload of a presigned URL',
		action: 'PostWhatsAppMessageMedia',
		node: [
			'media',
			'upload',
			{
				...phone(PHONE_ARN),
				mediaSource: 'presignedUrl',
				presignedUrl: 'https://b.s3.eu-west-1.amazonaws.com/a.pdf?X-Amz-Signature=1&x=%20',
				mimeType: 'application/pdf',
			},
		],
		command: async (client) =>
			await client.send(
				new sdk.PostWhatsAppMessageMediaCommand({
					originationPhoneNumberId: PHONE_ARN,
					sourceS3PresignedUrl: {
						url: 'https://b.s3.eu-west-1.amazonaws.com/a.pdf?X-Amz-Signature=1&x=%20',
						headers: { 'Content-Type': 'application/pdf' },
					},
				}),
			),
	},
	{
		name: 'media.download into a folder',
		action: 'GetWhatsAppMessageMedia',
		node: [
			'media',
			'download',
			{
				...phone(PHONE_ID),
				mediaId: '1013859600285441',
				bucketName: 'whatsapp-media',
				options: { keepS3Object: true, keyPrefix: 'in box/' },
			},
		],
		command: async (client) =>
			await client.send(
				new sdk.GetWhatsAppMessageMediaCommand({
					mediaId: '1013859600285441',
					originationPhoneNumberId: PHONE_ID,
					destinationS3File: { bucketName: 'whatsapp-media', key: 'in box/' },
				}),
			),
	},
	{
		name: 'media.get',
		action: 'GetWhatsAppMessageMedia',
		node: ['media', 'get', { ...phone(PHONE_ARN), mediaId: '={{ 1013859600285 }}' }],
		command: async (client) =>
			await client.send(
				new sdk.GetWhatsAppMessageMediaCommand({
					mediaId: '1013859600285',
					originationPhoneNumberId: PHONE_ARN,
					metadataOnly: true,
				}),
			),
	},
	...[PHONE_ID, PHONE_ARN].map(
		(id): Case => ({
			name: `media.delete with ${id}`,
			action: 'DeleteWhatsAppMessageMedia',
			node: ['media', 'delete', { ...phone(id), mediaId: '1013859600285441' }],
			command: async (client) =>
				await client.send(
					new sdk.DeleteWhatsAppMessageMediaCommand({
						mediaId: '1013859600285441',
						originationPhoneNumberId: id,
					}),
				),
		}),
	),
	...[WABA_ID, WABA_ARN].flatMap((id): Case[] => [
		{
			name: `businessAccount.get with ${id}`,
			action: 'GetLinkedWhatsAppBusinessAccount',
			node: ['businessAccount', 'get', { businessAccountId: locator(id) }],
			command: async (client) =>
				await client.send(new sdk.GetLinkedWhatsAppBusinessAccountCommand({ id })),
		},
		{
			name: `phoneNumber.getAll with ${id}`,
			action: 'GetLinkedWhatsAppBusinessAccount',
			node: ['phoneNumber', 'getAll', { businessAccountId: locator(id) }],
			command: async (client) =>
				await client.send(new sdk.GetLinkedWhatsAppBusinessAccountCommand({ id })),
		},
	]),
	...[PHONE_ID, PHONE_ARN].map(
		(id): Case => ({
			name: `phoneNumber.get with ${id}`,
			action: 'GetLinkedWhatsAppBusinessAccountPhoneNumber',
			node: ['phoneNumber', 'get', { phoneNumberId: locator(id) }],
			command: async (client) =>
				await client.send(new sdk.GetLinkedWhatsAppBusinessAccountPhoneNumberCommand({ id })),
		}),
	),
	{
		name: 'businessAccount.getAll with a limit',
		action: 'ListLinkedWhatsAppBusinessAccounts',
		node: ['businessAccount', 'getAll', { limit: 7 }],
		command: async (client) =>
			await client.send(new sdk.ListLinkedWhatsAppBusinessAccountsCommand({ maxResults: 7 })),
	},
	{
		name: 'businessAccount.getAll of all',
		action: 'ListLinkedWhatsAppBusinessAccounts',
		node: ['businessAccount', 'getAll', { returnAll: true }],
		command: async (client) =>
			await client.send(new sdk.ListLinkedWhatsAppBusinessAccountsCommand({ maxResults: 100 })),
	},
];

describe("the node puts on the wire what AWS's own SDK puts there", () => {
	it.each(cases.map((example) => [example.name, example] as const))(
		'%s',
		async (_name, { action, node, command }) => {
			expect(await wireOfNode(action, ...node)).toEqual(await wireOfSdk(command));
		},
	);

	it('covers every action that the node sends', () => {
		const used = new Set(cases.map(({ action }) => action));
		expect([...used].sort()).toEqual([
			'DeleteWhatsAppMessageMedia',
			'GetLinkedWhatsAppBusinessAccount',
			'GetLinkedWhatsAppBusinessAccountPhoneNumber',
			'GetWhatsAppMessageMedia',
			'ListLinkedWhatsAppBusinessAccounts',
			'PostWhatsAppMessageMedia',
			'SendWhatsAppMessage',
		]);
	});
});

describe('lists', () => {
	it('follow all pages, and ask for no more than the limit', async () => {
		await setting.reset();
		setting.aws.account.addBusinessAccounts(234);
		const total = setting.aws.account.businessAccounts.length;
		const all = await setting.run('businessAccount', 'getAll', { returnAll: true });
		expect(new Set(all.outputs[0]?.map(({ json }) => json.id)).size).toBe(total);
		setting.aws.requests.length = 0;
		const some = await setting.run('businessAccount', 'getAll', { limit: 150 });
		expect(some.outputs[0]).toHaveLength(150);
		expect(
			some.outputs[0]?.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0),
		).toBe(true);
		expect(
			setting.aws.requests.map(({ query }) => new URLSearchParams(query).get('maxResults')),
		).toEqual(['100', '50']);
	});

	it('a picker shows number, name and business account, and finds by any of them', async () => {
		await setting.reset();
		const search = async (filter?: string) => {
			const found = await setting.engine.listSearch({
				method: 'searchPhoneNumbers',
				credentials: setting.credentials,
				filter,
			});
			return ('results' in found && found.results) || [];
		};
		const all = await search();
		expect(all).toHaveLength(setting.aws.account.phoneNumbers.length);
		expect(await search('nordwind ROAST')).toEqual([
			expect.objectContaining({
				name: expect.stringMatching(/^\+49 40 .* - Nordwind Roastery \(Nordwind Coffee\)$/),
			}),
		]);
		expect(await search(String(all[0]?.value))).toEqual([all[0]]);
		expect(await search('no such number')).toEqual([]);
	});

	it('a picker without permission says what to do', async () => {
		await setting.reset();
		setting.aws.faults.add({
			kind: 'error',
			status: 403,
			errorName: 'AccessDeniedException',
			message: 'not authorized to perform social-messaging:ListLinkedWhatsAppBusinessAccounts',
		});
		const found = await setting.engine.listSearch({
			method: 'searchBusinessAccounts',
			credentials: setting.credentials,
		});
		expect(found).toMatchObject({
			error: { message: 'AWS denied access', description: expect.stringContaining('IAM policy') },
		});
	});
});
