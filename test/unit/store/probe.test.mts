import { probe, UnfitStore } from '../../../aws/store/probe.ts';
import { S3Store } from '../../../aws/store/s3Store.ts';
import { inNoTime, useFakeTime } from '../support/time.mts';
import { UnreliableS3 } from './unreliable-s3.mts';

useFakeTime();

describe('the probe of a store', () => {
	it('finds S3 fit, and again when it has been probed before, with four requests', async () => {
		const s3 = new UnreliableS3(() => 'none');
		const store = new S3Store(s3.client(), 'bucket');
		await inNoTime(probe(store, 'bucket'));
		await inNoTime(probe(store, 'bucket'));
		expect(s3.requests).toBe(8);
	});

	it.each(['if-none-match', 'if-match'])('refuses a server that ignores %s', async (header) => {
		const s3 = new UnreliableS3(() => 'none', [header]);
		const probing = inNoTime(probe(new S3Store(s3.client(), 'my-bucket'), 'my-bucket'));
		await expect(probing).rejects.toThrow(UnfitStore);
		await expect(probing).rejects.toMatchObject({
			message: expect.stringContaining('The bucket my-bucket ignores conditions'),
			description: expect.stringMatching(new RegExp(`ignores the header ${header}`, 'i')),
		});
	});
});
