import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { connect } from 'node:net';
import { s3Client } from '../clients.mts';
import { useLocalAws } from '../use-local-aws.mts';

/* Amazon S3 User Guide, "How to prevent object overwrites with conditional writes" and "Conditional deletes". */

const aws = useLocalAws();

const Bucket = 'whatsapp-media';
const Key = 'record.json';

const put = async (Body: string, condition: { IfNoneMatch?: string; IfMatch?: string } = {}) =>
	await s3Client(aws).send(new PutObjectCommand({ Bucket, Key, Body, ...condition }));

const refused = (name: string, httpStatusCode: number) => ({ name, $metadata: { httpStatusCode } });

it('writes what must not be there only if it is not', async () => {
	await put('one', { IfNoneMatch: '*' });
	await expect(put('two', { IfNoneMatch: '*' })).rejects.toMatchObject(
		refused('PreconditionFailed', 412),
	);
	expect(String(await aws.s3.get(Bucket, Key))).toBe('one');
});

it('replaces an object only if it is the one that is meant', async () => {
	const { ETag } = await put('one');
	await put('two', { IfMatch: ETag });
	await expect(put('three', { IfMatch: ETag })).rejects.toMatchObject(
		refused('PreconditionFailed', 412),
	);
	expect(String(await aws.s3.get(Bucket, Key))).toBe('two');
});

it('replaces nothing that is not there', async () => {
	await expect(put('one', { IfMatch: '"x"' })).rejects.toMatchObject(refused('NoSuchKey', 404));
});

it('lets one of many win who write at once', async () => {
	const outcomes = await Promise.allSettled(
		Array.from({ length: 20 }, async (_, n) => await put(`${n}`, { IfNoneMatch: '*' })),
	);
	expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	const { ETag } = await s3Client(aws).send(new GetObjectCommand({ Bucket, Key }));
	const replaced = await Promise.allSettled(
		Array.from({ length: 20 }, async (_, n) => await put(`next ${n}`, { IfMatch: ETag })),
	);
	expect(replaced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('reports a conflict if the object is deleted while it is being replaced', async () => {
	await aws.s3.put(Bucket, Key, Buffer.from('one'));
	const { ETag = '' } = await s3Client(aws).send(new GetObjectCommand({ Bucket, Key }));
	const url = new URL(aws.s3.presign('PUT', Bucket, Key));
	const socket = connect(Number(url.port), url.hostname);
	let answer = '';
	socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
	socket.write(
		`PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nIf-Match: ${ETag}\r\nContent-Length: 8\r\n\r\nhalf`,
	);
	while (!aws.requests.some(({ bytes }) => bytes === 4)) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	await s3Client(aws).send(new DeleteObjectCommand({ Bucket, Key }));
	socket.write('half');
	while (!answer.includes('</Error>')) await new Promise((resolve) => setTimeout(resolve, 5));
	socket.destroy();
	expect(answer).toMatch(/^HTTP\/1\.1 409 [^]*<Code>ConditionalRequestConflict<\/Code>/);
});

it('deletes an object only if it is the one that is meant', async () => {
	const { ETag } = await put('one');
	await put('two');
	const remove = async (IfMatch?: string) =>
		await s3Client(aws).send(new DeleteObjectCommand({ Bucket, Key, IfMatch }));
	await expect(remove(ETag)).rejects.toMatchObject(refused('PreconditionFailed', 412));
	await remove();
	expect(await aws.s3.list(Bucket)).toEqual([]);
});

it('refuses conditions that S3 does not know', async () => {
	await expect(put('one', { IfNoneMatch: '"x"' })).rejects.toMatchObject(
		refused('NotImplemented', 501),
	);
});
