import {
	CreateWhatsAppMessageTemplateCommand,
	CreateWhatsAppMessageTemplateMediaCommand,
	DeleteWhatsAppMessageTemplateCommand,
	GetWhatsAppMessageTemplateCommand,
	paginateListWhatsAppMessageTemplates,
	ListWhatsAppMessageTemplatesCommand,
	UpdateWhatsAppMessageTemplateCommand,
} from '@aws-sdk/client-socialmessaging';
import type { SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
let id: string;
beforeAll(async () => {
	client = socialMessagingClient(aws);
});
beforeEach(async () => {
	id = aws.account.businessAccounts[0]?.id ?? '';
});

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };
const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };

const welcome = {
	name: 'welcome',
	language: 'en_US',
	category: 'MARKETING',
	components: [
		{ type: 'body', text: 'Hello {{1}}!', example: { body_text: [['Ada']] } },
		{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Hi' }] },
	],
};

const create = (definition: object) =>
	client.send(
		new CreateWhatsAppMessageTemplateCommand({
			id,
			templateDefinition: Buffer.from(JSON.stringify(definition)),
		}),
	);

const get = async (key: object) => {
	const got = await client.send(new GetWhatsAppMessageTemplateCommand({ id, ...key }));
	return JSON.parse(got.template ?? '') as Record<string, unknown>;
};

const remove = (key: object) =>
	client.send(
		new DeleteWhatsAppMessageTemplateCommand({ id, templateName: 'order_update', ...key }),
	);

const list = async () =>
	(await client.send(new ListWhatsAppMessageTemplatesCommand({ id }))).templates ?? [];

const welcomeKey = { templateName: 'welcome', templateLanguageCode: 'en_US' };

it('lists the templates of the seed, with one of every status and category', async () => {
	const templates = await list();
	expect(templates).toHaveLength(8);
	expect(templates[0]).toEqual({
		templateName: 'order_update',
		metaTemplateId: expect.stringMatching(/^\d{16}$/),
		templateStatus: 'APPROVED',
		templateQualityScore: 'GREEN',
		templateLanguage: 'en_US',
		templateCategory: 'UTILITY',
	});
	const states = new Set(templates.map(({ templateStatus }) => templateStatus));
	expect(states).toEqual(new Set(['APPROVED', 'PENDING', 'REJECTED']));
});

it('lists any number of templates in pages, under a token that expires', async () => {
	aws.account.addTemplates(id, 1029);
	const names = new Set();
	for await (const page of paginateListWhatsAppMessageTemplates({ client, pageSize: 100 }, { id }))
		page.templates?.forEach(({ metaTemplateId }) => names.add(metaTemplateId));
	expect(names.size).toBe(1037);

	const { nextToken } = await client.send(new ListWhatsAppMessageTemplatesCommand({ id }));
	const next = (account = id) =>
		client.send(new ListWhatsAppMessageTemplatesCommand({ id: account, nextToken }));
	await expect(next()).resolves.toMatchObject({ templates: { length: 25 } });
	await expect(next(aws.account.businessAccounts[1]?.id)).rejects.toMatchObject({
		name: 'ValidationException',
	});
	aws.account.expirePageTokens();
	await expect(next()).rejects.toMatchObject({
		name: 'ValidationException',
		message: 'The nextToken has expired.',
	});
});

it('takes a template, which is pending until it is approved', async () => {
	const { metaTemplateId, templateStatus, category } = await create(welcome);
	expect({ templateStatus, category }).toEqual({
		templateStatus: 'PENDING',
		category: 'MARKETING',
	});
	expect(await get({ metaTemplateId })).toMatchObject({
		id: metaTemplateId,
		name: 'welcome',
		status: 'PENDING',
		parameter_format: 'POSITIONAL',
		components: [{ type: 'BODY', text: 'Hello {{1}}!' }, { type: 'BUTTONS' }],
	});
	aws.account.approveTemplates();
	expect(await get(welcomeKey)).toMatchObject({ id: metaTemplateId, status: 'APPROVED' });
});

it('approves a template on its own after a while', async () => {
	aws.account.reviewMilliseconds = 20;
	await create(welcome);
	await new Promise((resolve) => setTimeout(resolve, 40));
	expect(await get(welcomeKey)).toMatchObject({ status: 'APPROVED' });
});

it.each([
	['a name with capitals', { name: 'Welcome' }],
	['a name and language there are already', { name: 'order_update' }],
	['a category Meta does not have', { category: 'NEWS' }],
	['no components', { components: [] }],
	['no body', { components: [{ type: 'FOOTER', text: 'x' }] }],
	['a variable without an example', { components: [{ type: 'BODY', text: 'Hi {{1}}' }] }],
	['a gap in its variables', { components: [{ type: 'BODY', text: 'Hi {{2}}' }] }],
	[
		'a picture without a handle',
		{
			components: [
				{ type: 'HEADER', format: 'IMAGE' },
				{ type: 'BODY', text: 'x' },
			],
		},
	],
	[
		'an unknown button',
		{
			components: [
				{ type: 'BODY', text: 'x' },
				{ type: 'BUTTONS', buttons: [{ type: 'SING' }] },
			],
		},
	],
])('refuses a template with %s', async (_what, change) => {
	await expect(create({ ...welcome, ...change })).rejects.toMatchObject({
		...invalid,
		message: expect.stringMatching(/^\(#100\) Invalid parameter/),
	});
});

it('refuses a definition that is not JSON or longer than 6,000 bytes', async () => {
	const send = (templateDefinition: Buffer) =>
		client.send(new CreateWhatsAppMessageTemplateCommand({ id, templateDefinition }));
	await expect(send(Buffer.from('{'))).rejects.toMatchObject(invalid);
	await expect(send(Buffer.alloc(6001, ' '))).rejects.toMatchObject({
		name: 'ValidationException',
		message: expect.stringContaining("'templateDefinition'"),
	});
});

it('keeps other members of a template, and named variables', async () => {
	const body = {
		type: 'BODY',
		text: 'Hi {{first_name}}',
		example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
	};
	const definition = { ...welcome, parameter_format: 'named', components: [body] };
	await create({ ...definition, message_send_ttl_seconds: 600 });
	expect(await get(welcomeKey)).toMatchObject({
		parameter_format: 'NAMED',
		message_send_ttl_seconds: 600,
	});
});

it('changes an approved template, which is pending again, but not a pending one', async () => {
	const update = (change: object) =>
		client.send(
			new UpdateWhatsAppMessageTemplateCommand({
				id,
				templateName: 'order_update',
				templateLanguageCode: 'de',
				...change,
			}),
		);
	const templateComponents = Buffer.from('[{"type":"BODY","text":"Unterwegs."}]');
	await expect(update({})).rejects.toMatchObject(invalid);
	await expect(update({ templateCategory: 'MARKETING' })).rejects.toMatchObject(invalid);
	await expect(update({ templateComponents: Buffer.from('{}') })).rejects.toMatchObject(invalid);
	await update({ templateComponents, ctaUrlLinkTrackingOptedOut: true });
	expect(await get({ templateName: 'order_update', templateLanguageCode: 'de' })).toMatchObject({
		status: 'PENDING',
		components: [{ type: 'BODY', text: 'Unterwegs.' }],
		cta_url_link_tracking_opted_out: true,
	});
	await expect(update({ templateComponents })).rejects.toMatchObject(invalid);
	await expect(update({ templateComponents: Buffer.alloc(3001) })).rejects.toMatchObject({
		name: 'ValidationException',
	});
	await expect(update({ templateLanguageCode: 'fr', templateComponents })).rejects.toMatchObject(
		notFound,
	);
});

it('finds a template only by its id, or by name and language', async () => {
	await expect(get({ templateName: 'order_update' })).rejects.toMatchObject(invalid);
	await expect(get({ metaTemplateId: '404' })).rejects.toMatchObject(notFound);
	await expect(get({ metaTemplateId: 'x' })).rejects.toMatchObject({ name: 'ValidationException' });
	await expect(get({ templateName: 'x', templateLanguageCode: 'toolong' })).rejects.toMatchObject({
		name: 'ValidationException',
	});
});

it('deletes one language by its id, or all of them', async () => {
	const german = (await list()).find(({ templateLanguage }) => templateLanguage === 'de');
	await expect(remove({})).rejects.toMatchObject(invalid);
	await remove({ metaTemplateId: german?.metaTemplateId });
	expect(await list()).toHaveLength(7);
	await remove({ deleteAllLanguages: true });
	expect((await list()).map(({ templateName }) => templateName)).not.toContain('order_update');
	expect(aws.requests.at(-2)?.query).toMatchObject({ deleteAllTemplates: 'true' });
	await expect(remove({ deleteAllLanguages: true })).rejects.toMatchObject(notFound);
});

it('reads an image for a header from S3, if the caller may read it', async () => {
	await aws.s3.put('whatsapp-media', 'a.jpg', Buffer.from('jpeg'), 'image/jpeg');
	await aws.s3.put('whatsapp-media', 'a.ogg', Buffer.from('ogg'), 'audio/ogg');
	const upload = (bucketName: string, key: string) =>
		client.send(
			new CreateWhatsAppMessageTemplateMediaCommand({ id, sourceS3File: { bucketName, key } }),
		);
	const { metaHeaderHandle = '' } = await upload('whatsapp-media', 'a.jpg');
	expect(metaHeaderHandle).toMatch(/^4::aW1hZ2UvanBlZw==:AR/);
	const example = { header_handle: [metaHeaderHandle] };
	const header = { type: 'HEADER', format: 'IMAGE', example };
	await expect(
		create({ ...welcome, components: [header, ...welcome.components] }),
	).resolves.toBeDefined();
	await expect(upload('whatsapp-media', 'a.ogg')).rejects.toMatchObject(invalid);
	for (const bucket of ['locked-bucket', 'not-there'])
		await expect(upload(bucket, 'a.jpg')).rejects.toMatchObject({ name: 'AccessDeniedException' });
	await expect(
		client.send(new CreateWhatsAppMessageTemplateMediaCommand({ id })),
	).rejects.toMatchObject(invalid);
});
