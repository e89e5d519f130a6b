import { requestsFor, serviceRequests } from './recorded.mts';
import { BUCKET, fileItem, jsonOf, useSetting } from './setting.mts';
import type { Json } from './engine.mts';

// n8n's memory mode, in which a file is base64 text inside its item.
const setting = useSetting({ binaryDataMode: 'default' });

/** What the item fails with, and that nothing left n8n. */
async function refused(resource: string, operation: string, parameters: Json): Promise<string> {
	const { status, error } = await setting.run(resource, operation, parameters);
	expect(status).toBe('error');
	expect(setting.aws.requests).toEqual([]);
	return `${error?.message} ${error?.description}`;
}

const locator = (value: string) => ({ __rl: true, mode: 'id', value });
const TO = '+4915112345678';

describe('a number that JavaScript has rounded', () => {
	it.each<[string, string, Json, string]>([
		['media', 'delete', { mediaId: '={{ 123456789012345678 }}' }, 'Media ID'],
		['media', 'get', { mediaId: '={{ 1e21 }}' }, 'Media ID'],
		['flow', 'delete', { flowId: locator('={{ 123456789012345678 }}') }, 'Flow'],
		['template', 'get', { metaTemplateId: locator('={{ 2 ** 60 }}') }, 'Template'],
		[
			'message',
			'send',
			{ to: TO, messageType: 'image', mediaSource: 'mediaId', mediaId: '={{ 2 ** 60 }}' },
			'Media ID',
		],
		['message', 'send', { to: '={{ 2 ** 60 }}', messageType: 'text', textBody: 'x' }, 'To'],
	])('is refused as an ID: %s.%s %j', async (resource, operation, parameters, label) => {
		expect(await refused(resource, operation, parameters)).toContain(
			`'${label}' contains a number that is too long to stay exact`,
		);
	});

	it.each(['NaN', 'Infinity', '-1/0', '0/0'])(
		'or that is not finite is refused as text: %s',
		async (value) => {
			const parameters = { to: TO, messageType: 'text', textBody: `={{ ${value} }}` };
			expect(await refused('message', 'send', parameters)).toMatch(/^'.*' is not text/);
		},
	);

	it('is distinguished from a decimal number, which people may read', async () => {
		const parameters = { to: TO, messageType: 'text', textBody: '={{ 12.5 }}' };
		const { status } = await setting.run('message', 'send', parameters);
		expect(status).toBe('success');
		expect(setting.aws.phone.messages.at(-1)).toMatchObject({
			message: { text: { body: '12.5' } },
		});
	});
});

describe('a date', () => {
	it.each(['$now', '$today', 'new Date()', '$now.plus({ days: 1 })'])(
		'is sent as ISO text: %s',
		async (date) => {
			const parameters = {
				to: TO,
				messageType: 'text',
				textBody: `={{ ${date} }}`,
				options: { bizOpaqueCallbackData: `={{ ${date} }}` },
			};
			expect(await setting.run('message', 'send', parameters)).toMatchObject({ status: 'success' });
			const iso = expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
			expect(setting.aws.phone.messages.at(-1)).toMatchObject({
				message: { text: { body: iso }, biz_opaque_callback_data: iso },
			});
		},
	);

	it.each(['new Date("soon")', 'DateTime.fromISO("soon")', '$now.diff($today)'])(
		'that is invalid is refused with an error that names its field: %s',
		async (date) => {
			const parameters = { to: TO, messageType: 'text', textBody: `={{ ${date} }}` };
			expect(await refused('message', 'send', parameters)).toMatch(
				/^'Text' (contains an invalid date|is not)/,
			);
		},
	);
});

