import { Pace } from '../../aws/transport/pace.ts';
import { seededRandom } from '../../local-aws/index.mts';
import { FakeClock } from './support/fake-clock.mts';

/** AWS with a quota of requests in any second. */
function slidingQuota(clock: FakeClock, perSecond: number) {
	let taken: number[] = [];
	return () => {
		taken = taken.filter((at) => at > clock.time - 1000);
		if (taken.length >= perSecond) return false;
		taken.push(clock.time);
		return true;
	};
}

interface Sending {
	items: number;
	perSecond?: number;
	width?: number;
	answerMs?: number;
	accepts?: () => boolean;
}

/** Sends items as a run does: a number of them at once, each again until it gets through. */
async function send({ items, perSecond = Infinity, width = 16, answerMs = 5, ...own }: Sending) {
	const clock = new FakeClock();
	const pace = new Pace(clock);
	const { accepts = slidingQuota(clock, perSecond) } = own;
	const began = clock.time;
	let next = 0;
	let requests = 0;
	let sent = 0;
	const worker = async () => {
		while (next < items) {
			next++;
			for (;;) {
				await pace.turn(undefined);
				const leftAt = clock.time;
				requests++;
				const isAccepted = accepts();
				await clock.pause(answerMs, undefined);
				if (isAccepted) break;
				pace.throttle(leftAt, 0);
			}
			pace.pass();
			sent++;
		}
	};
	const all = Promise.all(Array.from({ length: width }, worker));
	await clock.run();
	await all;
	return { seconds: (clock.time - began) / 1000, requests, sent };
}

describe('the pace of a run', () => {
	it('is unlimited until something is throttled', async () => {
		const { seconds, requests } = await send({ items: 160, perSecond: Infinity });
		expect(requests).toBe(160);
		expect(seconds).toBeCloseTo(0.05, 2);
	});

	it.each([
		[10, 300],
		[1, 40],
		[50, 1000],
		[80, 2000],
		[5, 100],
	])(
		'under a quota of %i a second sends all of %i items in a reasonable time',
		async (perSecond, items) => {
			const { seconds, requests, sent } = await send({ items, perSecond });
			expect(sent).toBe(items);
			// What the quota allows, and half as much again for finding and keeping the pace.
			expect(seconds).toBeLessThan((items / perSecond) * 1.6 + 10);
			expect(requests).toBeLessThan(items * 1.7 + 60);
		},
	);

	it.each([
		[0.01, 1000, 40],
		[0.05, 200, 20],
	])(
		'where AWS throttles %d of the requests at random, sends all of %i items within %i seconds',
		async (share, items, most) => {
			const random = seededRandom(17);
			const { seconds, sent } = await send({
				items,
				answerMs: 100,
				accepts: () => random() > share,
			});
			expect(sent).toBe(items);
			expect(seconds).toBeLessThan(most);
		},
	);

	it('recovers when the quota is gone', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.pass();
		pace.throttle(clock.time, 0);
		const began = clock.time;
		const all = (async () => {
			for (let i = 0; i < 1000; i++) {
				await pace.turn(undefined);
				pace.pass();
			}
		})();
		await clock.run();
		await all;
		expect((clock.time - began) / 1000).toBeLessThan(60);
	});

	it('is hardly slowed down by a few throttled requests before any has succeeded', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		for (let i = 0; i < 4; i++) pace.throttle(clock.time, 0);
		const began = clock.time;
		const all = (async () => {
			for (let i = 0; i < 60; i++) {
				await pace.turn(undefined);
				pace.pass();
			}
		})();
		await clock.run();
		await all;
		expect((clock.time - began) / 1000).toBeLessThan(6);
	});

	it('slows down once for all requests that were in flight together', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		for (let i = 0; i < 20; i++) pace.pass();
		const leftAt = clock.time;
		clock.time += 100;
		for (let i = 0; i < 16; i++) pace.throttle(leftAt, 0);
		const began = clock.time;
		const all = (async () => {
			for (let i = 0; i < 10; i++) await pace.turn(undefined);
		})();
		await clock.run();
		await all;
		expect(clock.time - began).toBeLessThan(1000);
	});

	it('waits as long as AWS asks, with everything', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.throttle(clock.time, 30_000);
		const began = clock.time;
		const turn = pace.turn(undefined);
		await clock.run();
		await turn;
		expect(clock.time - began).toBeGreaterThanOrEqual(30_000);
	});

	it('keeps the order of requests', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.throttle(clock.time, 0);
		const order: number[] = [];
		const all = [1, 2, 3, 4, 5].map(async (n) => {
			await pace.turn(undefined);
			order.push(n);
		});
		await clock.run();
		await Promise.all(all);
		expect(order).toEqual([1, 2, 3, 4, 5]);
	});

	it('does not make a canceled request wait, nor those behind it', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.throttle(clock.time, 5_000);
		const cancel = new AbortController();
		const waiting = [pace.turn(cancel.signal), pace.turn(cancel.signal)];
		const patient = pace.turn(undefined);
		const outcomes = Promise.allSettled(waiting);
		await clock.run(100);
		cancel.abort();
		expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await clock.run();
		await patient;
	});

	it('does not make a canceled request wait for those before it, nor use a turn', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.throttle(clock.time, 5_000);
		const order: string[] = [];
		const cancel = new AbortController();
		const first = pace.turn(undefined).then(() => order.push('first'));
		const canceled = pace.turn(cancel.signal).catch(() => order.push('canceled'));
		const last = pace.turn(undefined).then(() => order.push('last'));
		await clock.run(100);
		cancel.abort();
		await canceled;
		expect(order).toEqual(['canceled']);
		await clock.run();
		await Promise.all([first, last]);
		expect(order).toEqual(['canceled', 'first', 'last']);
	});

	it('is stuck if nothing has succeeded for 40 seconds, until something does', () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		for (const ms of [0, 20_000, 19_000]) {
			clock.time += ms;
			pace.throttle(clock.time, 0);
		}
		expect(pace.isStuck).toBe(false);
		clock.time += 1_000;
		expect(pace.isStuck).toBe(true);
		pace.pass();
		expect(pace.isStuck).toBe(false);
	});

	it.each([1, 16])(
		'comes to an end, %i at a time, where every answer asks for a minute',
		async (width) => {
			const clock = new FakeClock();
			const pace = new Pace(clock);
			const began = clock.time;
			let items = 100;
			const worker = async () => {
				while (items-- > 0) {
					do {
						await pace.turn(undefined);
						pace.throttle(clock.time, 60_000);
					} while (!pace.isStuck);
				}
			};
			const all = Promise.all(Array.from({ length: width }, worker));
			await clock.run();
			await all;
			// Three pauses of a minute, and then two a second.
			expect((clock.time - began) / 1000).toBeLessThan(4 * 60 + 60);
		},
	);
});
