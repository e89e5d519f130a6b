import {
	CreateWhatsAppMessageTemplateFromLibraryCommand,
	GetWhatsAppMessageTemplateCommand,
	ListWhatsAppTemplateLibraryCommand,
	paginateListWhatsAppTemplateLibrary,
} from '@aws-sdk/client-socialmessaging';
import type { MetaLibraryTemplate, SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
let id: string;
beforeAll(async () => {
	client = socialMessagingClient(aws);
	id = aws.account.businessAccounts[0]?.id ?? '';
});

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };

const search = async (filters?: Record<string, string>) =>
	(await client.send(new ListWhatsAppTemplateLibraryCommand({ id, filters })))
		.metaLibraryTemplates ?? [];

it('offers templates with all their details', async () => {
	const found = await search();
	expect(found).toHaveLength(12);
	expect(found[0]).toEqual({
		templateName: 'delivery_update_1',
		templateLanguage: 'en_US',
		templateCategory: 'UTILITY',
		templateTopic: 'ORDER_MANAGEMENT',
		templateUseCase: 'SHIPMENT_CONFIRMATION',
		templateIndustry: ['E_COMMERCE'],
		templateHeader: 'Order shipped',
		templateBody: '{{1}}, your order {{2}} has shipped and should arrive on {{3}}.',
		templateBodyExampleParams: ['Jim', '#12345', 'Jan 1, 2026'],
		templateButtons: [{ type: 'URL', text: 'Track order', url: 'https://www.example.com/' }],
		templateId: expect.stringMatching(/^\d+$/),
	});
	for (const { templateTopic, templateUseCase } of found) {
		expect(templateTopic?.length).toBeLessThanOrEqual(20);
		expect(templateUseCase?.length).toBeLessThanOrEqual(30);
	}
});

it.each([
	[{ searchKey: 'PAYMENT' }, 2],
	[{ topic: 'ACCOUNT_UPDATE' }, 3],
	[{ usecase: 'VERIFY_CODE' }, 1],
	[{ industry: 'FINANCIAL_SERVICES', topic: 'PAYMENTS' }, 2],
	[{ language: 'es' }, 1],
	[{ language: 'sv' }, 0],
])('finds by %j', async (filters, count) => {
	expect(await search(filters)).toHaveLength(count);
	expect(aws.requests.at(-1)).toMatchObject({ query: { id } });
});

it('refuses a filter it does not have, and too many of them', async () => {
	await expect(search({ color: 'blue' })).rejects.toMatchObject(invalid);
	const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, 'x']));
	await expect(search(many)).rejects.toMatchObject({ name: 'ValidationException' });
	await expect(search({ topic: '' })).rejects.toMatchObject({ name: 'ValidationException' });
});

it('has as many pages as needed', async () => {
	aws.account.addLibraryTemplates(60);
	const sizes = [];
	for await (const page of paginateListWhatsAppTemplateLibrary({ client }, { id }))
		sizes.push(page.metaLibraryTemplates?.length);
	expect(sizes).toEqual([25, 25, 22]);
});

const take = (template: Partial<MetaLibraryTemplate>) =>
	client.send(
		new CreateWhatsAppMessageTemplateFromLibraryCommand({
			id,
			metaLibraryTemplate: {
				templateName: 'shipped',
				libraryTemplateName: 'delivery_update_1',
				templateCategory: 'UTILITY',
				templateLanguage: 'en_US',
				libraryTemplateButtonInputs: [
					{ type: 'URL', url: { base_url: 'https://shop.example/{{1}}', url_suffix_example: 'x' } },
				],
				...template,
			},
		}),
	);

it('turns a library template into a template of the business', async () => {
	const { metaTemplateId, templateStatus, category } = await take({});
	expect({ templateStatus, category }).toEqual({ templateStatus: 'PENDING', category: 'UTILITY' });
	const got = await client.send(new GetWhatsAppMessageTemplateCommand({ id, metaTemplateId }));
	expect(JSON.parse(got.template ?? '')).toMatchObject({
		name: 'shipped',
		components: [
			{ type: 'HEADER', text: 'Order shipped' },
			{ type: 'BODY' },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://shop.example/{{1}}' }] },
		],
	});
});

it.each([
	['a name the library does not have', { libraryTemplateName: 'nothing_1' }],
	['another category', { templateCategory: 'MARKETING' }],
	['no inputs for its buttons', { libraryTemplateButtonInputs: [] }],
	['a button of another type', { libraryTemplateButtonInputs: [{ type: 'PHONE_NUMBER' }] }],
	['a name there is already', { templateName: 'order_update' }],
])('refuses %s', async (_what, change) => {
	await expect(take(change)).rejects.toMatchObject(invalid);
});

it('refuses inputs out of bounds', async () => {
	const button = {
		type: 'x'.repeat(26),
		phoneNumber: '1'.repeat(21),
		url: { ['k'.repeat(31)]: '' },
	};
	await expect(take({ libraryTemplateButtonInputs: [button] })).rejects.toMatchObject({
		name: 'ValidationException',
		message: expect.stringMatching(
			/^4 validation errors.*'metaLibraryTemplate\.libraryTemplateButtonInputs\.1\.member\.type'/,
		),
	});
});
