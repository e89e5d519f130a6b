import {
	DeleteWhatsAppMessageMediaCommand,
	GetWhatsAppMessageMediaCommand,
	PostWhatsAppMessageMediaCommand,
} from '@aws-sdk/client-socialmessaging';
import type { SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { socialMessagingClient, uploadMedia } from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
beforeAll(async () => {
	client = socialMessagingClient(aws);
});

const bucketName = 'whatsapp-media';
const senderId = (index = 0): string => aws.account.phoneNumbers[index]?.id ?? '';

const upload = (key: string, contentType: string, body?: Buffer): Promise<string> =>
	uploadMedia(aws, client, key, contentType, body);

const download = (mediaId: string, destination: object): GetWhatsAppMessageMediaCommand =>
	new GetWhatsAppMessageMediaCommand({
		mediaId,
		originationPhoneNumberId: senderId(),
		...destination,
	});

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };
const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
const denied = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } };

describe('media', () => {
	it('goes from S3 to WhatsApp and back under a key that is only a prefix', async () => {
		const body = Buffer.from('OggS opus');
		const mediaId = await upload('voice.ogg', 'audio/ogg; codecs=opus', body);
		expect(mediaId).toMatch(/^\d+$/);
		const answer = await client.send(
			download(mediaId, { destinationS3File: { bucketName, key: 'in/x.' } }),
		);
		expect(answer).toMatchObject({ mimeType: 'audio/ogg; codecs=opus', fileSize: body.length });
		expect(await aws.s3.get(bucketName, `in/x.${mediaId}.ogg`)).toEqual(body);
	});

	it('keeps a long subtype as the extension', async () => {
		const subtype = 'vnd.openxmlformats-officedocument.wordprocessingml.document';
		const mediaId = await upload('a.docx', `application/${subtype}`);
		await client.send(download(mediaId, { destinationS3File: { bucketName, key: '' } }));
		expect((await aws.s3.list(bucketName)).map(({ key }) => key)).toContain(
			`${mediaId}.${subtype}`,
		);
	});

	it('answers with type and size alone if only those are requested', async () => {
		const mediaId = await upload('a.png', 'image/png');
		await expect(client.send(download(mediaId, { metadataOnly: true }))).resolves.toMatchObject({
			mimeType: 'image/png',
			fileSize: 5,
		});
		expect(await aws.s3.list(bucketName)).toHaveLength(1);
	});

	it('needs exactly one source and one destination', async () => {
		const mediaId = await upload('a.png', 'image/png');
		const both = {
			destinationS3File: { bucketName, key: 'a' },
			destinationS3PresignedUrl: { url: aws.s3.presign('PUT', bucketName, 'b'), headers: {} },
		};
		await expect(client.send(download(mediaId, both))).rejects.toMatchObject(invalid);
		await expect(client.send(download(mediaId, {}))).rejects.toMatchObject(invalid);
		const post = new PostWhatsAppMessageMediaCommand({ originationPhoneNumberId: senderId() });
		await expect(client.send(post)).rejects.toMatchObject(invalid);
	});

	it.each([
		[bucketName, 'missing.png'],
		['locked-bucket', 'a.png'],
		['nobody-owns-this', 'a.png'],
	])('is denied when %s/%s cannot be read', async (bucket, key) => {
		const post = new PostWhatsAppMessageMediaCommand({
			originationPhoneNumberId: senderId(),
			sourceS3File: { bucketName: bucket, key },
		});
		await expect(client.send(post)).rejects.toMatchObject(denied);
	});

	it('is denied when the destination cannot be written', async () => {
		const mediaId = await upload('a.png', 'image/png');
		const locked = { destinationS3File: { bucketName: 'locked-bucket', key: 'a' } };
		await expect(client.send(download(mediaId, locked))).rejects.toMatchObject(denied);
	});

	it.each([
		['image/gif', 10],
		['application/zip', 10],
		['image/png', 5 * 1024 * 1024 + 1],
		['image/webp', 500 * 1024 + 1],
		['image/png', 0],
	])('is refused as %s of %d bytes', async (type, size) => {
		await expect(upload('a', type, Buffer.alloc(size))).rejects.toMatchObject(invalid);
	});

	it('is gone after it was deleted, for every number', async () => {
		const mediaId = await upload('a.png', 'image/png');
		const remove = (index: number) =>
			client.send(
				new DeleteWhatsAppMessageMediaCommand({
					mediaId,
					originationPhoneNumberId: senderId(index),
				}),
			);
		await expect(remove(1)).rejects.toMatchObject(notFound);
		await expect(remove(0)).resolves.toMatchObject({ success: true });
		await expect(remove(0)).rejects.toMatchObject(notFound);
		await expect(client.send(download(mediaId, { metadataOnly: true }))).rejects.toMatchObject(
			notFound,
		);
	});

	it('checks the format of a media id before anything else', async () => {
		await expect(client.send(download('a-b', { metadataOnly: true }))).rejects.toMatchObject({
			name: 'ValidationException',
			message:
				"1 validation error detected: Value 'a-b' at 'mediaId' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9]+",
		});
	});

	describe('through presigned URLs', () => {
		const post = (url: string, headers: Record<string, string> = { 'Content-Type': 'image/png' }) =>
			client.send(
				new PostWhatsAppMessageMediaCommand({
					originationPhoneNumberId: senderId(),
					sourceS3PresignedUrl: { url, headers },
				}),
			);
		beforeEach(() => aws.s3.put(bucketName, 'a b.png', Buffer.from('png')));

		it.each([
			undefined,
			'https://s3.eu-west-1.amazonaws.com',
			'https://whatsapp-media.s3.eu-west-1.amazonaws.com',
		])('is read and written at %s', async (origin) => {
			const { mediaId } = await post(aws.s3.presign('GET', bucketName, 'a b.png', origin));
			const url = aws.s3.presign('PUT', bucketName, 'out/c.png', origin);
			await client.send(
				download(mediaId ?? '', { destinationS3PresignedUrl: { url, headers: {} } }),
			);
			expect(String(await aws.s3.get(bucketName, 'out/c.png'))).toBe('png');
		});

		it('needs a valid signature for the right method', async () => {
			await expect(post(aws.s3.presign('PUT', bucketName, 'a b.png'))).rejects.toMatchObject(
				denied,
			);
			const unsigned = 'https://s3.eu-west-1.amazonaws.com/whatsapp-media/a%20b.png';
			await expect(post(unsigned)).rejects.toMatchObject(denied);
		});

		it('needs the Content-Type header', async () => {
			const url = aws.s3.presign('GET', bucketName, 'a b.png');
			await expect(post(url, {})).rejects.toMatchObject(invalid);
		});

		it.each(['https://example.com/a.png', 'http://127.0.0.1:1/a', 'https://s3 x.amazonaws.com/a'])(
			'does not accept a URL such as %s',
			async (url) => {
				await expect(post(url)).rejects.toMatchObject({ name: 'ValidationException' });
			},
		);
	});
});
