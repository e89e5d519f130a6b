import { CanceledError } from '../../aws/errors/errors.ts';
import { Pace, type Clock } from '../../aws/transport/pace.ts';

/** A clock that jumps to the next time that something waits for, so that minutes pass in no time. */
class FakeClock implements Clock {
	time = 1_000_000;

	private sleepers: Array<{ at: number; wake: () => void }> = [];

	now = () => this.time;

	pause = async (ms: number, signal: AbortSignal | undefined) => {
		await new Promise<void>((resolve, reject) => {
			if (signal?.aborted) return reject(new CanceledError());
			signal?.addEventListener('abort', () => reject(new CanceledError()), { once: true });
			this.sleepers.push({ at: this.time + ms, wake: resolve });
		});
	};

	/** Lets time pass until nobody sleeps any more, or for at most this many ms. */
	async run(ms = Infinity): Promise<void> {
		const end = this.time + ms;
		for (;;) {
			for (let i = 0; i < 50; i++) await Promise.resolve();
			const [next] = this.sleepers.sort((a, b) => a.at - b.at);
			if (!next || next.at > end) return;
			this.sleepers.shift();
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
	}
}

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
	perSecond: number;
	width?: number;
	answerMs?: number;
}

/** Sends items as a run does: a number of them at once, each again until it gets through. */
async function send({ items, perSecond, width = 16, answerMs = 5 }: Sending) {
	const clock = new FakeClock();
	const pace = new Pace(clock);
	const accepts = slidingQuota(clock, perSecond);
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

	it('is stuck if nothing has succeeded for 40 seconds, until something does', () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		pace.throttle(clock.time, 0);
		clock.time += 39_000;
		pace.throttle(clock.time, 0);
		expect(pace.isStuck).toBe(false);
		clock.time += 1_000;
		expect(pace.isStuck).toBe(true);
		pace.pass();
		expect(pace.isStuck).toBe(false);
	});
});

describe('the pace after throttling', () => {
	let clock: FakeClock;
	let pace: Pace;
	beforeEach(async () => {
		clock = new FakeClock();
		pace = new Pace(clock);
		await pace.turn(undefined);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});

	/** How long the next request waits, in ms. */
	async function waits(): Promise<number> {
		const began = clock.time;
		const turn = pace.turn(undefined);
		await clock.run();
		await turn;
		return clock.time - began;
	}
	const throttled = () => pace.throttle(clock.time, 0);
	/** This many requests per second get through, one after the other, for two seconds. */
	function pass(perSecond: number): void {
		for (let i = 0; i < 2 * perSecond; i++) {
			clock.time += 1000 / perSecond;
			pace.pass();
		}
	}

	it.each([
		['the longest', 1, [400, 800, 1600, 3200, 5000, 5000]],
		['the shortest', 0, [200, 400, 800, 1600, 2500, 2500]],
	])(
		'resumes after a pause that doubles up to 5 seconds, at random %s',
		async (_name, chance, pauses) => {
			jest.spyOn(Math, 'random').mockReturnValue(chance);
			const waited: number[] = [];
			for (let i = 0; i < pauses.length; i++) {
				throttled();
				waited.push(await waits());
				clock.time++;
			}
			expect(waited.map((ms) => Math.round(ms / 10) * 10)).toEqual(pauses);
			// Something gets through, so that it begins again.
			pace.pass();
			clock.time += 10_000;
			throttled();
			expect(await waits()).toBe(chance === 1 ? 400 : 200);
		},
	);

	it.each([
		[100, 80],
		[50, 40],
		[10, 8],
	])('is at first, if %i a second got through, %i', async (through, rate) => {
		pass(through);
		throttled();
		await waits();
		expect(await waits()).toBeCloseTo(1000 / rate, 6);
	});

	it('is, if nothing got through, 10 a second, then half of it each time, and never less than one in 2 seconds', async () => {
		const rates: number[] = [];
		for (let i = 0; i < 7; i++) {
			throttled();
			await waits();
			rates.push(1000 / (await waits()));
			clock.time++;
		}
		expect(rates.map((rate) => Math.round(rate * 1000) / 1000)).toEqual([
			10, 5, 2.5, 1.25, 0.625, 0.5, 0.5,
		]);
	});

	it('is two a second once nothing succeeds any more, to come to an end', async () => {
		for (let i = 0; i < 100 && !pace.isStuck; i++) {
			throttled();
			await waits();
			clock.time++;
		}
		expect(pace.isStuck).toBe(true);
		await waits();
		expect(await waits()).toBe(500);
	});

	it('rises by a tenth each second, and by half after four', async () => {
		pass(10);
		throttled();
		const gains: number[] = [];
		await waits();
		let before = await waits();
		for (let i = 0; i < 6; i++) {
			clock.time += 1000;
			pace.pass();
			await waits();
			const gap = await waits();
			gains.push(Math.round((before / gap) * 100) / 100);
			before = gap;
		}
		expect(gains[0]).toBe(1.1);
		expect(gains.at(-1)).toBe(1.5);
		// Once within a second, however many get through.
		pace.pass();
		await waits();
		expect(await waits()).toBeCloseTo(before, 6);
	});

	it('is forgotten after half a minute without a request', async () => {
		pass(10);
		throttled();
		await waits();
		clock.time += 1000;
		await waits();
		clock.time += 30_000;
		await waits();
		expect(await waits()).toBeGreaterThan(0);
		clock.time += 30_001;
		await waits();
		expect(await waits()).toBe(0);
	});
});
