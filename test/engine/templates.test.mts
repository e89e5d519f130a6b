import {
	BUCKET,
	fileContent,
	fileItem,
	jsonOf,
	chosen,
	LOCKED_BUCKET,
	pairsOf,
	useSetting,
} from './setting.mts';
import { blobOf, bodyOf, requestsFor, serviceRequests } from './recorded.mts';

const setting = useSetting();
beforeEach(async () => {
	// Reviews end when a test says so.
	setting.aws.account.reviewMilliseconds = 3_600_000;
});

const run = async (operation: string, parameters: object, json: object = {}) =>
	await setting.run('template', operation, { ...parameters }, { items: [{ json }] });

const BODY = { type: 'BODY', text: 'Hi {{1}}', example: { body_text: [['Ada']] } };
const DEFINITION = {
	name: 'greeting',
	language: 'en_US',
	category: 'UTILITY',
	components: [BODY],
};
const byJson = (templateDefinition: unknown) => ({ specifyTemplate: 'json', templateDefinition });
const templates = () => setting.aws.account.templates(setting.businessAccountId).all();
const named = (name: string) => templates().filter((each) => each.name === name);
const idOf = (name: string) => named(name)[0]?.metaTemplateId ?? '';
const byName = (templateName: string, templateLanguageCode = 'en_US') => ({
	templateBy: 'templateName',
	templateName,
	templateLanguageCode,
});

