import {
	ADA,
	BUCKET,
	chosen,
	fileContent,
	fileItem,
	jsonOf,
	pairsOf,
	useSetting,
} from './setting.mts';
import { requestsFor } from './recorded.mts';

const setting = useSetting();

const idOf = (name: string, language = 'en_US') =>
	setting.aws.account
		.templates(setting.businessAccountId)
		.all()
		.find((each) => each.name === name && each.language === language)?.metaTemplateId ?? '';

/** What the user filled in, as the editor saves it. */
const filledIn = (value: object) => ({ mappingMode: 'defineBelow', value });
const template = (name: string, value: object, more: object = {}) => ({
	messageType: 'template',
	metaTemplateId: chosen(idOf(name)),
	templateFields: filledIn(value),
	...more,
});
const onPhone = () => setting.aws.phone.messages.map(({ message }) => message.template);
const fetched = () => requestsFor(setting.aws, 'GetWhatsAppMessageTemplate').length;
const sends = () => requestsFor(setting.aws, 'SendWhatsAppMessage').length;

const ORDER = { headerText1: 'A-17', bodyText1: 'Ada', bodyText2: 'A-17', bodyText3: 'Friday' };
const text = (value: string) => ({ type: 'text', text: value });
const sentOrder = (first = 'Ada') => ({
	name: 'order_update',
	language: { code: 'en_US' },
	components: [
		{ type: 'header', parameters: [text('A-17')] },
		{ type: 'body', parameters: [text(first), text('A-17'), text('Friday')] },
	],
});

