import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	ListObjectsV2Command,
	PutObjectCommand,
} from '@aws-sdk/client-s3';
import { get } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { useLocalAws } from '../use-local-aws.mts';
import { s3Client, signedFetch } from '../clients.mts';

const aws = useLocalAws();

const Bucket = 'whatsapp-media';
const megabyte = 1024 * 1024;

/** `fetch` would resolve the dots of a path before sending it. */
async function getUnchanged(url: string): Promise<string> {
	const { origin, hostname, port } = new URL(url);
	return await new Promise((resolve, reject) => {
		get({ hostname, port, path: url.slice(origin.length) }, (response) =>
			resolve(text(response)),
		).on('error', reject);
	});
}

it.each([
	'plain.txt',
	'folder/with spaces/a+b & c=d?.txt',
	'100% %41 %2F.txt',
	`it's "quoted" <b>&amp;.txt`,
	'grüße/日本語 😀.pdf',
	'../outside/./a//b/',
	'(a)*!~,;:@$[]{}|^`\\#.txt',
	'x'.repeat(1024),
])('keeps the key %j as it is', async (Key) => {
	const client = s3Client(aws);
	await client.send(new PutObjectCommand({ Bucket, Key, Body: `content of ${Key}` }));
	const got = await client.send(new GetObjectCommand({ Bucket, Key }));
	expect(await got.Body?.transformToString()).toBe(`content of ${Key}`);
	const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
	expect(Contents?.map((object) => object.Key)).toEqual([Key]);
	expect(await getUnchanged(aws.s3.presign('GET', Bucket, Key))).toBe(`content of ${Key}`);
	await client.send(new DeleteObjectCommand({ Bucket, Key }));
	expect(await aws.s3.list(Bucket)).toEqual([]);
});

it('returns content type, size, ETag and metadata', async () => {
	const client = s3Client(aws);
	const put = await client.send(
		new PutObjectCommand({
			Bucket,
			Key: 'a.png',
			Body: Buffer.from('png'),
			ContentType: 'image/png',
			Metadata: { origin: 'n8n' },
		}),
	);
	await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'a.png' }))).resolves.toMatchObject(
		{
			ContentType: 'image/png',
			ContentLength: 3,
			ETag: put.ETag,
			Metadata: { origin: 'n8n' },
		},
	);
	expect(aws.requests[0]).toMatchObject({ action: 'PutObject', bytes: 3, status: 200 });
	expect(aws.requests[0]?.body).toHaveLength(0);
});

it('lists by prefix, in byte order, in pages and in folders', async () => {
	for (const key of ['b', 'a/2', 'a/1', 'a.txt', 'Z', 'ü'])
		await aws.s3.put(Bucket, key, Buffer.from(key));
	const client = s3Client(aws);
	const keys: Array<string | undefined> = [];
	let ContinuationToken: string | undefined;
	do {
		const page = await client.send(
			new ListObjectsV2Command({ Bucket, MaxKeys: 2, ContinuationToken }),
		);
		keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
		ContinuationToken = page.NextContinuationToken;
	} while (ContinuationToken);
	expect(keys).toEqual(['Z', 'a.txt', 'a/1', 'a/2', 'b', 'ü']);

	const folders = await client.send(
		new ListObjectsV2Command({ Bucket, Prefix: 'a', Delimiter: '/' }),
	);
	expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['a.txt']);
	expect(folders.CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
});

it.each([
	['NoSuchKey', 404, Bucket],
	['AccessDenied', 403, 'locked-bucket'],
	['NoSuchBucket', 404, 'nobody-owns-this'],
])('answers %s', async (name, httpStatusCode, bucket) => {
	const get = s3Client(aws).send(new GetObjectCommand({ Bucket: bucket, Key: 'missing' }));
	await expect(get).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
});

it('refuses what it does not support, and says so', async () => {
	const response = await signedFetch(aws, {
		service: 's3',
		method: 'GET',
		path: `/${Bucket}/a?tagging=`,
	});
	expect(response.status).toBe(501);
	expect(await response.text()).toContain('<Code>NotImplemented</Code>');
});

it('keeps the old object if an upload breaks off', async () => {
	await aws.s3.put(Bucket, 'a.txt', Buffer.from('precious'));
	const url = new URL(aws.s3.presign('PUT', Bucket, 'a.txt'));
	const socket = connect(Number(url.port), url.hostname);
	socket.write(
		`PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 1000\r\n\r\nhalf`,
	);
	while (aws.requests[0]?.bytes !== 4) await new Promise((resolve) => setTimeout(resolve, 5));
	socket.destroy();
	while (aws.inFlight.now > 0) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(String(await aws.s3.get(Bucket, 'a.txt'))).toBe('precious');
	expect(await aws.s3.list(Bucket)).toHaveLength(1);
});

it('streams 200 MB in both directions, using a fraction of that memory', async () => {
	const size = 200 * megabyte;
	const piece = Buffer.alloc(megabyte, 'x');
	const pieces = Array.from({ length: size / megabyte }, () => piece);
	const before = process.memoryUsage().rss;
	let peak = before;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
	const client = s3Client(aws);
	const Body = Readable.from(pieces, { objectMode: false });
	await client.send(new PutObjectCommand({ Bucket, Key: 'large.bin', Body, ContentLength: size }));
	const got = await client.send(new GetObjectCommand({ Bucket, Key: 'large.bin' }));
	let received = 0;
	for await (const chunk of got.Body as AsyncIterable<Buffer>) received += chunk.length;
	clearInterval(watch);
	expect(received).toBe(size);
	expect(aws.requests[0]).toMatchObject({ bytes: size, status: 200 });
	expect((peak - before) / megabyte).toBeLessThan(120);
});

it('answers a large upload that it refuses, and remains usable', async () => {
	const client = s3Client(aws);
	const put = client.send(
		new PutObjectCommand({ Bucket: 'locked-bucket', Key: 'a', Body: Buffer.alloc(30 * megabyte) }),
	);
	await expect(put).rejects.toMatchObject({ name: 'AccessDenied' });
	await expect(client.send(new ListObjectsV2Command({ Bucket }))).resolves.toMatchObject({
		KeyCount: 0,
	});
});