describe('a template', () => {
	it('is created, waits for its review, and is read back as written', async () => {
		const created = jsonOf(await run('create', byJson(JSON.stringify(DEFINITION))));
		expect(created).toEqual([
			{
				businessAccountId: setting.businessAccountId,
				metaTemplateId: expect.stringMatching(/^\d+$/),
				templateStatus: 'PENDING',
				category: 'UTILITY',
				preview: {
					bodyText: 'Hi {{1}}',
					variables: [{ name: '1', place: 'Body', example: 'Ada' }],
				},
			},
		]);
		const metaTemplateId = chosen(String(created[0]?.metaTemplateId));
		const read = jsonOf(await run('get', { templateBy: 'metaTemplateId', metaTemplateId }));
		expect(read).toEqual([
			expect.objectContaining({ ...DEFINITION, status: 'PENDING', id: metaTemplateId.value }),
		]);
		setting.aws.account.approveTemplates();
		expect(jsonOf(await run('get', byName('greeting')))[0]).toMatchObject({ status: 'APPROVED' });
	});

	it('can be entered as an object by an expression, with any characters', async () => {
		const text = '👩‍👩‍👧‍👦 <b>\u202eשלום\u202c "\\" {{1}}\n';
		const definition = { ...DEFINITION, components: [{ ...BODY, text }] };
		const result = await run('create', byJson('={{ $json }}'), definition);
		expect(result.error).toBeUndefined();
		const [request] = requestsFor(setting.aws, 'CreateWhatsAppMessageTemplate');
		expect(blobOf(request, 'templateDefinition')).toEqual(definition);
		expect(named('greeting')[0]?.components).toEqual(definition.components);
	});

	it("that already exists is refused in Meta's words", async () => {
		const { error } = await run('create', byJson({ ...DEFINITION, name: 'order_update' }));
		expect(error?.message).toBe('AWS did not accept a value');
		expect(error?.description).toContain('There is already en_US content');
	});

	it('is created with the form, and changed with it', async () => {
		const created = await run('create', {
			templateName: 'by_fields',
			templateLanguageCode: 'en_US',
			headerFormat: 'TEXT',
			headerText: 'Order {1}',
			headerExample: 'A-17',
			bodyText: 'Hi {{1}}, it is here.',
			bodyExamples: { row: [{ variable: '1', example: 'Ada' }] },
			buttons: { row: [{ buttonType: 'QUICK_REPLY', text: 'Thanks' }] },
		});
		expect(jsonOf(created)[0]).toMatchObject({ templateStatus: 'PENDING', category: 'UTILITY' });
		expect(named('by_fields')[0]?.components).toEqual([
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Order {{1}}',
				example: { header_text: ['A-17'] },
			},
			{ type: 'BODY', text: 'Hi {{1}}, it is here.', example: { body_text: [['Ada']] } },
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
		]);
		setting.aws.account.approveTemplates();
		const changed = await run('update', {
			...byName('by_fields'),
			specifyTemplate: 'fields',
			bodyText: 'Hi {first_name}!',
			bodyExamples: { row: [{ variable: 'first_name', example: 'Ada' }] },
		});
		expect(changed.error).toBeUndefined();
		const [request] = requestsFor(setting.aws, 'UpdateWhatsAppMessageTemplate');
		expect(bodyOf(request)).toMatchObject({ parameterFormat: 'NAMED' });
		expect(named('by_fields')[0]?.components).toEqual([
			{
				type: 'BODY',
				text: 'Hi {{first_name}}!',
				example: {
					body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }],
				},
			},
		]);
	});

	it.each([
		[{ bodyText: '=Hi {{1}}, your order {{2}} is on its way.' }, "'Body'"],
		[{ bodyText: '=Hi {{first_name}}!' }, "'Body'"],
		[{ headerFormat: 'TEXT', headerText: '=Order {{1}}', bodyText: 'Hello.' }, "'Header Text'"],
		[
			{
				bodyText: 'Hello.',
				buttons: { row: [{ buttonType: 'URL', text: 'Go', url: '=https://a.example/{{1}}' }] },
			},
			"'Buttons 1: URL'",
		],
		[byJson(`=${JSON.stringify(DEFINITION)}`), "'Template Definition'"],
	])('is not created without the variables that n8n has evaluated: %j', async (typed, label) => {
		const { error } = await run('create', {
			templateName: 'by_expression',
			templateLanguageCode: 'en_US',
			...typed,
		});
		expect(error?.message).toBe(
			`${label} was turned into an expression by n8n, so its variables are lost [item 0]`,
		);
		expect(setting.aws.requests).toEqual([]);
	});

	it('is created from the result of an expression, whose variables are shown', async () => {
		const bodyText = '=Hi {1}, {{ $json.shop }} greets you.';
		const created = await run(
			'create',
			{
				templateName: 'by_expression',
				templateLanguageCode: 'en_US',
				bodyText,
				bodyExamples: { row: [{ example: 'Ada' }] },
			},
			{ shop: 'ACME' },
		);
		expect(jsonOf(created)[0]).toMatchObject({
			preview: {
				bodyText: 'Hi {{1}}, ACME greets you.',
				variables: [{ name: '1', place: 'Body', example: 'Ada' }],
			},
		});
	});

	const reply = { row: [{ buttonType: 'QUICK_REPLY', text: 'More' }] };
	const app = { row: [{ packageName: 'org.example.app', signatureHash: 'K8a/AINcGX7' }] };
	const handle = `4::${Buffer.from('image/jpeg').toString('base64')}:ARb`;
	it.each<[string, object]>([
		['standard', { headerFormat: 'LOCATION', footerText: 'Bye', buttons: reply }],
		['callPermissionRequest', {}],
		['product', { templateCategory: 'MARKETING' }],
		[
			'limitedTimeOffer',
			{ templateCategory: 'MARKETING', headerFormat: 'NONE', offerText: 'Now!', buttons: reply },
		],
		[
			'carousel',
			{
				templateCategory: 'MARKETING',
				cards: {
					row: [1, 2].map(() => ({ headerHandle: handle, bodyText: 'Look!', buttons: reply })),
				},
			},
		],
		['authentication', {}],
		['authentication', { otpType: 'ONE_TAP', supportedApps: app }],
		['authentication', { otpType: 'ZERO_TAP', zeroTapTermsAccepted: true, supportedApps: app }],
	])('of the type %s is composed from what its form shows: %p', async (templateType, more) => {
		await run('create', {
			templateName: 'of_a_type',
			templateLanguageCode: 'en_US',
			templateType,
			...(templateType === 'authentication' ? {} : { bodyText: 'Have a look at this.' }),
			...more,
		});
		const [request] = requestsFor(setting.aws, 'CreateWhatsAppMessageTemplate');
		expect(blobOf(request, 'templateDefinition')).toMatchObject({ name: 'of_a_type' });
	});

	it('goes back to review when it is changed', async () => {
		const change = { type: 'BODY', text: 'Hello {{1}}', example: { body_text: [['Ada']] } };
		const result = await run('update', {
			...byName('order_update'),
			updateFields: {
				templateComponents: JSON.stringify([change]),
				ctaUrlLinkTrackingOptedOut: true,
			},
		});
		expect(jsonOf(result)).toEqual([
			{
				success: true,
				businessAccountId: setting.businessAccountId,
				templateName: 'order_update',
				templateLanguageCode: 'en_US',
				preview: {
					bodyText: 'Hello {{1}}',
					variables: [{ name: '1', place: 'Body', example: 'Ada' }],
				},
			},
		]);
		expect(named('order_update')[0]).toMatchObject({ components: [change], status: 'PENDING' });
	});

	it.each([
		[{}, "'Update Fields' is empty"],
		[{ templateComponents: '' }, "'Update Fields' is empty"],
		[{ templateComponents: '[]' }, "'Components' is not a list of components"],
		[{ templateComponents: '={{ 2 + 3 }}' }, "'Components' is not a list of components"],
		[{ ctaUrlLinkTrackingOptedOut: '={{ 2 + 3 }}' }, "'Link Tracking Opted Out' is neither"],
		[{ templateCategory: '={{ ["UTILITY"] }}' }, "'Category' is not text"],
	])('is not changed by %j', async (updateFields, message) => {
		const { error } = await run('update', { ...byName('order_update'), updateFields });
		expect(error?.message).toContain(message);
		expect(setting.aws.requests).toEqual([]);
	});

	it('is deleted in one language, or in all', async () => {
		const metaTemplateId = idOf('order_update');
		const one = await run('delete', {
			templateName: 'order_update',
			deleteAllLanguages: false,
			metaTemplateId: chosen(metaTemplateId),
		});
		expect(jsonOf(one)).toEqual([
			{
				deleted: true,
				businessAccountId: setting.businessAccountId,
				templateName: 'order_update',
				deletedAllLanguages: false,
				metaTemplateId,
			},
		]);
		expect(named('order_update').map(({ language }) => language)).toEqual(['de']);
		const all = await run('delete', { templateName: 'order_update', deleteAllLanguages: true });
		expect(jsonOf(all)[0]).toMatchObject({ deleted: true, deletedAllLanguages: true });
		expect(named('order_update')).toEqual([]);
	});

	it('is not deleted if the one to delete is not named', async () => {
		const { error } = await run('delete', {
			templateName: 'order_update',
			metaTemplateId: chosen('={{ $json.nothing }}'),
		});
		expect(error?.message).toBe("'Template' is empty [item 0]");
		expect(setting.aws.requests).toEqual([]);
	});

	it('is one item of the list', async () => {
		const listed = await run('getAll', { returnAll: true });
		expect(jsonOf(listed)).toHaveLength(templates().length);
		expect(jsonOf(listed)[0]).toEqual({
			templateName: 'order_update',
			metaTemplateId: idOf('order_update'),
			templateStatus: 'APPROVED',
			templateQualityScore: 'GREEN',
			templateLanguage: 'en_US',
			templateCategory: 'UTILITY',
		});
	});
});

