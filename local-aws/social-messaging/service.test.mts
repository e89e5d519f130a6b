import {
	GetLinkedWhatsAppBusinessAccountCommand,
	GetLinkedWhatsAppBusinessAccountPhoneNumberCommand,
	ListLinkedWhatsAppBusinessAccountsCommand,
	paginateListLinkedWhatsAppBusinessAccounts,
	SendWhatsAppMessageCommand,
} from '@aws-sdk/client-socialmessaging';
import type { SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import {
	sendCommand,
	signedFetch,
	socialMessagingClient,
	textTo,
	uploadMedia,
} from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
beforeAll(async () => {
	client = socialMessagingClient(aws);
});

const senderId = (index = 0): string => aws.account.phoneNumbers[index]?.id ?? '';

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };
const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };

describe('business accounts', () => {
	it('lists those of the seed in one page', async () => {
		const { linkedAccounts, nextToken } = await client.send(
			new ListLinkedWhatsAppBusinessAccountsCommand({}),
		);
		expect(linkedAccounts?.map(({ wabaName }) => wabaName)).toEqual([
			'Nordwind Coffee',
			'Harbour Dental',
			'Atelier Lumière',
		]);
		expect(linkedAccounts?.[0]).toMatchObject({
			id: expect.stringMatching(/^waba-[0-9a-f]{32}$/),
			arn: expect.stringMatching(
				/^arn:aws:social-messaging:eu-west-1:111122223333:waba\/[0-9a-f]{32}$/,
			),
			linkDate: new Date('2025-03-04T09:12:45.500Z'),
			registrationStatus: 'COMPLETE',
		});
		expect(nextToken).toBeUndefined();
	});

	it('lists more in pages of 25, or of any requested size', async () => {
		aws.account.addBusinessAccounts(57);
		const sizes = [];
		for await (const page of paginateListLinkedWhatsAppBusinessAccounts({ client }, {}))
			sizes.push(page.linkedAccounts?.length);
		expect(sizes).toEqual([25, 25, 10]);
		const names = new Set();
		for await (const page of paginateListLinkedWhatsAppBusinessAccounts(
			{ client, pageSize: 7 },
			{},
		))
			page.linkedAccounts?.forEach(({ id }) => names.add(id));
		expect(names.size).toBe(60);
	});

	it('refuses a token that it did not issue, and a page size out of range', async () => {
		const list = (input: object) =>
			client.send(new ListLinkedWhatsAppBusinessAccountsCommand(input));
		await expect(list({ nextToken: 'MTA' })).rejects.toMatchObject({ name: 'ValidationException' });
		await expect(list({ maxResults: 101 })).rejects.toMatchObject({
			name: 'ValidationException',
			message:
				"1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100",
		});
	});

	it.each(['id', 'arn'] as const)('finds an account and a phone number by %s', async (name) => {
		const [account] = aws.account.businessAccounts;
		const got = await client.send(
			new GetLinkedWhatsAppBusinessAccountCommand({ id: account?.[name] }),
		);
		expect(got.account?.phoneNumbers?.map((phone) => phone.displayPhoneNumberName)).toEqual([
			'Nordwind Coffee',
			'Nordwind Roastery',
		]);
		const phone = await client.send(
			new GetLinkedWhatsAppBusinessAccountPhoneNumberCommand({
				id: account?.phoneNumbers[1]?.[name],
			}),
		);
		expect(phone).toMatchObject({
			phoneNumber: { qualityRating: 'YELLOW', phoneNumber: '+49404289900' },
			linkedWhatsAppBusinessAccountId: account?.id,
		});
	});

	it('does not find what does not exist', async () => {
		const id = `waba-${'0'.repeat(32)}`;
		await expect(
			client.send(new GetLinkedWhatsAppBusinessAccountCommand({ id })),
		).rejects.toMatchObject(notFound);
	});
});

describe('requests that AWS would not understand', () => {
	const post = (path: string, body: string) =>
		signedFetch(aws, { service: 'social-messaging', method: 'POST', path, body });

	it('names every broken constraint of an input', async () => {
		const response = await post('/v1/whatsapp/send', '{"originationPhoneNumberId":"+49"}');
		expect(response.status).toBe(400);
		expect(response.headers.get('x-amzn-errortype')).toBe('ValidationException');
		const { message } = (await response.json()) as { message: string };
		expect(message).toMatch(
			/^3 validation errors detected: Value '\+49' at 'originationPhoneNumberId'/,
		);
		expect(message).toContain(
			"Value null at 'message' failed to satisfy constraint: Member must not be null",
		);
	});

	it.each(['{', '[]', '{"metaApiVersion":20}', '{"message":"not base64!"}'])(
		'cannot read the body %s',
		async (body) => {
			const response = await post('/v1/whatsapp/send', body);
			expect(response.status).toBe(400);
			expect(response.headers.get('x-amzn-errortype')).toBe('SerializationException');
		},
	);

	it('knows no action under another path', async () => {
		const response = await post('/v1/whatsapp/unheard-of', '{}');
		expect(response.status).toBe(404);
		expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
	});
});

