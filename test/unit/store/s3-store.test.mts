import { S3Store } from '../../../aws/store/s3Store.ts';
import { inNoTime, useFakeTime } from '../support/time.mts';
import { FAULTS, UnreliableS3, type Fault } from './unreliable-s3.mts';

useFakeTime();

/** A store whose first requests go wrong in that way. */
function storeWith(...faults: Fault[]) {
	const s3 = new UnreliableS3(() => faults.shift() ?? 'none');
	return { s3, store: new S3Store(s3.client(), 'bucket'), faults };
}

const survivable = FAULTS.filter((fault) => !fault.startsWith('dies'));

describe('the store', () => {
	it('has no record under a key that was never written', async () => {
		expect(await inNoTime(storeWith().store.get('a'))).toBeUndefined();
	});

	it('creates a record once, and tells when by its own clock', async () => {
		const { store } = storeWith();
		const version = await inNoTime(store.create('a', { n: 1 }));
		expect(await inNoTime(store.create('a', { n: 2 }))).toBeUndefined();
		const kept = await inNoTime(store.get('a'));
		expect(kept).toMatchObject({ record: { n: 1 }, version });
		expect(kept?.now).toBeGreaterThan(Date.now() + 3_000_000);
		expect(kept?.writtenAt).toBeLessThanOrEqual(kept?.now ?? 0);
	});

	it('replaces a record only if it is still the one that was read', async () => {
		const { store } = storeWith();
		const first = await inNoTime(store.create('a', { n: 1 }));
		const second = await inNoTime(store.replace('a', { n: 2 }, first ?? ''));
		expect(await inNoTime(store.replace('a', { n: 3 }, first ?? ''))).toBeUndefined();
		expect(await inNoTime(store.get('a'))).toMatchObject({ record: { n: 2 }, version: second });
	});

	it('replaces nothing that is gone', async () => {
		expect(await inNoTime(storeWith().store.replace('a', {}, '"x"'))).toBeUndefined();
	});

	it('gives every write a version of its own, even where a record says the same again', async () => {
		const { store } = storeWith();
		const first = (await inNoTime(store.create('a', { n: 1 }))) ?? '';
		const second = (await inNoTime(store.replace('a', { n: 1 }, first))) ?? '';
		expect(second).not.toBe('');
		expect(second).not.toBe(first);
	});

	it.each(survivable)('tells its own write from that of another: %s', async (fault) => {
		const { store, faults } = storeWith(fault);
		const version = await inNoTime(store.create('a', { n: 1 }));
		expect(await inNoTime(store.get('a'))).toMatchObject({ record: { n: 1 }, version });
		faults.push(fault);
		const next = await inNoTime(store.replace('a', { n: 2 }, version ?? ''));
		expect(await inNoTime(store.get('a'))).toMatchObject({ record: { n: 2 }, version: next });
		faults.push(fault);
		expect(await inNoTime(store.create('a', { n: 3 }))).toBeUndefined();
		faults.push(fault);
		expect(await inNoTime(store.replace('a', { n: 4 }, version ?? ''))).toBeUndefined();
	});

	it('needs one request for a write', async () => {
		const { s3, store } = storeWith();
		await inNoTime(store.create('a', { n: 1 }));
		expect(s3.requests).toBe(1);
	});

	it('does not take what it cannot read for a record', async () => {
		const { s3, store } = storeWith();
		await inNoTime(store.create('a', {}));
		for (const stored of s3.objects.values()) stored.text = 'not a record';
		await expect(inNoTime(store.get('a'))).rejects.toThrow('not readable');
	});
});
