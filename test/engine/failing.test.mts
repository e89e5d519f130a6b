import {
	BUCKET,
	fileContent,
	fileItem,
	LOCKED_BUCKET,
	locator,
	useSetting,
	type Setting,
} from './setting.mts';

const setting = useSetting();

const MB = 1024 * 1024;
const hello = { messageType: 'text', textBody: 'Hello' };
const pdf = { messageType: 'document', bucketName: BUCKET };
const pdfItems = [fileItem(fileContent('application/pdf'), 'a.pdf', 'application/pdf')];

async function nothingDone() {
	expect(setting.aws.phone.messages).toEqual([]);
	expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
}

describe('an item that cannot be sent ends in an error to act on, with nothing done', () => {
	const refusals: Array<
		[
			name: string,
			expected: { message: RegExp; description: RegExp },
			run: () => ReturnType<Setting['send']>,
		]
	> = [
		[
			'a wrong secret',
			{
				message: /secret access key of the AWS credential does not match/,
				description:
					/Check 'Secret Access Key'[^]*InvalidSignatureException[^]*Request ID: [0-9a-f-]{36}/,
			},
			async () =>
				await setting.send(hello, {
					credentials: { ...setting.credentials, secretAccessKey: 'wrongwrongwrongwrong' },
				}),
		],
		[
			'an unknown access key',
			{ message: /recognize the credential's access key/, description: /Check 'Access Key ID'/ },
			async () =>
				await setting.send(hello, {
					credentials: { ...setting.credentials, accessKeyId: 'AKIAUNKNOWN' },
				}),
		],
		[
			'an expired token',
			{
				message: /temporary AWS credentials have expired/,
				description: /new temporary credentials[^]*ExpiredToken/,
			},
			async () =>
				await setting.send(hello, {
					credentials: { ...setting.credentials, ...setting.aws.expired },
				}),
		],
		[
			'an empty secret',
			{
				message: /'Secret Access Key' in the AWS credential is empty/,
				description: /Open the AWS credential/,
			},
			async () =>
				await setting.send(hello, {
					credentials: { ...setting.credentials, secretAccessKey: '  \n' },
				}),
		],
		[
			'an unknown phone number',
			{
				message: /^AWS cannot find the phone number$/,
				description: /"phone-number-id-0+" \('Your Phone Number'\)[^]*ResourceNotFoundException/,
			},
			async () =>
				await setting.send({
					...hello,
					originationPhoneNumberId: locator(`phone-number-id-${'0'.repeat(32)}`),
				}),
		],
		[
			"Meta's ID in place of AWS's",
			{
				message: /'Your Phone Number' has an invalid format \[item 0\]/,
				description: /"106540352242922"[^]*phone-number-id-…/,
			},
			async () =>
				await setting.send({
					...hello,
					originationPhoneNumberId: locator('={{ "106540352242922" }}'),
				}),
		],
		[
			'a missing recipient',
			{ message: /'To' is empty/, description: /\+49/ },
			async () => await setting.send({ ...hello, to: '={{ $json.nobody }}' }),
		],
		[
			'a national phone number',
			{
				message: /'To' is not an international phone number/,
				description: /"0151 2345678"[^]*country code/,
			},
			async () => await setting.send({ ...hello, to: '0151 2345678' }),
		],
		[
			'an empty text',
			{ message: /'Text' is empty/, description: /does not accept/ },
			async () => await setting.send({ ...hello, textBody: '={{ $json.missing }}' }),
		],
		[
			'a text that is too long by one character',
			{
				message: /'Text' is too long/,
				description: /4,097 characters; WhatsApp allows at most 4,096/,
			},
			async () => await setting.send({ ...hello, textBody: '={{ "🎉".repeat(4097) }}' }),
		],
		[
			'a missing file',
			{
				message: /'Input Data Field Name' does not match any file of the item/,
				description: /"invoice"[^]*The item has: "data"/,
			},
			async () =>
				await setting.send({ ...pdf, binaryPropertyName: 'invoice' }, { items: pdfItems }),
		],
		[
			'an item without files',
			{ message: /does not match any file/, description: /The item has no files/ },
			async () => await setting.send(pdf),
		],
		[
			'a 6 MB image',
			{
				message: /too large for a WhatsApp image/,
				description: /"big.png" \(image\/png\) is 6\.0 MB; WhatsApp allows at most 5\.0 MB/,
			},
			async () =>
				await setting.send(
					{ ...pdf, messageType: 'image' },
					{ items: [fileItem(Buffer.alloc(6 * MB), 'big.png', 'image/png')] },
				),
		],
		[
			'an unsupported type',
			{
				message: /cannot be sent as an image/,
				description: /"logo.svg" is "image\/svg\+xml"[^]*\.jpg, \.png/,
			},
			async () =>
				await setting.send(
					{ ...pdf, messageType: 'image' },
					{ items: [fileItem(Buffer.from('<svg/>'), 'logo.svg', 'image/svg+xml')] },
				),
		],
		[
			'a large static sticker',
			{ message: /static sticker/, description: /WhatsApp allows at most 100 KB/ },
			async () =>
				await setting.send(
					{ ...pdf, messageType: 'sticker' },
					{ items: [fileItem(Buffer.alloc(200 * 1024), 's.webp', 'image/webp')] },
				),
		],
		[
			'a caption that is too long',
			{ message: /'Caption' is too long/, description: /1,024/ },
			async () =>
				await setting.send({ ...pdf, caption: '={{ "x".repeat(1025) }}' }, { items: pdfItems }),
		],
		[
			'a version of the API that AWS does not take',
			{
				message: /'Meta API Version' has an invalid format/,
				description: /"v19.0"[^]*v20.0/,
			},
			async () =>
				await setting.send({ ...pdf, options: { metaApiVersion: 'v19.0' } }, { items: pdfItems }),
		],
		[
			'a bucket that refuses',
			{ message: /AWS denied access/, description: /AccessDenied/ },
			async () => await setting.send({ ...pdf, bucketName: LOCKED_BUCKET }, { items: pdfItems }),
		],
		[
			'a bucket that does not exist',
			{ message: /S3 bucket does not exist/, description: /'Bucket Name'[^]*NoSuchBucket/ },
			async () => await setting.send({ ...pdf, bucketName: 'no-such-bucket' }, { items: pdfItems }),
		],
		[
			'a bucket name that cannot be one',
			{ message: /'Bucket Name' has an invalid format/, description: /"My Bucket"/ },
			async () => await setting.send({ ...pdf, bucketName: 'My Bucket' }, { items: pdfItems }),
		],
		[
			'an unreachable endpoint',
			{
				message: /AWS could not be reached/,
				description: /127\.0\.0\.1:1 \(ECONNREFUSED\)[^]*Nothing was sent/,
			},
			async () =>
				await setting.send(hello, {
					credentials: { ...setting.credentials, socialMessagingEndpoint: 'http://127.0.0.1:1' },
				}),
		],
		[
			'custom JSON with a missing bracket',
			{
				message: /'Message' is not valid JSON/,
				description: /quotes, commas, braces and brackets/,
			},
			async () =>
				await setting.send({ messageType: 'customJson', message: '{ "to": "+4915112345678"' }),
		],
	];

	it.each(refusals)('%s', async (_name, expected, run) => {
		const { status, error } = await run();
		expect(status).toBe('error');
		expect(error?.message).toMatch(expected.message);
		expect(error?.description).toMatch(expected.description);
		expect(`${error?.message}${error?.description}`).not.toContain(
			setting.aws.credentials.secretAccessKey,
		);
		await nothingDone();
	});
});
