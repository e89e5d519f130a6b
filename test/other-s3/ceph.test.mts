/**
 * The store on an S3 server that is not ours: Ceph's S3 gateway (observed with 16.2.15).
 *
 * Its answers to conditional writes, and those of Amazon S3 where they are others:
 *
 * | Write | Ceph | Amazon S3, as documented |
 * |---|---|---|
 * | where something is there already | 412 PreconditionFailed | |
 * | with an ETag that is not the object's | 412 PreconditionFailed | |
 * | with the object's ETag in quotation marks, as Ceph itself gives it | 412 PreconditionFailed | 200 |
 * | with an ETag where nothing is there | 412 PreconditionFailed | 404 NoSuchKey |
 * | of two with the same ETag at once, the loser | 500 UnknownError or 412 PreconditionFailed | 409 ConditionalRequestConflict or 412 |
 * | with an ETag while the object is deleted | 404 NoSuchKey or 412 PreconditionFailed | 409 or 404 |
 * | with a checksum that is wrong | 200, as it does not look at it | 400 BadDigest |
 */
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { probe } from '../../aws/store/probe.ts';
import { S3Store } from '../../aws/store/s3Store.ts';
import type { Listed } from '../../aws/store/store.ts';
import { directClient } from './direct-client.mts';
import { BUCKET, useCeph, whereCephIs } from './use-ceph.mts';

const ROUNDS = 50;
/** How many rounds are under way at once. */
const ABREAST = 5;
const PAGE = 1_000;

