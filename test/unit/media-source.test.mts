import { FieldError } from '../../nodes/AwsWhatsApp/request/fieldError.ts';
import { messageMedia, uploadSource } from '../../nodes/AwsWhatsApp/media/source.ts';
import { uploadMedia } from '../../nodes/AwsWhatsApp/media/upload.ts';
import { NOT_TEXT } from './support/hostile.mts';
import { callWith } from './support/call.mts';

const PDF = { mimeType: 'application/pdf', data: Buffer.from('%PDF-1.7').toString('base64') };

async function placeholderOf(values: Record<string, unknown>) {
	return (await messageMedia(callWith(values).call, 'document')).placeholder;
}

async function refusalFor(values: Record<string, unknown>): Promise<FieldError> {
	const failure: unknown = await placeholderOf(values).catch((error: unknown) => error);
	if (failure instanceof FieldError) return failure;
	throw new Error('not refused as a field', { cause: failure });
}

describe('a link', () => {
	const byLink = (link: unknown) => ({ mediaSource: 'link', link });

	it('names the file by the last part of its path', async () => {
		expect(await placeholderOf(byLink(' https://example.com/a/invoice.pdf?x=y.doc#z '))).toEqual({
			link: 'https://example.com/a/invoice.pdf?x=y.doc#z',
			fileName: 'invoice.pdf',
		});
	});

	it.each(['https://example.com', 'https://example.com/', 'http://example.com/folder/'])(
		'without a last part gives no name: %s',
		async (link) => {
			expect(await placeholderOf(byLink(link))).toEqual({ link, fileName: undefined });
		},
	);

	it.each([
		['https://example.com/Rechnung%20M%C3%A4rz.pdf', 'Rechnung März.pdf'],
		['https://example.com/Rechnung März.pdf', 'Rechnung März.pdf'],
	])('%s gives a name that people can read', async (link, fileName) => {
		expect(await placeholderOf(byLink(link))).toMatchObject({ fileName });
	});

	it('with a broken percent sign is a link all the same', async () => {
		const link = 'https://example.com/100%.pdf';
		expect(await placeholderOf(byLink(link))).toMatchObject({ link });
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
	])('that is no web address is refused: %s', async (link) => {
		expect((await refusalFor(byLink(link))).message).toContain("'Link'");
	});

	it.each(NOT_TEXT)('is not %s', async (_name, link) => {
		expect((await refusalFor(byLink(link))).message).toBe("'Link' is not a text");
	});
});

describe('a media ID', () => {
	it.each([1013859600285441, ' 1013859600285441 '])('is taken as %p', async (mediaId) => {
		expect(await placeholderOf({ mediaSource: 'mediaId', mediaId })).toEqual({
			id: '1013859600285441',
		});
	});

	it.each(['', null, '../1', '1 2', 'a'.repeat(101)])('is not %p', async (mediaId) => {
		expect((await refusalFor({ mediaSource: 'mediaId', mediaId })).message).toContain("'Media ID'");
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
		[`${HOST}/a/invoice.pdf?X-Amz-Signature=1`, 'invoice.pdf'],
		[`${HOST}/a%2FRechnung%20M%C3%A4rz.pdf`, 'Rechnung März.pdf'],
		[`${HOST}/`, undefined],
	])('%s names its file', async (url, fileName) => {
		expect(await placeholderOf(presigned(url))).toMatchObject({ fileName });
	});

	it('with a broken percent sign is refused as a field, or taken', async () => {
		const outcome = await placeholderOf(presigned(`${HOST}/100%.pdf`)).catch(
			(error: unknown) => error,
		);
		if (outcome instanceof Error) expect(outcome).toBeInstanceOf(FieldError);
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
	])('is not %s', async (url) => {
		expect((await refusalFor(presigned(url))).message).toContain("'Presigned URL'");
	});

	it.each(['', null, 'application/zip', 'pdf', 'constructor', '__proto__', 'x'.repeat(10_240)])(
		'needs a type that WhatsApp takes, which is not %s',
		async (mimeType) => {
			const { message } = await refusalFor(presigned(`${HOST}/a.pdf`, mimeType));
			expect(message).toContain("'MIME Type'");
		},
	);
});

describe('a file of the item', () => {
	const values = { mediaSource: 'binary', binaryPropertyName: 'data', bucketName: 'my-bucket' };

	it('goes through a place of its own in the bucket, which is left clean', async () => {
		const file = { ...PDF, fileName: 'Größe + 1.pdf' };
		const { call, requests } = callWith(
			{ ...values, options: { keyPrefix: 'wa/' } },
			{ data: file },
		);
		const source = await uploadSource(call, 'document');
		expect(requests).toEqual([]);
		expect(await uploadMedia(call, 'phone-number-id-1', source)).toEqual({
			mediaId: '1013859600285441',
		});
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
	])('named %p stays in its own place', async (fileName) => {
		const { call, requests } = callWith(values, { data: { ...PDF, fileName } });
		const source = await uploadSource(call, 'document');
		await uploadMedia(call, 'phone-number-id-1', source);
		for (const { url } of [requests[0], requests[2]].filter((request) => request !== undefined)) {
			expect(new URL(url).pathname).toMatch(/^\/my-bucket\/[0-9a-f-]{36}\/.+/);
		}
	});

	it('with a name of 5,000 characters is refused, or fits into an S3 key', async () => {
		const { call, requests } = callWith(values, { data: { ...PDF, fileName: 'ä'.repeat(5000) } });
		try {
			await uploadMedia(call, 'phone-number-id-1', await uploadSource(call, 'document'));
		} catch (error) {
			expect(error).toBeInstanceOf(FieldError);
		}
		for (const { url } of requests.filter(({ method }) => method === 'PUT')) {
			const key = decodeURIComponent(new URL(url).pathname).replace('/my-bucket/', '');
			expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024);
		}
	});

	it.each(['other', '', null, undefined, 'constructor'])(
		'that is not there (%p) is refused before anything is sent',
		async (binaryPropertyName) => {
			const { call, requests } = callWith({ ...values, binaryPropertyName }, { data: { ...PDF } });
			const failure: unknown = await uploadSource(call).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(FieldError);
			expect(String(failure)).toContain("'Input Data Field Name' names no file of this item");
			expect((failure as FieldError).description).toContain('"data"');
			expect(requests).toEqual([]);
		},
	);
});
