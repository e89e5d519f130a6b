import { S3Store } from '../../../aws/store/s3Store.ts';
import { Sends, type Claim, type Permission, type Wanted } from '../../../aws/store/sends.ts';
import { inNoTime, useFakeTime } from '../support/time.mts';
import { UnreliableS3 } from './unreliable-s3.mts';

useFakeTime();

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
	content: 'hello',
	by: { workflow: 'w1', execution: '7' },
	leaseMs: 2 * MINUTE_MS,
	rememberMs: 30 * DAY_MS,
	againIfNotKnown: false,
	...more,
});

/** Processes that share a bucket. */
function processes() {
	const s3 = new UnreliableS3(() => 'none');
	const process = () => {
		const store = new S3Store(s3.client(), 'bucket');
		return new Sends(store, store, {
			now: () => Date.now(),
			pause: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
		});
	};
	return { s3, one: process(), two: process() };
}

const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

function claimOf(permission: Permission): Claim {
	if (permission.is !== 'granted') throw new Error(`It was not granted, but ${permission.is}`);
	return permission.claim;
}

describe('a message with a key', () => {
	it('is sent by the first who claims it; others are told what was sent, and by whom', async () => {
		const { one, two } = processes();
		const claim = claimOf(await inNoTime(one.claim('a', wanted())));
		await inNoTime(claim.sent({ messageId: 'm1' }));
		const by = { workflow: 'w2', execution: '8' };
		expect(await inNoTime(two.claim('a', wanted({ by })))).toMatchObject({
			is: 'sent',
			result: { messageId: 'm1' },
			by: { workflow: 'w1', execution: '7' },
		});
	});

	it('takes two requests to the store, as does a repeat', async () => {
		const { s3, one, two } = processes();
		await inNoTime(claimOf(await inNoTime(one.claim('a', wanted()))).sent({}));
		expect(s3.requests).toBe(2);
		await inNoTime(two.claim('a', wanted()));
		expect(s3.requests).toBe(4);
	});

	it('is waited for while another sends it', async () => {
		const { one, two } = processes();
		const claim = claimOf(await inNoTime(one.claim('a', wanted())));
		const second = two.claim('a', wanted());
		await pass(MINUTE_MS);
		await inNoTime(claim.sent({ messageId: 'm1' }));
		expect(await inNoTime(second)).toMatchObject({ is: 'sent' });
	});

	it('is sent by the next if the first was refused, even with other content', async () => {
		const { one, two } = processes();
		const claim = claimOf(await inNoTime(one.claim('a', wanted())));
		const second = two.claim('a', wanted({ content: 'corrected' }));
		await pass(1_000);
		await inNoTime(claim.release());
		expect((await inNoTime(second)).is).toBe('granted');
	});

	it('is not known if the first says so, and if it says nothing in time', async () => {
		const { one, two } = processes();
		await inNoTime(claimOf(await inNoTime(one.claim('a', wanted()))).notKnown());
		expect(await inNoTime(two.claim('a', wanted()))).toMatchObject({ is: 'notKnown' });
		await inNoTime(one.claim('b', wanted()));
		const began = Date.now();
		expect(await inNoTime(two.claim('b', wanted()))).toMatchObject({
			is: 'notKnown',
			by: { workflow: 'w1', execution: '7' },
		});
		const waitedMs = Date.now() - began;
		expect(waitedMs).toBeGreaterThanOrEqual(2 * MINUTE_MS - 1_000);
		expect(waitedMs).toBeLessThan(2 * MINUTE_MS + 10_000);
	});

	it('is sent again where nobody knows and the user has chosen so, by one of those who ask', async () => {
		const { one, two } = processes();
		await inNoTime(claimOf(await inNoTime(one.claim('a', wanted()))).notKnown());
		const again = wanted({ againIfNotKnown: true });
		const both = [one.claim('a', again), two.claim('a', again)];
		const first = claimOf(await inNoTime(Promise.race(both)));
		await inNoTime(first.sent({ messageId: 'm2' }));
		const kinds = (await inNoTime(Promise.all(both))).map((permission) => permission.is);
		expect(kinds.sort()).toEqual(['granted', 'sent']);
	});

	it('is not another one: the same key with other content is told', async () => {
		const { one, two } = processes();
		await inNoTime(claimOf(await inNoTime(one.claim('a', wanted()))).sent({}));
		expect(await inNoTime(two.claim('a', wanted({ content: 'bye' })))).toMatchObject({
			is: 'otherContent',
			by: { execution: '7' },
		});
	});

	it('is remembered as long as its sender said, and then forgotten', async () => {
		const { one, two } = processes();
		await inNoTime(
			claimOf(await inNoTime(one.claim('a', wanted({ rememberMs: DAY_MS })))).sent({}),
		);
		await pass(DAY_MS - MINUTE_MS);
		expect((await inNoTime(two.claim('a', wanted()))).is).toBe('sent');
		await pass(2 * MINUTE_MS);
		expect((await inNoTime(two.claim('a', wanted({ content: 'bye' })))).is).toBe('granted');
	});

	it('may leave as long as others wait for it, and longer if the claim can be renewed', async () => {
		const { s3, one, two } = processes();
		const claim = claimOf(await inNoTime(one.claim('a', wanted())));
		expect(await inNoTime(claim.lasts(MINUTE_MS))).toBe(true);
		expect(s3.requests).toBe(1);
		await pass(90_000);
		expect(await inNoTime(claim.lasts(MINUTE_MS))).toBe(true);
		expect(await inNoTime(claim.lasts(MINUTE_MS))).toBe(true);
		expect(s3.requests).toBe(2);
		// A minute and a half after the renewal, others still wait.
		const second = two.claim('a', wanted());
		await pass(90_000);
		await inNoTime(claim.sent({}));
		expect((await inNoTime(second)).is).toBe('sent');
	});

	it('may not leave if another has taken the claim over', async () => {
		const { one, two } = processes();
		const claim = claimOf(await inNoTime(one.claim('a', wanted())));
		await pass(3 * MINUTE_MS);
		const again = await inNoTime(two.claim('a', wanted({ againIfNotKnown: true })));
		expect(again.is).toBe('granted');
		expect(await inNoTime(claim.lasts(MINUTE_MS))).toBe(false);
		expect(await inNoTime(claim.sent({}))).toBe(false);
	});

	it.each([
		['of a later version', { v: 2, state: 'sent', content: 'hello' }],
		['of an unknown state', { v: 1, state: 'elsewhere', content: 'hello' }],
		['without anything', {}],
	])('whose record is %s counts as not known', async (_name, record) => {
		const { s3, one } = processes();
		await new S3Store(s3.client(), 'bucket').create('a', record);
		expect((await inNoTime(one.claim('a', wanted()))).is).toBe('notKnown');
	});

	it('goes out once of a thousand that five processes send at once, without an error', async () => {
		const s3 = new UnreliableS3(() => 'none');
		const clock = {
			now: () => Date.now(),
			pause: async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms)),
		};
		const kinds: string[] = [];
		const worker = async () => {
			const store = new S3Store(s3.client(), 'bucket');
			const sends = new Sends(store, store, clock);
			for (let n = 0; n < 1_000; n++) {
				const permission = await sends.claim(`key ${n}`, wanted());
				kinds.push(permission.is);
				if (permission.is === 'granted') await permission.claim.sent({});
			}
		};
		await inNoTime(Promise.all(Array.from({ length: 5 }, worker)));
		expect(kinds.filter((kind) => kind === 'granted')).toHaveLength(1_000);
		expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(4_000);
	}, 60_000);
});