whereCephIs("Ceph's S3 gateway", () => {
	const ceph = useCeph(() => ({ accessKeyId: 'CEPHUSER', secretAccessKey: 'a/secret+of/ceph' }));

	/** What a write with AWS's own client is answered. */
	const put = async (
		Key: string,
		Body: string,
		more: Partial<PutObjectCommandInput> = {},
	): Promise<{ status?: number; name?: string; etag?: string }> =>
		await ceph.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more })).then(
			({ $metadata, ETag }) => ({ status: $metadata.httpStatusCode, etag: ETag }),
			(error: { name: string; $metadata: { httpStatusCode?: number } }) => ({
				status: error.$metadata.httpStatusCode,
				name: error.name,
			}),
		);
	const text = async (Key: string) => {
		const { Body } = await ceph.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
		return await Body?.transformToString();
	};
	const UNMET = { status: 412, name: 'PreconditionFailed' };
	const bare = (etag = '') => etag.replaceAll('"', '');

	describe('answers a conditional write', () => {
		it('with 412 where something is there that must not be', async () => {
			expect(await put('there', 'one', { IfNoneMatch: '*' })).toMatchObject({ status: 200 });
			expect(await put('there', 'two', { IfNoneMatch: '*' })).toEqual(UNMET);
			expect(await text('there')).toBe('one');
		});

		it('with 412 for every ETag in quotation marks, even the right one that it gave itself', async () => {
			const { etag } = await put('quoted', 'one');
			expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
			expect(await put('quoted', 'two', { IfMatch: etag })).toEqual(UNMET);
			expect(await put('quoted', 'two', { IfMatch: bare(etag) })).toMatchObject({ status: 200 });
			expect(await put('quoted', 'three', { IfMatch: bare(etag) })).toEqual(UNMET);
			expect(await text('quoted')).toBe('two');
		});

		it('with 412, not 404, where nothing is there that could be replaced', async () => {
			expect(await put('nothing', 'one', { IfMatch: 'f'.repeat(32) })).toEqual(UNMET);
		});

		it('without a look at the checksum', async () => {
			const ChecksumSHA256 = Buffer.alloc(32).toString('base64');
			expect(await put('checksum', 'one', { ChecksumSHA256 })).toMatchObject({ status: 200 });
		});
	});

	const open = () => {
		const { client, answers } = directClient(ceph.endpoint, ceph.keys);
		return { store: new S3Store(client, BUCKET, 'bare'), answers };
	};

	describe('is a store', () => {
		it('that the probe finds fit, with ETags without quotation marks', async () => {
			const { client } = directClient(ceph.endpoint, ceph.keys);
			const probed = async () => await probe((form) => new S3Store(client, BUCKET, form), BUCKET);
			expect(await probed()).toBe('bare');
			const several = await Promise.all(Array.from({ length: 8 }, probed));
			expect(new Set(several)).toEqual(new Set(['bare']));
		});

		it('of records that are created once, replaced by who read them, and deleted', async () => {
			const { store } = open();
			const key = 'sends/odd key ü+%&=?';
			expect(await store.get(key)).toBeUndefined();
			const first = (await store.create(key, { n: 1 })) ?? '';
			expect(await store.create(key, { n: 2 })).toBeUndefined();
			const second = await store.replace(key, { n: 3 }, first);
			expect(await store.replace(key, { n: 4 }, first)).toBeUndefined();
			expect(await store.get(key)).toMatchObject({ record: { n: 3 }, version: second });
			await store.delete(key);
			await store.delete(key);
			expect(await store.get(key)).toBeUndefined();
			expect(await store.replace(key, { n: 5 }, second ?? '')).toBeUndefined();
		});

		it('that tells its times to the second', async () => {
			const { store } = open();
			const before = Date.now();
			await store.create('time', {});
			const { writtenAt, now } = (await store.get('time')) ?? { writtenAt: 0, now: 0 };
			for (const time of [writtenAt, now]) {
				expect(time % 1_000).toBe(0);
				expect(time).toBeGreaterThan(before - 1_000);
				expect(time).toBeLessThanOrEqual(Date.now());
			}
			expect(writtenAt).toBeLessThanOrEqual(now);
		});

		it('that lists its records in the order of their keys, page by page', async () => {
			const { store } = open();
			const keys = Array.from({ length: PAGE + 1 }, (_, n) => `list/ä ${10_000 + n}`);
			for (let n = 0; n < keys.length; n += 50) {
				await Promise.all(keys.slice(n, n + 50).map(async (key) => await store.create(key, {})));
			}
			const pages: Listed[] = [];
			for await (const page of store.list('list/')) pages.push(page);
			// They need not be full: Ceph has sent 939 and 62.
			expect(pages.length).toBeGreaterThan(1);
			const listed = pages.flatMap(({ records }) => records);
			expect(listed.map(({ key }) => key)).toEqual(keys);
			for (const { now, records } of pages) {
				for (const { writtenAt } of records) {
					expect(writtenAt).toBeLessThan(now + 1_000);
					expect(writtenAt).toBeGreaterThan(now - 60_000);
				}
			}
		});
	});

	describe('lets one of two win', () => {
		/** Does that many rounds, each with a key of its own, some of them at once. */
		const inRounds = async (name: string, round: (key: string) => Promise<void>) => {
			for (let n = 0; n < ROUNDS; n += ABREAST) {
				await Promise.all(
					Array.from({ length: ABREAST }, async (_, i) => await round(`${name}/${n + i}`)),
				);
			}
		};
		const writesIn = (answers: string[]) =>
			new Set(answers.filter((answer) => answer.startsWith('PUT')));
		/** The only one that was told that it had written, and what is there. */
		const expectWinner = async (key: string, versions: Array<string | undefined>) => {
			const won = versions.flatMap((version, n) => (version === undefined ? [] : [{ n, version }]));
			expect(won).toHaveLength(1);
			const kept = await open().store.get(key);
			expect(kept).toMatchObject({ record: { n: won[0]?.n }, version: won[0]?.version });
		};

		it('who create the same record; the other is answered 412', async () => {
			const [one, two] = [open(), open()];
			await inRounds('create', async (key) => {
				const both = [one.store.create(key, { n: 0 }), two.store.create(key, { n: 1 })];
				await expectWinner(key, await Promise.all(both));
			});
			expect(writesIn([...one.answers, ...two.answers])).toEqual(
				new Set(['PUT 200', 'PUT 412 PreconditionFailed']),
			);
		});

		it('who replace the same record; the other is answered 412, or 500 and then 412', async () => {
			const [one, two] = [open(), open()];
			await inRounds('replace', async (key) => {
				const version = (await open().store.create(key, {})) ?? '';
				const both = [one, two].map(
					async ({ store }, n) => await store.replace(key, { n }, version),
				);
				await expectWinner(key, await Promise.all(both));
			});
			const seen = writesIn([...one.answers, ...two.answers]);
			expect(seen).toContain('PUT 200');
			expect(seen).toContain('PUT 412 PreconditionFailed');
			seen.delete('PUT 500 UnknownError');
			expect(seen.size).toBe(2);
		});

		it('who replace and delete the same record; the first is answered 200, 404 or 412', async () => {
			const [one, two] = [open(), open()];
			await inRounds('delete', async (key) => {
				const version = (await open().store.create(key, {})) ?? '';
				const [replaced] = await Promise.all([
					one.store.replace(key, { n: 0 }, version),
					two.store.delete(key),
				]);
				const kept = await open().store.get(key);
				// A deletion has no condition, so it may come after the write.
				if (kept !== undefined) expect(kept.version).toBe(replaced);
			});
			for (const answer of writesIn(one.answers)) {
				expect([
					'PUT 200',
					'PUT 404 NoSuchKey',
					'PUT 412 PreconditionFailed',
					'PUT 500 UnknownError',
				]).toContain(answer);
			}
			expect(new Set(two.answers)).toEqual(new Set(['DELETE 204']));
		});

		it('who create a record while it is deleted; what was created is there', async () => {
			const [one, two] = [open(), open()];
			await inRounds('again', async (key) => {
				await open().store.create(key, {});
				const [created] = await Promise.all([
					one.store.create(key, { n: 0 }),
					two.store.delete(key),
				]);
				expect((await open().store.get(key))?.version).toBe(created);
			});
			for (const answer of writesIn(one.answers)) {
				expect(['PUT 200', 'PUT 412 PreconditionFailed']).toContain(answer);
			}
		});
	});
});