describe('a template', () => {
	it('is sent as filled in, and returns what was sent', async () => {
		const result = await setting.send(template('order_update', ORDER));
		expect(result.error).toBeUndefined();
		expect(onPhone()).toEqual([sentOrder()]);
		expect(jsonOf(result)).toEqual([
			{
				messageId: expect.any(String),
				to: ADA,
				type: 'template',
			},
		]);
	});

	it('is fetched once for 1,000 items, each of which is sent with its own values', async () => {
		const items = Array.from({ length: 1000 }, (_, i) => ({
			json: { name: `Person ${i}`, to: `+49151${10_000_000 + i}` },
		}));
		const value = { ...ORDER, bodyText1: '={{ $json.name }}' };
		const message = { ...template('order_update', value), to: '={{ $json.to }}' };
		const result = await setting.send(message, { items });
		expect(result.error).toBeUndefined();
		expect([fetched(), sends()]).toEqual([1, 1000]);
		expect(requestsFor(setting.aws, 'GetLinkedWhatsAppBusinessAccountPhoneNumber')).toHaveLength(1);
		expect(pairsOf(result)).toEqual(items.map((_, i) => i));
		expect(new Set(onPhone().map((each) => JSON.stringify(each))).size).toBe(1000);
	});

	it('may be a different one for each item, each fetched once', async () => {
		const items = ['en_US', 'de', 'en_US', 'de'].map((language) => ({ json: { language } }));
		const result = await setting.send(
			{
				messageType: 'template',
				templateBy: 'templateName',
				templateName: 'order_update',
				templateLanguageCode: '={{ $json.language }}',
				templateFields: {
					mappingMode: 'defineBelow',
					value: {
						bodyText1: 'Ada',
						bodyText2: 'A-17',
						bodyText3: 'Friday',
						headerText1: '={{ $json.language === "de" ? "" : "A-17" }}',
					},
				},
			},
			{ items },
		);
		expect(result.error).toBeUndefined();
		expect(fetched()).toBe(2);
		const languages = onPhone().map(
			(each) => (each as { language: { code: string } }).language.code,
		);
		expect(languages.sort()).toEqual(['de', 'de', 'en_US', 'en_US']);
	});

	it('takes its values from the incoming data, which may contain more', async () => {
		const result = await setting.send(
			{
				messageType: 'template',
				metaTemplateId: chosen(idOf('order_update')),
				templateFields: { mappingMode: 'autoMapInputData', value: null },
			},
			{ items: [{ json: { ...ORDER, unrelated: { a: 1 } } }] },
		);
		expect(result.error).toBeUndefined();
		expect(onPhone()).toEqual([sentOrder()]);
	});

	it('has named variables', async () => {
		await setting.send(
			template('appointment_reminder', { first_name: 'Ada', day: 'Monday', time: '10:30' }),
		);
		expect(onPhone()).toEqual([
			{
				name: 'appointment_reminder',
				language: { code: 'en_US' },
				components: [
					{
						type: 'body',
						parameters: [
							{ ...text('Ada'), parameter_name: 'first_name' },
							{ ...text('Monday'), parameter_name: 'day' },
							{ ...text('10:30'), parameter_name: 'time' },
						],
					},
				],
			},
		]);
	});

	it('sends a file of the input via S3, where nothing remains', async () => {
		const result = await setting.send(
			template('invoice_ready', {
				headerDocument: 'data',
				bucketName: BUCKET,
				bodyText1: '2026-118',
				bodyText2: '48.20 EUR',
				button1UrlSuffix: '2026 118',
			}),
			{ items: [fileItem(fileContent('application/pdf'), 'invoice 118.pdf', 'application/pdf')] },
		);
		expect(result.error).toBeUndefined();
		const [{ mediaId } = {}] = jsonOf(result);
		expect(onPhone()).toEqual([
			expect.objectContaining({
				components: [
					{
						type: 'header',
						parameters: [
							{ type: 'document', document: { id: mediaId, filename: 'invoice 118.pdf' } },
						],
					},
					{ type: 'body', parameters: [text('2026-118'), text('48.20 EUR')] },
					{ type: 'button', sub_type: 'url', index: '0', parameters: [text('2026%20118')] },
				],
			}),
		]);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('sends several files on its cards', async () => {
		const photo = fileContent('image/jpeg', 'a photo');
		const card = (n: number, field: string) => ({
			[`card${n}HeaderImage`]: field,
			[`card${n}BodyText1`]: '12 EUR',
			[`card${n}Button2UrlSuffix`]: `${n}`,
		});
		const result = await setting.send(
			template('new_arrivals', {
				bodyText1: 'Ada',
				bucketName: BUCKET,
				...card(1, 'data'),
				...card(2, 'data'),
			}),
			{ items: [fileItem(photo, 'a.jpg', 'image/jpeg')] },
		);
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)[0]?.mediaIds).toHaveLength(2);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('is shown, and neither uploaded nor sent, with Preview Only', async () => {
		const result = await setting.send(
			template('order_update', ORDER, { options: { previewOnly: true } }),
		);
		expect(jsonOf(result)).toEqual([
			{
				to: ADA,
				type: 'template',
				isPreview: true,
				message: expect.objectContaining({ template: sentOrder() }),
			},
		]);
		expect(sends()).toBe(0);
	});
});

describe('a template is refused before anything is sent', () => {
	it.each<[string, string, object, string]>([
		['without a value', 'order_update', { ...ORDER, bodyText2: '' }, "'Body {{2}}' is empty"],
		[
			'without the value of an expression',
			'order_update',
			{ ...ORDER, bodyText2: '={{ $json.nothing }}' },
			"'Body {{2}}' is empty",
		],
		[
			'with a value too many',
			'order_update',
			{ ...ORDER, bodyText4: 'x' },
			"'Template Fields' has a value that the template does not use",
		],
		[
			'with a line end in a value',
			'order_update',
			{ ...ORDER, bodyText1: 'Ada\nRoe' },
			"'Body {{1}}' has a line break",
		],
		[
			'without its file',
			'invoice_ready',
			{ bodyText1: 'a', bodyText2: 'b' },
			"'Header document' is empty",
		],
		[
			'with a code that is too long',
			'sign_in_code',
			{ oneTimeCode: '1'.repeat(16) },
			"'One-time code' is too long",
		],
		[
			'that is in review',
			'spring_sale',
			{ headerImage: 'https://example.org/1.jpg', bodyText1: 'x' },
			'The template cannot be sent',
		],
	])('%s', async (_what, name, value, message) => {
		const { error } = await setting.send(template(name, value));
		expect(error?.message).toContain(message);
		expect(sends()).toBe(0);
	});

	it('with the reason in the item if the workflow continues', async () => {
		const items = [{ json: { name: 'Ada' } }, { json: {} }, { json: { name: 'Bob' } }];
		const result = await setting.send(
			template('order_update', { ...ORDER, bodyText1: '={{ $json.name }}' }),
			{ items, onError: 'continueRegularOutput' },
		);
		expect(jsonOf(result).map(({ error, messageId }) => error ?? typeof messageId)).toEqual([
			'string',
			expect.stringContaining("'Body {{1}}' is empty"),
			'string',
		]);
		expect(sends()).toBe(2);
	});
});

describe('the fields of a template in the panel', () => {
	const fieldsOf = async (parameters: object) =>
		await setting.engine.mapperFields({
			method: 'getTemplateFields',
			credentials: setting.credentials,
			parameters: {
				resource: 'message',
				operation: 'send',
				messageType: 'template',
				originationPhoneNumberId: chosen(setting.phoneNumberId),
				...parameters,
			},
		});

	it('are those of the selected template, the rare ones hidden until they are added', async () => {
		const { fields } = await fieldsOf(template('order_update', {}));
		expect(fields?.map(({ id, required, removed }) => [id, required, removed ?? false])).toEqual([
			['headerText1', true, false],
			['bodyText1', true, false],
			['bodyText2', true, false],
			['bodyText3', true, false],
			['button1Payload', false, false],
			['button2Payload', false, false],
			['otherComponents', false, true],
		]);
	});

	it('are found by name and language as well', async () => {
		const { fields } = await fieldsOf({
			templateBy: 'templateName',
			templateName: 'sign_in_code',
			templateLanguageCode: 'en_US',
		});
		expect(fields?.map(({ id }) => id)).toEqual(['oneTimeCode', 'otherComponents']);
	});

	it('are empty until a template is selected', async () => {
		expect(await fieldsOf({ metaTemplateId: chosen('') })).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose a template to see its fields.',
		});
	});

	it('ask for the phone number first', async () => {
		const { error } = await fieldsOf({
			...template('order_update', {}),
			originationPhoneNumberId: chosen(''),
		});
		expect(error?.message).toContain("'Your Phone Number' is not chosen yet");
	});
});
