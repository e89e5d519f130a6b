import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError } from '../http/aws-error.mts';

export interface StoredObject {
	size: number;
	md5: string;
	sha256: string;
	contentType: string;
	metadata: Record<string, string>;
	lastModified: Date;
	file: string;
}

export interface PutOptions {
	contentType?: string;
	metadata?: Record<string, string>;
	/** What the sender says it sends; anything else is refused and nothing is stored. */
	expected?: { md5?: string; sha256?: string };
	condition?: Condition;
}

/** What must be so for a write to be done. */
export interface Condition {
	/** There is no object of that key. */
	ifAbsent?: boolean;
	/** The object has this ETag, without quotes. */
	ifMatch?: string;
}

/**
 * Looked at when a write begins and again when it takes effect, as S3 does.
 * Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
function checkCondition(
	found: StoredObject | undefined,
	{ ifAbsent, ifMatch }: Condition = {},
): void {
	if (ifMatch !== undefined && !found)
		throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
	const isMet = (!ifAbsent || !found) && (ifMatch === undefined || ifMatch === found?.md5);
	if (isMet) return;
	const error = new AwsError(
		412,
		'PreconditionFailed',
		'At least one of the pre-conditions you specified did not hold',
	);
	error.details = { Condition: ifAbsent ? 'If-None-Match' : 'If-Match' };
	throw error;
}

/** `locked` refuses everything, as a bucket policy or another account's bucket would. */
const buckets = { 'whatsapp-media': 'open', 'locked-bucket': 'locked' } as const;

/** S3 sorts keys by their UTF-8 bytes, not by any alphabet. */
const byBytes = ([a]: [string, StoredObject], [b]: [string, StoredObject]): number =>
	Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Objects as files under random names. A key never becomes a path, so no key can be too long or
 * point anywhere else, and an upload replaces an object only once all of it is here.
 */
export class ObjectStore {
	readonly #directory: string;
	readonly #objects = new Map<string, Map<string, StoredObject>>();

	constructor(directory: string) {
		this.#directory = directory;
	}

	async put(
		bucket: string,
		key: string,
		body: Readable,
		options: PutOptions = {},
	): Promise<StoredObject> {
		const { condition } = options;
		const before = this.#objectsOf(bucket).get(key);
		checkKey(key);
		checkCondition(before, condition);
		const file = join(this.#directory, randomUUID());
		try {
			const facts = await writeAndHash(body, file);
			checkExpected(facts, options.expected ?? {});
			const stored: StoredObject = {
				...facts,
				file,
				contentType: options.contentType ?? 'application/octet-stream',
				metadata: options.metadata ?? {},
				lastModified: new Date(),
			};
			const objects = this.#objectsOf(bucket);
			const replaced = objects.get(key);
			if (condition && before && !replaced)
				throw new AwsError(
					409,
					'ConditionalRequestConflict',
					'The conditional request cannot succeed due to a conflicting operation against this resource.',
				);
			checkCondition(replaced, condition);
			objects.set(key, stored);
			if (replaced) await rm(replaced.file, { force: true });
			return stored;
		} catch (error) {
			await rm(file, { force: true });
			throw error;
		}
	}

	find(bucket: string, key: string): StoredObject {
		const found = this.#objectsOf(bucket).get(key);
		if (!found) throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
		return found;
	}

	/** Opened before it is returned, so that an object deleted meanwhile is still read to its end. */
	async read(bucket: string, key: string): Promise<{ object: StoredObject; content: Readable }> {
		const object = this.find(bucket, key);
		const handle = await open(object.file);
		return { object, content: handle.createReadStream({ highWaterMark: 256 * 1024 }) };
	}

	async copyOut(bucket: string, key: string, file: string): Promise<void> {
		await copyFile(this.find(bucket, key).file, file);
	}

	async delete(bucket: string, key: string, condition?: Condition): Promise<void> {
		const objects = this.#objectsOf(bucket);
		const deleted = objects.get(key);
		checkCondition(deleted, condition);
		objects.delete(key);
		if (deleted) await rm(deleted.file, { force: true });
	}

	list(bucket: string): Array<[key: string, object: StoredObject]> {
		return [...this.#objectsOf(bucket)].sort(byBytes);
	}

	async reset(): Promise<void> {
		this.#objects.clear();
		await rm(this.#directory, { recursive: true, force: true });
		await mkdir(this.#directory, { recursive: true });
	}

	#objectsOf(bucket: string): Map<string, StoredObject> {
		const kind = Object.hasOwn(buckets, bucket)
			? buckets[bucket as keyof typeof buckets]
			: undefined;
		if (kind === undefined)
			throw new AwsError(404, 'NoSuchBucket', 'The specified bucket does not exist');
		if (kind === 'locked') throw new AwsError(403, 'AccessDenied', 'Access Denied');
		const objects = this.#objects.get(bucket) ?? new Map<string, StoredObject>();
		this.#objects.set(bucket, objects);
		return objects;
	}
}

function checkKey(key: string): void {
	if (Buffer.byteLength(key) > 1024)
		throw new AwsError(400, 'KeyTooLongError', 'Your key is too long');
}

async function writeAndHash(
	body: Readable,
	file: string,
): Promise<Pick<StoredObject, 'size' | 'md5' | 'sha256'>> {
	const md5 = createHash('md5');
	const sha256 = createHash('sha256');
	let size = 0;
	await pipeline(
		body,
		async function* (chunks: AsyncIterable<Buffer>) {
			for await (const chunk of chunks) {
				md5.update(chunk);
				sha256.update(chunk);
				size += chunk.length;
				yield chunk;
			}
		},
		createWriteStream(file, { highWaterMark: 1024 * 1024 }),
	);
	return { size, md5: md5.digest('hex'), sha256: sha256.digest('hex') };
}

function checkExpected(
	found: Pick<StoredObject, 'size' | 'md5' | 'sha256'>,
	expected: NonNullable<PutOptions['expected']>,
): void {
	if (expected.sha256 !== undefined && expected.sha256 !== found.sha256)
		throw new AwsError(
			400,
			'XAmzContentSHA256Mismatch',
			"The provided 'x-amz-content-sha256' header does not match what was computed.",
		);
	if (expected.md5 !== undefined && expected.md5 !== found.md5)
		throw new AwsError(
			400,
			'BadDigest',
			'The Content-MD5 you specified did not match what we received.',
		);
}
