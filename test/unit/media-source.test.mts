import { FieldError } from '../../form/fieldError.ts';
import { fileToUpload, messageFile } from '../../whatsapp/media/fields.ts';
import { uploadSource, type UploadSource } from '../../engine/media/inputFile.ts';
import { whileStaged } from '../../engine/media/staging.ts';
import { uploadOnce } from '../../engine/media/upload.ts';
import type { ItemRequest } from '../../engine/itemRequest.ts';
import { NOT_TEXT } from './support/hostile.mts';
import { callWith, type Station } from './support/call.mts';
import { formOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';
import type { MediaKind } from '../../whatsapp/media/mediaTypes.ts';

const PDF = { mimeType: 'application/pdf', data: Buffer.from('%PDF-1.7').toString('base64') };

const sourceOf = (values: Record<string, unknown>) => messageFile.of(formOf(values));

const refusalFor = (values: Record<string, unknown>) => refusalOf(() => sourceOf(values));

const found = async ({ item }: Station, kind?: MediaKind) =>
	await uploadSource(item, fileToUpload.of(item.form), kind);

const upload = async (item: ItemRequest, source: UploadSource) => {
	item.request.body.originationPhoneNumberId = 'phone-number-id-1';
	return await whileStaged(item, async (copies) => await uploadOnce(item, source, copies));
};

describe('a link', () => {
	const byLink = (link: unknown) => ({ mediaSource: 'link', link });

	it('gives its path for the name of the file, without query and fragment', () => {
		expect(sourceOf(byLink(' https://example.com/a/invoice.pdf?x=y.doc#z '))).toEqual({
			from: 'link',
			link: 'https://example.com/a/invoice.pdf?x=y.doc#z',
			name: { path: '/a/invoice.pdf' },
		});
	});

	it.each([
		['https://example.com/Rechnung%20M%C3%A4rz.pdf', '/Rechnung März.pdf'],
		['https://example.com/Rechnung März.pdf', '/Rechnung März.pdf'],
		['https://example.com/100%.pdf', '/100%.pdf'],
		['https://example.com/%F0%9F%91%8D.pdf', '/👍.pdf'],
		['https://example.com', '/'],
	])('%s gives it in readable form', (link, path) => {
		expect(sourceOf(byLink(link))).toMatchObject({ name: { path } });
	});

	it('is sent as the parser writes it', () => {
		expect(sourceOf(byLink('https://example.com/Rechnung März.pdf'))).toMatchObject({
			link: 'https://example.com/Rechnung%20M%C3%A4rz.pdf',
		});
	});

	it.each([
		'',
		'   ',
		null,
		'example.com/a.pdf',
		'ftp://example.com/a.pdf',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'https://',
		'https:// x/a.pdf',
		'//example.com/a.pdf',
		'data:application/pdf;base64,AAAA',
		'{{ $json.link }}',
		`https://example.com/${'a'.repeat(2000)}`,
	])('that is not a URL is refused: %s', (link) => {
		expect(refusalFor(byLink(link)).message).toContain("'Link'");
	});

	it.each(NOT_TEXT)('is not %s', (_name, link) => {
		expect(refusalFor(byLink(link)).message).toBe("'Link' is not text");
	});
});

describe('a media ID', () => {
	it.each([1013859600285441, ' 1013859600285441 '])('is accepted as %p', (mediaId) => {
		expect(sourceOf({ mediaSource: 'mediaId', mediaId })).toEqual({
			from: 'mediaId',
			id: '1013859600285441',
		});
	});

	it.each(['', null, '../1', '1 2', 'a'.repeat(101)])('is not %p', (mediaId) => {
		expect(refusalFor({ mediaSource: 'mediaId', mediaId }).message).toContain("'Media ID'");
	});
});

describe('a presigned URL', () => {
	const HOST = 'https://bucket.s3.eu-west-1.amazonaws.com';
	const presigned = (presignedUrl: unknown, mimeType: unknown = 'application/pdf') => ({
		mediaSource: 'presignedUrl',
		presignedUrl,
		mimeType,
	});

	it.each([
		[`${HOST}/a/invoice.pdf?X-Amz-Signature=1`, '/a/invoice.pdf'],
		[`${HOST}/a%2FRechnung%20M%C3%A4rz.pdf`, '/a/Rechnung März.pdf'],
		[`${HOST}/100%.pdf`, '/100%.pdf'],
		[`${HOST}/`, '/'],
	])('%s is sent unchanged, and gives its path and type', (url, path) => {
		expect(sourceOf(presigned(url, 'application/x-pdf'))).toMatchObject({
			url,
			mimeType: 'application/pdf',
			name: { path, mimeType: 'application/pdf' },
		});
	});

	it('of a list in text/csv says text/plain, which WhatsApp accepts', () => {
		expect(sourceOf(presigned(`${HOST}/list.csv`, 'text/csv'))).toMatchObject({
			mimeType: 'text/plain',
			name: { mimeType: 'text/plain' },
		});
	});

	it.each([
		'',
		null,
		'http://bucket.s3.eu-west-1.amazonaws.com/a.pdf',
		'https://example.com/a.pdf',
		'https://s3.evil.com/a.pdf',
		'https:// s3.amazonaws.com/a.pdf',
		'https://s3.amazonaws.com:99999/a.pdf',
		`${HOST}/${'a'.repeat(2000)}`,
	])('is not %s', (url) => {
		expect(refusalFor(presigned(url)).message).toContain("'Presigned URL'");
	});

	it.each(['', null, 'application/zip', 'pdf', 'constructor', '__proto__', 'x'.repeat(10_240)])(
		'needs a type that WhatsApp accepts, which is not %s',
		(mimeType) => {
			const { message } = refusalFor(presigned(`${HOST}/a.pdf`, mimeType));
			expect(message).toContain("'MIME Type'");
		},
	);
});

describe('a file of the item', () => {
	const values = { mediaSource: 'binary', binaryPropertyName: 'data', bucketName: 'my-bucket' };

	it('goes through a folder of its own in the bucket, which is cleaned up', async () => {
		const file = { ...PDF, fileName: 'Größe + 1.pdf' };
		const station = callWith({ ...values, options: { keyPrefix: 'wa/' } }, { data: file });
		const { item, requests } = station;
		const source = await found(station, 'document');
		expect(requests).toEqual([]);
		expect(await upload(item, source)).toEqual({ result: '1013859600285441', remaining: [] });
		const [put, post, remove] = requests;
		expect(requests.map(({ method }) => method)).toEqual(['PUT', 'POST', 'DELETE']);
		const path = decodeURIComponent(new URL(put?.url ?? '').pathname);
		expect(path).toMatch(/^\/my-bucket\/wa\/[0-9a-f-]{36}\/Größe \+ 1\.pdf$/);
		expect(post?.body).toEqual({
			originationPhoneNumberId: 'phone-number-id-1',
			sourceS3File: { bucketName: 'my-bucket', key: path.replace('/my-bucket/', '') },
		});
		expect(remove?.url).toBe(put?.url);
	});

	it.each([
		'../../other.pdf',
		'..',
		'.',
		'a/../../../other-bucket/x.pdf',
		'/etc/passwd.pdf',
		'..\\..\\other.pdf',
	])('named %p stays in its own folder', async (fileName) => {
		const station = callWith(values, { data: { ...PDF, fileName } });
		const { item, requests } = station;
		const source = await found(station, 'document');
		await upload(item, source);
		for (const { url } of [requests[0], requests[2]].filter((request) => request !== undefined)) {
			expect(new URL(url).pathname).toMatch(/^\/my-bucket\/[0-9a-f-]{36}\/.+/);
		}
	});

	it('with a name of 5,000 characters is refused, or fits into an S3 key', async () => {
		const station = callWith(values, { data: { ...PDF, fileName: 'ä'.repeat(5000) } });
		const { item, requests } = station;
		try {
			await upload(item, await found(station, 'document'));
		} catch (error) {
			expect(error).toBeInstanceOf(FieldError);
		}
		for (const { url } of requests.filter(({ method }) => method === 'PUT')) {
			const key = decodeURIComponent(new URL(url).pathname).replace('/my-bucket/', '');
			expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024);
		}
	});

	it.each(['other', '', null, undefined, 'constructor'])(
		'that does not exist (%p) is refused before anything is sent',
		async (binaryPropertyName) => {
			const station = callWith({ ...values, binaryPropertyName }, { data: { ...PDF } });
			const failure: unknown = await found(station).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(FieldError);
			expect(String(failure)).toContain(
				"'Input Data Field Name' does not match any file of the item",
			);
			expect((failure as FieldError).description).toContain('"data"');
			expect(station.requests).toEqual([]);
		},
	);
});
