import * as sdk from '@aws-sdk/client-socialmessaging';
import type { Json } from '../engine/engine.mts';
import { locator } from '../engine/setting.mts';

const PHONE_ID = 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9';
const PHONE_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9';
const WABA_ID = 'waba-fb2594b8a7974770b128a409e2f6f4f1';
const WABA_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1';
const utf8 = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8');

/** An operation of the node, and the command of AWS's SDK that has to look the same on the wire. */
export interface Case {
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

export const cases: Case[] = [
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
