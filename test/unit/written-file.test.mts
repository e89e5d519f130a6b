import { Readable } from 'node:stream';
import {
	canBeWritten,
	isWholeSize,
	openWritten,
	probableKeys,
} from '../../engine/media/written.ts';
import type { Attempt } from '../../aws/transport/client.ts';
import { AwsServiceError, FileError } from '../../aws/errors/errors.ts';

describe('a file has the size that AWS reported', () => {
	it.each([
		[1000, 1000],
		[5, 5],
		[2, 2],
		[0, 0],
		// In kilobytes, whole or not, of either kind, rounded either way.
		[10_000, 10],
		[10_240, 10],
		[10_999, 10],
		[9_001, 10],
		[9_217, 10],
		[11_263, 10],
		[12_345, 12.345],
		[3072, 3],
		// Not told, or not known.
		[7, Number.NaN],
		[7, Infinity],
		[7, 0],
		[7, -1],
		[Number.NaN, 7],
	])('with %d bytes if it reported %d', (bytes, told) => {
		expect(isWholeSize(bytes, told)).toBe(true);
	});

	it.each([
		[1001, 1000],
		[999, 1000],
		[0, 5],
		[11_264, 10],
		[9_000, 10],
		[2048, 2],
		[1500, 2],
		[1, 2],
		[1024, 1],
	])('but not with %d bytes if it reported %d', (bytes, told) => {
		expect(isWholeSize(bytes, told)).toBe(false);
	});
});

describe('the object that AWS writes', () => {
	it.each([
		['application/pdf', ['in/1.pdf']],
		['image/jpeg', ['in/1.jpeg', 'in/1.jpg']],
		['audio/ogg', ['in/1.ogg']],
		['', []],
		['nonsense', []],
		['nonsense/', []],
		['nonsense/x', ['in/1.x']],
	])('probably has the extension of type %s', (mimeType, keys) => {
		expect(probableKeys('in/1', mimeType)).toEqual(keys);
	});

	it.each(['in/1.pdf', 'in/1.tar.gz', 'in/1.svg+xml', 'in/1.x-y_z', 'in/1..'])(
		'may be %s',
		(key) => {
			expect(canBeWritten(key, 'in/1')).toBe(true);
		},
	);

	it.each(['in/1', 'in/1.', 'in/10.pdf', 'in/1.a/b', 'in/1.a b', 'in/1.a\n', 'x/in/1.pdf', ''])(
		'is never %j',
		(key) => {
			expect(canBeWritten(key, 'in/1')).toBe(false);
		},
	);
});

interface Stored {
	/** Bytes of it, as S3 says. */
	bytes: number;
	modified?: string;
}

/** S3 with these objects: which were opened, and which of them were let go of. */
function bucketWith(objects: Record<string, Stored>, missing = 404) {
	const opened: string[] = [];
	const closed: string[] = [];
	const attempt = (async (_service: string, { url, qs }: { url: string; qs?: object }) => {
		if (qs && 'list-type' in qs) {
			const contents = Object.entries(objects).map(
				([key, { bytes, modified = '' }]) =>
					`<Contents><Key>${key}</Key><Size>${bytes}</Size><LastModified>${modified}</LastModified></Contents>`,
			);
			const body = `<ListBucketResult>${contents.join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`;
			return { statusCode: 200, headers: {}, body };
		}
		const key = decodeURIComponent(url).replace(/^.*?(?=in\/)/, '');
		const found = objects[key];
		if (!found) throw new AwsServiceError({ name: 'NoSuchKey', text: '', status: missing });
		opened.push(key);
		const body = new Readable({ read: () => undefined, destroy: () => closed.push(key) });
		return {
			statusCode: 200,
			headers: { 'content-length': String(found.bytes), etag: '"1"' },
			body,
			overdue: () => undefined,
		};
	}) as unknown as Attempt;
	const open = async (fileSize: number) =>
		await openWritten(attempt, {
			bucketName: 'b',
			prefix: 'in/1',
			mimeType: 'image/jpeg',
			fileSize,
		});
	return { open, opened, closed };
}

describe('opening what AWS wrote', () => {
	it.each([403, 404])('tries its probable names, with %i for a missing one', async (status) => {
		const { open, opened, closed } = bucketWith({ 'in/1.jpg': { bytes: 9 } }, status);
		expect(await open(9)).toMatchObject({
			bytes: 9,
			stored: { bucketName: 'b', key: 'in/1.jpg' },
		});
		expect([opened, closed]).toEqual([['in/1.jpg'], []]);
	});

	it('continues with the newest object that can be it, and closes any other', async () => {
		const { open, opened, closed } = bucketWith({
			'in/1.jpeg': { bytes: 8 },
			'in/1.a': { bytes: 9, modified: '2026-11-01T00:00:00Z' },
			'in/1.b': { bytes: 9, modified: '2026-11-03T00:00:00Z' },
			'in/1.c': { bytes: 9, modified: '2026-11-02T00:00:00Z' },
			'in/1.d/e': { bytes: 9, modified: '2026-11-09T00:00:00Z' },
			'in/1.f': { bytes: 7, modified: '2026-11-09T00:00:00Z' },
			'in/1.g': { bytes: 9 },
		});
		expect((await open(9)).stored).toEqual({ bucketName: 'b', key: 'in/1.b' });
		expect([opened, closed]).toEqual([['in/1.jpeg', 'in/1.b'], ['in/1.jpeg']]);
	});

	it('says that there is none', async () => {
		const failure = bucketWith({ 'in/2.jpeg': { bytes: 9 } }).open(9);
		await expect(failure).rejects.toThrow(FileError);
		await expect(failure).rejects.toThrow('The file is not in the S3 bucket');
	});

	it('says that there is only another one, and its size', async () => {
		const { open, closed } = bucketWith({ 'in/1.jpeg': { bytes: 8 } });
		await expect(open(9)).rejects.toMatchObject({
			message: 'The file in S3 does not match the one in WhatsApp',
			description: expect.stringContaining('It has 8 bytes, but WhatsApp reports 9.'),
		});
		expect(closed).toEqual(['in/1.jpeg']);
	});

	it.each([400, 500])('ends if S3 answers with status %i', async (status) => {
		await expect(bucketWith({}, status).open(9)).rejects.toMatchObject({ response: { status } });
	});
});
