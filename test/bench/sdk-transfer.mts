/**
 * One transfer by AWS's own SDK, in a process of its own: `put|get endpoint bucket key file`. Prints
 * the milliseconds it took.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const [direction = '', endpoint = '', Bucket = '', Key = '', file = ''] = process.argv.slice(2);
const client = new S3Client({
	endpoint,
	region: 'eu-west-1',
	forcePathStyle: true,
	requestChecksumCalculation: 'WHEN_REQUIRED',
});

const started = performance.now();
if (direction === 'put') {
	const { size } = await stat(file);
	await client.send(
		new PutObjectCommand({ Bucket, Key, Body: createReadStream(file), ContentLength: size }),
	);
} else {
	const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
	await pipeline(Body as Readable, createWriteStream(file));
}
console.log(performance.now() - started);
client.destroy();
