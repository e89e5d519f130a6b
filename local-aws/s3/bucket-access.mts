import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import aws4 from 'aws4';
import { credentials, region } from '../sts/identities.mts';
import type { ObjectStore } from './object-store.mts';
import { encodeKey } from './object-url.mts';

/** The buckets without HTTP, for tests that set a scene or look at its outcome. */
export interface BucketAccess {
	list(bucket: string): Promise<Array<{ key: string; size: number }>>;
	get(bucket: string, key: string): Promise<Buffer>;
	put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void>;
	remove(bucket: string, key: string): Promise<void>;
	/** Makes objects older, as if they had been written so many ms earlier: those whose keys begin so. */
	age(bucket: string, prefix: string, ms: number): void;
	/**
	 * A URL good for an hour. With an `origin` such as `https://s3.eu-west-1.amazonaws.com` it is
	 * signed for that host, the way AWS's own URLs look.
	 */
	presign(method: 'GET' | 'PUT', bucket: string, key: string, origin?: string): string;
}

export function bucketAccess(store: ObjectStore, endpoint: string): BucketAccess {
	return {
		list: async (bucket) => store.list(bucket).map(([key, { size }]) => ({ key, size })),
		get: async (bucket, key) => await buffer((await store.read(bucket, key)).content),
		put: async (bucket, key, body, contentType) => {
			await store.put(bucket, key, Readable.from([body]), { contentType });
		},
		remove: async (bucket, key) => await store.delete(bucket, key),
		age(bucket, prefix, ms) {
			for (const [key, object] of store.list(bucket)) {
				if (!key.startsWith(prefix)) continue;
				object.lastModified = new Date(object.lastModified.getTime() - ms);
			}
		},
		presign(method, bucket, key, origin = endpoint) {
			const bucketInHost = new URL(origin).host.startsWith(`${bucket}.`);
			const path = bucketInHost ? `/${encodeKey(key)}` : `/${bucket}/${encodeKey(key)}`;
			const signed = aws4.sign(
				{
					method,
					host: new URL(origin).host,
					path: `${path}?X-Amz-Expires=3600`,
					service: 's3',
					region,
					signQuery: true,
				},
				credentials,
			);
			return `${origin}${signed.path}`;
		},
	};
}
