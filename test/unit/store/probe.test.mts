import { probe, UnfitStore } from '../../../aws/store/probe.ts';
import { S3Store, type ETagForm } from '../../../aws/store/s3Store.ts';
import { inNoTime, useFakeTime } from '../support/time.mts';
import { UnreliableS3 } from './unreliable-s3.mts';

useFakeTime();

const noFault = () => 'none' as const;
/** As Ceph's gateway does, which gives ETags in quotation marks and compares them without. */
const withoutQuotes = (header: string) => `"${header}"`;

const probed = async (s3: UnreliableS3) => {
	const client = s3.client();
	const storeWith = (form: ETagForm) => new S3Store(client, 'my-bucket', form);
	return await probe(storeWith, 'my-bucket');
};

describe('the probe of a store', () => {
	it('finds S3 fit, and again when it has been probed before, with five requests', async () => {
		const s3 = new UnreliableS3(noFault);
		expect(await inNoTime(probed(s3))).toBe('quoted');
		expect(await inNoTime(probed(s3))).toBe('quoted');
		expect(s3.requests).toBe(10);
	});

	it.each(['if-none-match', 'if-match'])('refuses a server that ignores %s', async (header) => {
		const probing = inNoTime(probed(new UnreliableS3(noFault, [header])));
		await expect(probing).rejects.toThrow(UnfitStore);
		await expect(probing).rejects.toMatchObject({
			message: expect.stringContaining('The bucket my-bucket ignores conditions'),
			description: expect.stringMatching(new RegExp(`ignores the header ${header}`, 'i')),
		});
	});

	it('finds out that a server recognizes ETags only without quotation marks', async () => {
		const s3 = new UnreliableS3(noFault, [], withoutQuotes);
		expect(await inNoTime(probed(s3))).toBe('bare');
		const store = new S3Store(s3.client(), 'my-bucket', 'bare');
		const first = (await inNoTime(store.create('a', { n: 1 }))) ?? '';
		expect(await inNoTime(store.replace('a', { n: 2 }, first))).toBeDefined();
		expect(await inNoTime(store.replace('a', { n: 3 }, first))).toBeUndefined();
	});

	it('refuses a server that replaces nothing, since no outcome could be written down', async () => {
		const probing = inNoTime(probed(new UnreliableS3(noFault, [], () => 'another')));
		await expect(probing).rejects.toThrow(UnfitStore);
		await expect(probing).rejects.toMatchObject({
			message: expect.stringContaining('The bucket my-bucket refuses to replace a record'),
			description: expect.stringContaining('does not recognize the ETag'),
		});
	});

	it.each([
		['quoted', undefined],
		['bare', withoutQuotes],
	])('is not misled by thirty others that probe at the same time: %s', async (form, readETag) => {
		const s3 = new UnreliableS3(noFault, [], readETag);
		const all = Promise.all(Array.from({ length: 30 }, async () => await probed(s3)));
		expect(new Set(await inNoTime(all))).toEqual(new Set([form]));
	});

	it('tries again if the record is removed while it is tried out on', async () => {
		const s3 = new UnreliableS3(() => {
			if (s3.requests === 4) s3.objects.clear();
			return 'none';
		});
		expect(await inNoTime(probed(s3))).toBe('quoted');
	});
});
