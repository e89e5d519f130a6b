import { Pace } from '../../aws/transport/pace.ts';
import { FakeClock } from './support/fake-clock.mts';

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

	it('is 10 a second as well where the last to get through was long before', async () => {
		pass(10);
		clock.time += 5_000;
		throttled();
		await waits();
		expect(1000 / (await waits())).toBeCloseTo(10, 6);
	});

	it('is never more after throttling than before, however seldom something gets through', async () => {
		for (const gapMs of [50, 500, 1_500, 7_000]) {
			pass(20);
			throttled();
			await waits();
			const before = 1000 / (await waits());
			pace.pass();
			clock.time += gapMs;
			throttled();
			await waits();
			const after = 1000 / (await waits());
			expect([gapMs, after >= 0.5 && after <= before]).toEqual([gapMs, true]);
			clock.time += 60_000;
		}
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

	it('rises to the one that was too fast, stays near it for a while, and then goes beyond', async () => {
		pass(10);
		throttled();
		await waits();
		const rates: number[] = [1000 / (await waits())];
		for (let i = 0; i < 8; i++) {
			clock.time += 500;
			pace.pass();
			await waits();
			rates.push(1000 / (await waits()));
		}
		expect(rates).toEqual([...rates].sort((one, other) => one - other));
		expect(rates[0]).toBeCloseTo(8, 6);
		// RFC 9438's curve: back at 10 after the cube root of 10 · 0.2 / 0.4 seconds, which is 1.7.
		expect(rates.filter((rate) => rate > 9.5 && rate < 10.5).length).toBeGreaterThanOrEqual(2);
		expect(rates.at(-1)).toBeGreaterThan(14);
	});

	it('is cut by no more than a fifth where a request is throttled again soon after', async () => {
		pass(100);
		throttled();
		await waits();
		expect(await waits()).toBeCloseTo(1000 / 80, 6);
		pace.pass();
		throttled();
		await waits();
		const rate = 1000 / (await waits());
		expect(rate).toBeGreaterThanOrEqual(80 * 0.8 - 0.001);
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
