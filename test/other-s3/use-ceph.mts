import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsKeys } from '../../aws/transport/signing.ts';
import { startCeph, whyNoCeph, type Ceph } from './ceph.mts';

export const BUCKET = 'whatsapp-media';

const missing = whyNoCeph();

/** For tests that need Ceph: without it they are skipped, and it is said why. */
export function whereCephIs(name: string, tests: () => void): void {
	if (missing === undefined) return describe(name, tests);
	describe.skip(`${name} (skipped: ${missing})`, tests);
	// Jest does not show the names in a file of which all tests are skipped.
	process.stderr.write(`Skipped: ${name}. To run it, ${missing}.\n`);
}

export interface SharedCeph {
	endpoint: string;
	keys: AwsKeys;
	/** AWS's own client, which tries everything once. */
	s3: S3Client;
}

/** Ceph with a bucket, for the tests of a `describe`. Its members are there as soon as tests run. */
export function useCeph(keysOf: () => AwsKeys): SharedCeph {
	const shared: SharedCeph = Object.create(null);
	let folder = '';
	let ceph: Ceph | undefined;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-ceph-'));
		const keys = keysOf();
		ceph = await startCeph(folder, keys);
		const s3 = new S3Client({
			endpoint: ceph.endpoint,
			// Any other is written into the request for a bucket, and Ceph knows no regions.
			region: 'us-east-1',
			credentials: keys,
			forcePathStyle: true,
			maxAttempts: 1,
			requestChecksumCalculation: 'WHEN_REQUIRED',
			responseChecksumValidation: 'WHEN_REQUIRED',
		});
		await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
		Object.assign(shared, { endpoint: ceph.endpoint, keys, s3 });
	});
	afterAll(async () => {
		await ceph?.stop();
		await rm(folder, { recursive: true, force: true });
	});
	return shared;
}
