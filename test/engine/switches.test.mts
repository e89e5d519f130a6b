import { serviceRequests } from './recorded.mts';
import type { Json } from './engine.mts';
import { ADA, BUCKET, fileItem, jsonOf, useSetting } from './setting.mts';

const setting = useSetting();

/** What sheets, databases, forms and AI tools give for a switch. */
const ON = [true, 'true', 'True', 'TRUE', ' true ', 1, '1', 'yes', 'YES', 'y', 't', 'on', 'On\n'];
const OFF = [false, 'false', 'False', 'FALSE', ' false ', 0, '0', 'no', 'NO', 'n', 'f', 'off'];
const NEITHER = ['maybe', 'null', 'undefined', 'truee', 'wahr', 2, -1, 0.5, [], [true], {}];
/** Expressions in the option itself, of which no item has the value. */
const NOTHING = ['$json.none', 'undefined', 'null', '""', '"  "', '$json.none?.deep', '[][0]'];

const TEXT = { messageType: 'text', textBody: 'Hello' };
const itemsOf = (values: unknown[]) => values.map((value) => ({ json: { value } }));
/** n8n adds the number of the item after the message. */
const errorsIn = (items: Json[]) =>
	items.map(({ error }) => String(error ?? '').replace(/ \[item \d+\]$/, ''));
const sent = () => setting.aws.phone.messages.length;

async function sendWith(option: string, expression: string, values: unknown[]) {
	return await setting.send(
		{ ...TEXT, options: { [option]: `={{ ${expression} }}` } },
		{ items: itemsOf(values), onError: 'continueRegularOutput' },
	);
}

describe("'Preview Only'", () => {
	it('sends nothing in any spelling of "on"', async () => {
		const items = jsonOf(await sendWith('previewOnly', '$json.value', ON));
		expect(items.map(({ isPreview }) => isPreview)).toEqual(ON.map(() => true));
		expect(setting.aws.requests).toEqual([]);
	});

	it('sends in any spelling of "off", and if it was not added', async () => {
		const items = jsonOf(await sendWith('previewOnly', '$json.value', OFF));
		expect(items.map(({ messageId }) => typeof messageId)).toEqual(OFF.map(() => 'string'));
		await setting.send({ ...TEXT, options: {} });
		expect(sent()).toBe(OFF.length + 1);
	});

	it('sends nothing if it is neither on nor off', async () => {
		const items = jsonOf(await sendWith('previewOnly', '$json.value', NEITHER));
		expect(errorsIn(items)).toEqual(NEITHER.map(() => "'Preview Only' is neither true nor false"));
		expect(setting.aws.requests).toEqual([]);
	});

	it.each(NOTHING)('sends nothing if its expression returns nothing: %s', async (expression) => {
		const items = jsonOf(await sendWith('previewOnly', expression, ['x']));
		expect(errorsIn(items)).toEqual(["'Preview Only' is empty"]);
		expect(setting.aws.requests).toEqual([]);
	});

	it('stops the workflow before anything is sent if one of the items has an invalid value', async () => {
		const { status, error } = await setting.send(
			{ ...TEXT, options: { previewOnly: '={{ $json.value }}' } },
			{ items: itemsOf([false, 'maybe', false]) },
		);
		expect(status).toBe('error');
		expect(error?.message).toMatch(/^'Preview Only' is neither true nor false/);
		expect(error?.description).toContain('You entered "maybe".');
		expect(sent()).toBe(0);
	});

	it('sends nothing even for a template that is not approved', async () => {
		const items = jsonOf(
			await setting.send(
				{
					messageType: 'template',
					templateBy: 'templateName',
					templateName: 'nowhere',
					templateLanguageCode: 'en',
					options: { previewOnly: '={{ $json.value }}' },
				},
				{ items: itemsOf(NEITHER), onError: 'continueRegularOutput' },
			),
		);
		expect(items.every(({ error }) => typeof error === 'string')).toBe(true);
		expect(sent()).toBe(0);
	});
});

describe("'Keep S3 Object'", () => {
	const FILE = Buffer.from('%PDF-1.7');
	const upload = async (expression: string, value: unknown) =>
		await setting.run(
			'media',
			'upload',
			{ bucketName: BUCKET, options: { keepS3Object: `={{ ${expression} }}` } },
			{
				items: [fileItem(FILE, 'a.pdf', 'application/pdf', { value })],
				onError: 'continueRegularOutput',
			},
		);
	const kept = async () => (await setting.aws.s3.list(BUCKET)).length;

	it.each(ON)('keeps the object: %p', async (value) => {
		await upload('$json.value', value);
		expect(await kept()).toBe(1);
	});

	it.each(OFF)('removes the object: %p', async (value) => {
		const [item] = jsonOf(await upload('$json.value', value));
		expect(item).toHaveProperty('mediaId');
		expect(await kept()).toBe(0);
	});

	it.each(NEITHER)('uploads and removes nothing if it is %j', async (value) => {
		const items = jsonOf(await upload('$json.value', value));
		expect(errorsIn(items)).toEqual(["'Keep S3 Object' is neither true nor false"]);
		expect(setting.aws.requests).toEqual([]);
	});

	it.each(NOTHING)('uploads nothing if its expression returns nothing: %s', async (expression) => {
		const items = jsonOf(await upload(expression, 'x'));
		expect(errorsIn(items)).toEqual(["'Keep S3 Object' is empty"]);
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('the other switches', () => {
	it.each<[string, string, Json, string]>([
		['message', 'send', { ...TEXT, to: ADA, options: { returnMessage: 'V' } }, 'Return Message'],
		['message', 'send', { ...TEXT, to: ADA, options: { previewUrl: 'V' } }, 'Link Preview'],
		['message', 'markAsRead', { messageId: 'wamid.HBgA', typingIndicator: 'V' }, 'Show Typing'],
		['template', 'getAll', { returnAll: 'V' }, 'Return All'],
		[
			'template',
			'delete',
			{
				deleteAllLanguages: 'V',
				templateName: 'a',
				metaTemplateId: { __rl: true, mode: 'id', value: '1' },
			},
			'Delete All Languages',
		],
		[
			'flow',
			'updateAssets',
			{
				flowId: { __rl: true, mode: 'id', value: '1' },
				flowJson: '{"version":"7.0"}',
				options: { failOnValidationErrors: 'V' },
			},
			'Fail on Validation Errors',
		],
		['phoneNumber', 'updateCallSettings', { callEnabled: 'V' }, 'Calls Enabled'],
		[
			'flow',
			'create',
			{ flowName: 'A', categories: ['OTHER'], additionalFields: { publish: 'V' } },
			'Publish',
		],
	])('of %s.%s refuse other values by name: %j', async (resource, operation, form, label) => {
		const text = JSON.stringify(form).replace('"V"', '"={{ $json.value }}"');
		const run = async (values: unknown[]) => {
			const result = await setting.run(resource, operation, JSON.parse(text) as Json, {
				items: itemsOf(values),
				onError: 'continueRegularOutput',
			});
			expect(result.error).toBeUndefined();
			return errorsIn(jsonOf(result));
		};
		const errors = await run(NEITHER);
		expect(serviceRequests(setting.aws)).toEqual([]);
		expect(errors).toEqual(
			NEITHER.map(() => expect.stringMatching(`^'${label}.*' is neither true nor false$`)),
		);
		for (const error of await run(['TRUE', 'off'])) expect(error).not.toContain(label);
	});
});