describe("a template of Meta's library", () => {
	const fromLibrary = {
		libraryTemplateName: chosen('delivery_update_1'),
		templateName: 'my_delivery',
		templateLanguageCode: 'en_US',
		templateCategory: 'UTILITY',
	};

	it('is found with filters, simplified or complete', async () => {
		const filters = { searchKey: 'shipped', language: 'en_US' };
		const [simple, ...more] = jsonOf(await run('getLibrary', { filters }));
		expect(more).toEqual([]);
		expect(simple).toMatchObject({
			templateName: 'delivery_update_1',
			templateButtons: ['Track order'],
		});
		expect(simple).not.toHaveProperty('templateIndustry');
		const [whole] = jsonOf(await run('getLibrary', { filters, simplify: false }));
		expect(whole).toMatchObject({
			templateIndustry: ['E_COMMERCE'],
			templateButtons: [{ type: 'URL', text: 'Track order', url: 'https://www.example.com/' }],
		});
	});

	it('becomes one of your own', async () => {
		const result = await run('createFromLibrary', {
			...fromLibrary,
			libraryTemplateButtonInputs: {
				button: [{ type: 'URL', baseUrl: 'https://shop.example/{{1}}' }],
			},
		});
		expect(jsonOf(result)[0]).toMatchObject({
			businessAccountId: setting.businessAccountId,
			templateStatus: 'PENDING',
			category: 'UTILITY',
		});
		expect(named('my_delivery')).toHaveLength(1);
	});

	it("without an input that its buttons need is refused in Meta's words", async () => {
		const { error } = await run('createFromLibrary', fromLibrary);
		expect(error?.description).toContain('needs an input for it');
	});
});

describe('a sample file for a template', () => {
	const photo = [fileItem(fileContent('image/jpeg', 'a photo'), 'a b.jpg', 'image/jpeg')];
	const upload = async (parameters: object) =>
		await setting.run('template', 'uploadMedia', { ...parameters }, { items: photo });

	it('goes through S3, which is cleaned up, and is identified by its handle', async () => {
		const result = await upload({ bucketName: BUCKET });
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toEqual([
			{
				metaHeaderHandle: expect.stringMatching(/^4::/),
				fileName: 'a b.jpg',
				mimeType: 'image/jpeg',
				fileSize: 11,
			},
		]);
		expect(pairsOf(result)).toEqual([0]);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('may stay in S3, or have been there before', async () => {
		const kept = jsonOf(await upload({ bucketName: BUCKET, options: { keepS3Object: true } }))[0];
		const { bucketName, key } = kept?.s3Object as { bucketName: string; key: string };
		const again = await setting.run('template', 'uploadMedia', {
			mediaSource: 's3Object',
			bucketName,
			key,
		});
		expect(jsonOf(again)).toEqual([{ metaHeaderHandle: expect.stringMatching(/^4::/) }]);
		expect(await setting.aws.s3.list(BUCKET)).toHaveLength(1);
	});

	it('leaves nothing in S3 if AWS does not accept it, nor in a bucket that refuses', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'CreateWhatsAppMessageTemplateMedia',
			status: 400,
			errorName: 'InvalidParametersException',
		});
		expect((await upload({ bucketName: BUCKET })).error?.message).toMatch(/did not accept/);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		setting.aws.requests.length = 0;
		expect((await upload({ bucketName: LOCKED_BUCKET })).error?.message).toMatch(/denied access/);
		expect(serviceRequests(setting.aws)).toEqual([]);
	});
});
