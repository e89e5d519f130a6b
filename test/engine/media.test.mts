import { createHash } from 'node:crypto';
import { breakingProxy } from './breaking-proxy.mts';
import { BUCKET, fileContent, fileItem, jsonOf, useSetting } from './setting.mts';

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

describe.each(['filesystem', 'default'] as const)(
	'media, with n8n keeping files in %s mode',
	(binaryDataMode) => {
		const setting = useSetting({ binaryDataMode });

		const upload = async (data: Buffer, name: string, mimeType: string) => {
			const result = await setting.run(
				'media',
				'upload',
				{ bucketName: BUCKET },
				{ items: [fileItem(data, name, mimeType)] },
			);
			expect(result.error).toBeUndefined();
			return String(jsonOf(result)[0]?.mediaId);
		};
		const download = async (mediaId: string, more: object = {}) => {
			const result = await setting.run('media', 'download', {
				mediaId,
				bucketName: BUCKET,
				...more,
			});
			expect(result.error).toBeUndefined();
			const [item] = result.outputs[0] ?? [];
			return { json: item?.json, file: item?.binary?.data };
		};

		it.each([
			['a.pdf', 'application/pdf', 'pdf'],
			['photo.jpeg', 'image/jpeg', 'jpg'],
			['voice', 'audio/ogg; codecs=opus', 'ogg'],
			['list.xlsx', 'application/octet-stream', 'xlsx'],
			['a.txt', 'text/plain; charset=utf-8', 'txt'],
		])(
			'%s goes to WhatsApp and comes back byte for byte, with type, extension and name',
			async (name, mimeType, extension) => {
				const content = Buffer.from(Array.from({ length: 100_003 }, (_, i) => (i * 31) % 256));
				const mediaId = await upload(content, name, mimeType);
				const { json, file } = await download(mediaId);
				expect(sha256(file?.data ?? Buffer.alloc(0))).toBe(sha256(content));
				expect(file).toMatchObject({
					fileName: `${mediaId}.${extension}`,
					fileExtension: extension,
				});
				expect(json).toMatchObject({ mediaId, mimeType: file?.mimeType, fileSize: content.length });
				expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
			},
		);

		it('an upload returns name, type and size, and is refused for a file that WhatsApp does not accept', async () => {
			const result = await setting.run(
				'media',
				'upload',
				{ bucketName: BUCKET },
				{ items: [fileItem(Buffer.from('x'), 'a.txt', 'text/plain')] },
			);
			expect(jsonOf(result)[0]).toEqual({
				mediaId: expect.stringMatching(/^\d+$/),
				fileName: 'a.txt',
				mimeType: 'text/plain',
				fileSize: 1,
			});
			const refused = await setting.run(
				'media',
				'upload',
				{ bucketName: BUCKET },
				{ items: [fileItem(Buffer.from('x'), 'a.zip', 'application/zip')] },
			);
			expect(refused.error?.message).toBe('WhatsApp does not accept files of this type [item 0]');
			expect(refused.error?.description).toContain('"a.zip" is "application/zip"');
		});

		it('the copy in S3 remains on request, where its name can be predicted', async () => {
			const mediaId = await upload(
				fileContent('application/pdf', 'kept'),
				'a.pdf',
				'application/pdf',
			);
			const { json } = await download(mediaId, {
				options: { keepS3Object: true, keyPrefix: 'inbox/', fileName: 'mine.pdf' },
			});
			expect(json?.s3Object).toEqual({ bucketName: BUCKET, key: `inbox/${mediaId}.pdf` });
			expect(json?.fileName).toBe('mine.pdf');
			expect((await setting.aws.s3.get(BUCKET, `inbox/${mediaId}.pdf`)).toString()).toMatch(
				/kept$/,
			);
		});

		it('the object is found if AWS gives it an unexpected extension', async () => {
			const mediaId = await upload(fileContent('audio/ogg', 'renamed'), 'a.ogg', 'audio/ogg');
			const media = setting.aws.account.media.get(mediaId);
			if (media) media.mimeType = 'audio/ogg; codecs=opus';
			setting.aws.faults.add({
				kind: 'error',
				service: 's3',
				status: 404,
				errorName: 'NoSuchKey',
				times: 1,
				matches: ({ method }) => method === 'GET',
			});
			const { file } = await download(mediaId);
			expect(file?.data.toString()).toMatch(/renamed$/);
		});

		it('a download that breaks off is repeated', async () => {
			const content = Buffer.alloc(2_000_000, '%PDF-1.7 ');
			const mediaId = await upload(content, 'a.pdf', 'application/pdf');
			setting.aws.faults.add({
				kind: 'cutBefore',
				service: 's3',
				times: 2,
				matches: ({ method }) => method === 'GET',
			});
			const { file } = await download(mediaId);
			expect(file?.data.length).toBe(content.length);
		});

		it('a download that breaks off in the middle of the file is repeated', async () => {
			const content = Buffer.alloc(3_000_000, '%PDF-1.7 ');
			const mediaId = await upload(content, 'a.pdf', 'application/pdf');
			const proxy = await breakingProxy(setting.aws.endpoints.s3, 1_000_000);
			const result = await setting.run(
				'media',
				'download',
				{ mediaId, bucketName: BUCKET },
				{ credentials: { ...setting.credentials, s3Endpoint: proxy.url } },
			);
			await proxy.close();
			expect(result.error).toBeUndefined();
			expect(proxy.broken()).toBe(1);
			expect(result.outputs[0]?.[0]?.binary?.data?.data.equals(content)).toBe(true);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it('the same media downloaded by many items at once arrives for each of them', async () => {
			const mediaId = await upload(
				fileContent('application/pdf', 'shared'),
				'a.pdf',
				'application/pdf',
			);
			const result = await setting.run(
				'media',
				'download',
				{ mediaId, bucketName: BUCKET },
				{ items: Array(24).fill({ json: {} }) },
			);
			expect(result.outputs[0]?.map(({ binary }) => binary?.data?.data.toString())).toEqual(
				Array(24).fill('%PDF-1.7\nshared'),
			);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it('details can be looked up without downloading, and deleting says so', async () => {
			const mediaId = await upload(Buffer.from('%PDF-1'), 'a.pdf', 'application/pdf');
			expect(jsonOf(await setting.run('media', 'get', { mediaId }))).toEqual([
				{ mediaId, mimeType: 'application/pdf', fileSize: 6 },
			]);
			expect(jsonOf(await setting.run('media', 'delete', { mediaId }))).toEqual([
				{ deleted: true, mediaId },
			]);
			expect((await setting.run('media', 'get', { mediaId })).error?.message).toMatch(
				/AWS cannot find the media file$/,
			);
		});

		it('a large animated sticker is distinguished from a large still one by its content', async () => {
			const animated = Buffer.alloc(200 * 1024);
			animated.write('RIFF', 0, 'latin1');
			animated.write('WEBPVP8X', 8, 'latin1');
			animated.writeUInt8(0x02, 20);
			const send = { messageType: 'sticker', bucketName: BUCKET };
			expect(
				(await setting.send(send, { items: [fileItem(animated, 's.webp', 'image/webp')] })).error,
			).toBeUndefined();
			animated.writeUInt8(0x00, 20);
			expect(
				(await setting.send(send, { items: [fileItem(animated, 's.webp', 'image/webp')] })).error
					?.message,
			).toMatch(/static sticker/);
		});
	},
);