describe('custom JSON given as an object', () => {
	const message = (more: string) => ({
		messageType: 'customJson',
		message: `={{ ({ to: "${TO}", type: "text", text: { body: "x" }, ${more} }) }}`,
	});

	it.each<[string, RegExp]>([
		['id: 123456789012345678', /^'Message' contains a number that is too long/],
		['list: [{ n: NaN }]', /^'Message' contains an invalid number/],
		['n: 1 / 0', /^'Message' contains a number that is too long/],
	])('is refused like its text: %s', async (more, expected) => {
		expect(await refused('message', 'send', message(more))).toMatch(expected);
	});

	it('may contain dates, which become text', async () => {
		const { status, error } = await setting.run(
			'message',
			'send',
			message('biz_opaque_callback_data: new Date(0)'),
		);
		expect(error).toBeUndefined();
		expect(status).toBe('success');
	});

	it.each([
		['circular', '(() => { const a = { type: "text" }; a.a = a; return a; })()'],
		[
			'20,000 levels deep',
			'(() => { let a = {}; for (let i = 0; i < 20000; i++) a = { a }; return a; })()',
		],
	])('and %s ends in an error, and not in a message', async (_name, expression) => {
		const { status, error } = await setting.run('message', 'send', {
			messageType: 'customJson',
			message: `={{ ${expression} }}`,
		});
		expect(status).toBe('error');
		expect(error?.message).not.toBe('');
		expect(serviceRequests(setting.aws)).toEqual([]);
	});

	it('as text 20,000 levels deep is refused with an error that names its field', async () => {
		const text = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
		const parameters = { messageType: 'customJson', message: text };
		expect(await refused('message', 'send', parameters)).toContain(
			"'Message' is nested deeper than 500 levels",
		);
	});
});

describe('a text that was cut inside an emoji', () => {
	const items = [fileItem(Buffer.from('%PDF-1.7'), 'Rechnung \ud83d.pdf', 'application/pdf')];

	it('is repaired in a file name', async () => {
		const result = await setting.run('media', 'upload', { bucketName: BUCKET }, { items });
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toMatchObject([{ fileName: 'Rechnung .pdf' }]);
	});

	it('is refused in a key or a key prefix, by name', async () => {
		expect(
			await refused('media', 'upload', {
				bucketName: BUCKET,
				mediaSource: 's3Object',
				key: 'a/\ud83d.pdf',
			}),
		).toContain("'Object Key' contains half of a character");
		const { error } = await setting.run(
			'media',
			'upload',
			{ bucketName: BUCKET, options: { keyPrefix: 'a\udc4d/' } },
			{ items },
		);
		expect(error?.message).toContain("'S3 Key Prefix' contains half of a character");
		expect(setting.aws.requests).toEqual([]);
	});

	it('is refused in the name of a template in a URL, by name', async () => {
		expect(
			await refused('template', 'get', {
				templateBy: 'templateName',
				templateName: 'a\ud83d',
				templateLanguageCode: 'en',
			}),
		).toContain("'Template Name' contains half of a character");
	});
});

describe('a file as base64 text', () => {
	const pdf = (data: string) =>
		`={{ ({ mimeType: "application/pdf", fileName: "a.pdf", data: ${data} }) }}`;
	const upload = async (data: string) =>
		await setting.run('media', 'upload', {
			bucketName: BUCKET,
			binaryPropertyName: pdf(data),
			options: { keepS3Object: true },
		});
	const LONG = Buffer.alloc(10_000, '%PDF-1.7 ').toString('base64');

	it.each([
		['with line breaks', LONG.replace(/(.{76})/g, '$1\\r\\n'), 10_000],
		['that was cut off', LONG.slice(0, 1001), 750],
		['with other characters in it', `${LONG.slice(0, 8)}!!!!${LONG.slice(8)}`, 10_000],
	])('%s arrives with as many bytes as announced', async (_name, data, bytes) => {
		const result = await upload(`"${data}"`);
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toMatchObject([{ fileSize: bytes }]);
		const [put] = setting.aws.requests.filter(({ method }) => method === 'PUT');
		expect(put?.headers['content-length']).toBe(String(bytes));
		expect(await setting.aws.s3.list(BUCKET)).toMatchObject([{ size: bytes }]);
	});

	it.each(['17', '({})', '[1]', 'undefined', 'null'])(
		'that is invalid is refused with an error that names its field: %s',
		async (data) => {
			const { status, error } = await upload(data);
			expect(status).toBe('error');
			expect(error?.message).toMatch(
				/^'Input Data Field Name' (refers to a file without content|does not match any file)/,
			);
			expect(requestsFor(setting.aws, 'PostWhatsAppMessageMedia')).toEqual([]);
		},
	);
});
