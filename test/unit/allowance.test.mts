import { Allowances } from '../../aws/transport/allowance.ts';

const now = 1_000_000;

describe('an allowance', () => {
	it('lets a burst go at once, and the rest at its rate', () => {
		const allowances = new Allowances();
		const waits = Array.from({ length: 6 }, () =>
			allowances.use('a', { burst: 3, everyMs: 100 }, now),
		);
		expect(waits).toEqual([0, 0, 0, 100, 200, 300]);
	});

	it('fills up again in time, to no more than the burst', () => {
		const allowances = new Allowances();
		const use = (at: number) => allowances.use('a', { burst: 3, everyMs: 100 }, at);
		for (let i = 0; i < 3; i++) use(now);
		expect([use(now + 100), use(now + 100)]).toEqual([0, 100]);
		const later = now + 1_000_000;
		expect([use(later), use(later), use(later), use(later)]).toEqual([0, 0, 0, 100]);
	});

	it('spaces out evenly without a burst', () => {
		const allowances = new Allowances();
		const waits = [0, 0, 30, 500].map((at) =>
			allowances.use('a', { burst: 1, everyMs: 50 }, now + at),
		);
		expect(waits).toEqual([0, 50, 70, 0]);
	});

	it('is there again where one was given back', () => {
		const allowances = new Allowances();
		const slow = { burst: 1, everyMs: 1_000 };
		for (let i = 0; i < 10; i++) allowances.use('a', slow, now);
		for (let i = 1; i < 10; i++) allowances.giveBack('a', slow);
		allowances.giveBack('b', slow);
		expect([allowances.use('a', slow, now), allowances.use('b', slow, now)]).toEqual([1_000, 0]);
	});

	it('is counted by key', () => {
		const allowances = new Allowances();
		const use = (key: string) => allowances.use(key, { burst: 1, everyMs: 100 }, now);
		expect([use('a'), use('b'), use('a'), use('b')]).toEqual([0, 0, 100, 100]);
	});

	it('remembers those that are in use, however many keys have come and gone', () => {
		const allowances = new Allowances();
		const slow = { burst: 1, everyMs: 60_000 };
		allowances.use('slow', slow, now);
		for (let i = 0; i < 20_000; i++) {
			allowances.use(`person ${i}`, { burst: 1, everyMs: 1 }, now + i);
		}
		expect(allowances.use('slow', slow, now + 20_000)).toBe(40_000);
	});
});
