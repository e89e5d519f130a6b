import { checkHolds, longestHold, rise } from './watch.mts';

const span = { startedAt: 1000, endedAt: 2000 };

describe('the longest hold of the event loop', () => {
	it('is the longest while the node was at work', () => {
		const holds: Array<[number, number]> = [
			[900, 500],
			[1200, 30],
			[1700, 80],
			[2900, 700],
		];
		expect(longestHold({ holds }, span)).toBe(80);
	});

	it('counts of one that began before, or ended after, what lies in that time', () => {
		expect(longestHold({ holds: [[1040, 400]] }, span)).toBe(40);
		expect(longestHold({ holds: [[2300, 360]] }, span)).toBe(60);
		expect(longestHold({ holds: [[9000, 8900]] }, span)).toBe(1000);
	});

	it('is 0 where nothing was held, and NaN for a run without times', () => {
		expect(longestHold({ holds: [] }, span)).toBe(0);
		const unknown = { startedAt: Number.NaN, endedAt: Number.NaN };
		expect(longestHold({ holds: [[1200, 30]] }, unknown)).toBeNaN();
	});

	it('has to be what Node.js has measured as well', () => {
		const record = { holds: [[1200, 300]] as Array<[number, number]>, heap: [], rss: [] };
		const check = (longestHoldMs: number, more = {}) => {
			checkHolds({ ...record, ...more, longestHoldMs });
		};
		expect(() => check(310)).not.toThrow();
		expect(() => check(12, { holds: [] })).not.toThrow();
		expect(() => check(400)).toThrow('for 300 ms at the longest, but Node.js measured 400 ms');
		expect(() => check(12)).toThrow('Node.js measured 12 ms');
		expect(() => check(Number.NaN)).toThrow('Node.js measured NaN ms');
	});
});

describe('the rise of the memory', () => {
	it('is from the last look before the node began to the highest during its work', () => {
		const heap: Array<[number, number]> = [
			[500, 90],
			[950, 100],
			[1300, 130],
			[1600, 170],
			[1900, 120],
			[2400, 900],
		];
		expect(rise(heap, span)).toBe(70);
	});

	it.each([
		['no look at all', []],
		['none before', [[1300, 130]]],
		['none during', [[900, 130]]],
	] as Array<[string, Array<[number, number]>]>)('is NaN with %s', (_name, heap) => {
		expect(rise(heap, span)).toBeNaN();
	});
});