describe('sending', () => {
	it('puts a message on the phone of its recipient', async () => {
		const { messageId } = await client.send(textTo(aws, '+49 151 12345678', 'Your order is ready'));
		expect(messageId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(aws.phone.messages).toEqual([
			{
				messageId,
				whatsAppMessageId: expect.stringMatching(/^wamid\./),
				from: '+4930901820',
				fromName: 'Nordwind Coffee',
				to: '+4915112345678',
				type: 'text',
				message: {
					messaging_product: 'whatsapp',
					to: '+49 151 12345678',
					type: 'text',
					text: { body: 'Your order is ready' },
				},
				state: 'delivered',
				at: expect.any(String),
			},
		]);
	});

	it.each([[{ to: '4915112345678' }], [{ to: 'nobody' }], [{}], [{ status: 'read' }]])(
		'refuses the destination %j',
		async (message) => {
			const send = client.send(
				sendCommand(aws, { type: 'text', text: { body: 'hi' }, ...message }),
			);
			await expect(send).rejects.toMatchObject({
				...invalid,
				message: 'Invalid destination phone number or message Id',
			});
		},
	);

	it('accepts a read receipt, which appears on no phone', async () => {
		const send = client.send(sendCommand(aws, { status: 'read', message_id: 'wamid.x' }));
		await expect(send).resolves.toMatchObject({ messageId: expect.any(String) });
		expect(aws.phone.messages).toEqual([]);
	});

	it.each(['v19.0', '20', 'latest'])(
		'refuses version %s of the Meta API',
		async (metaApiVersion) => {
			const { input } = textTo(aws, '+4915112345678', 'hi');
			const send = client.send(new SendWhatsAppMessageCommand({ ...input, metaApiVersion }));
			await expect(send).rejects.toMatchObject(invalid);
		},
	);

	it.each(['nonsense', '[]', '{"to":"+4915112345678"}'])(
		'refuses the message %s',
		async (message) => {
			const { input } = textTo(aws, '+4915112345678', 'hi');
			const send = client.send(
				new SendWhatsAppMessageCommand({ ...input, message: Buffer.from(message) }),
			);
			await expect(send).rejects.toMatchObject(invalid);
		},
	);

	it('accepts a message of 2,048,000 bytes and no larger one', async () => {
		const overhead = textTo(aws, '+4915112345678', '').input.message?.length ?? 0;
		const largest = 'x'.repeat(2_048_000 - overhead);
		await expect(client.send(textTo(aws, '+4915112345678', largest))).resolves.toBeDefined();
		await expect(client.send(textTo(aws, '+4915112345678', `${largest}x`))).rejects.toMatchObject({
			name: 'ValidationException',
		});
	});

	it('fails on the phone if the media id belongs to another number or is of another kind', async () => {
		const id = await uploadMedia(aws, client, 'a.png', 'image/png');
		const to = '+4915112345678';
		await client.send(sendCommand(aws, { to, type: 'image', image: { id } }));
		await client.send(sendCommand(aws, { to, type: 'sticker', sticker: { id } }));
		await client.send(sendCommand(aws, { to, type: 'image', image: { id: '404' } }));
		const foreign = sendCommand(aws, { to, type: 'image', image: { id } });
		foreign.input.originationPhoneNumberId = senderId(1);
		await client.send(foreign);
		expect(aws.phone.messages.map(({ state }) => state)).toEqual([
			'delivered',
			'failed',
			'failed',
			'failed',
		]);
		expect(aws.phone.messages[3]?.failure).toContain('131053');
	});

	it('finds media in the header of a template and leaves links alone', async () => {
		const id = await uploadMedia(aws, client, 'a.pdf', 'application/pdf');
		const header = {
			type: 'header',
			parameters: [{ type: 'document', document: { id, filename: 'Bill.pdf' } }],
		};
		const texts = (...values: string[]) => values.map((text) => ({ type: 'text', text }));
		const body = { type: 'body', parameters: texts('17', '48.20 EUR') };
		const button = { type: 'button', sub_type: 'url', index: '0', parameters: texts('17') };
		const template = {
			name: 'invoice_ready',
			language: { code: 'en_US' },
			components: [header, body, button],
		};
		await client.send(sendCommand(aws, { to: '+4915112345678', type: 'template', template }));
		const image = { link: 'https://example.invalid/a.png' };
		await client.send(sendCommand(aws, { to: '+4915112345678', type: 'image', image }));
		expect(aws.phone.messages).toMatchObject([
			{
				state: 'delivered',
				media: { mimeType: 'application/pdf', bytes: 5, filename: 'Bill.pdf' },
			},
			{ state: 'delivered' },
		]);
	});
});
