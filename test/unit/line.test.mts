import { Allowances } from '../../aws/transport/allowance.ts';
import { Breath } from '../../engine/breath.ts';
import { inOrder, Line, type Lane } from '../../engine/line.ts';

const sleep = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

interface Run {
	count: number;
	width?: number;
	laneOf?: (index: number) => Lane | undefined;
	ms?: (index: number) => number;
	over?: AbortController;
}

/** Works through a line, and tells in which order items were started and ended. */
async function work({ count, width = 4, laneOf = () => undefined, ms = () => 1, over }: Run) {
	const started: number[] = [];
	const ended: number[] = [];
	let atOnce = 0;
	let mostAtOnce = 0;
	const line = new Line(numbers(count), laneOf, new Allowances(), new Breath());
	await inOrder(line, width, (over ?? new AbortController()).signal, async (index) => {
		started.push(index);
		mostAtOnce = Math.max(mostAtOnce, ++atOnce);
		await sleep(ms(index));
		atOnce--;
		ended.push(index);
	});
	return { started, ended, mostAtOnce };
}

const odd = (index: number) => index % 2 === 1;

describe('a line without lanes', () => {
	it('starts all items in their order, as many at once as it may', async () => {
		const { started, mostAtOnce } = await work({ count: 50 });
		expect(started).toEqual(numbers(50));
		expect(mostAtOnce).toBe(4);
	});

	it('is at its end at once where there is nothing', async () => {
		expect(await work({ count: 0 })).toMatchObject({ started: [] });
	});

	it('starts nothing more when it is over', async () => {
		const over = new AbortController();
		const running = work({ count: 1000, over, ms: () => 20 });
		await sleep(50);
		over.abort();
		const { started, ended } = await running;
		expect(started.length).toBeLessThan(100);
		expect(ended.length).toBe(started.length);
	});

	it('lets others have the event loop meanwhile, though no item ever waits for anything', async () => {
		let turns = 0;
		let goesOn = true;
		const other = async () => {
			while (goesOn) {
				turns++;
				await sleep(1);
			}
		};
		const others = other();
		const busy = (until: number) => {
			while (performance.now() < until);
		};
		const line = new Line(numbers(300), () => undefined, new Allowances(), new Breath());
		await inOrder(line, 16, new AbortController().signal, async () => busy(performance.now() + 1));
		goesOn = false;
		await others;
		expect(turns).toBeGreaterThan(8);
	});

	it('holds the event loop for no longer however many start at once', async () => {
		let longest = 0;
		let goesOn = true;
		const watch = async () => {
			for (let last = performance.now(); goesOn; last = performance.now()) {
				await sleep(1);
				longest = Math.max(longest, performance.now() - last);
			}
		};
		const watching = watch();
		const laneOf = () => {
			const until = performance.now() + 10;
			while (performance.now() < until);
			return undefined;
		};
		const line = new Line(numbers(64), laneOf, new Allowances(), new Breath());
		await inOrder(line, 16, new AbortController().signal, async () => await sleep(1));
		goesOn = false;
		await watching;
		// Sixteen times 10 ms, if all that wait for their turn went on at once.
		expect(longest).toBeLessThan(100);
	});
});

describe('a lane', () => {
	it('leaves what it was called for and did not do to others, when all is over', async () => {
		const allowances = new Allowances();
		const allowance = { burst: 1, everyMs: 10_000 };
		const over = new AbortController();
		const line = new Line(numbers(5), () => ({ key: 'a', allowance }), allowances, new Breath());
		const all = inOrder(line, 2, over.signal, async () => undefined);
		await sleep(50);
		over.abort();
		await all;
		const waitMs = allowances.use('a', allowance);
		expect(waitMs).toBeGreaterThan(9_000);
		expect(waitMs).toBeLessThanOrEqual(10_000);
	});

	const inLane = (index: number): Lane | undefined => (odd(index) ? { key: 'odd' } : undefined);

	it('is gone through one after the other in the order of the items, while others go on', async () => {
		const { started, ended } = await work({
			count: 20,
			laneOf: inLane,
			ms: (index) => (odd(index) ? 20 - index : 1),
		});
		expect(ended.filter(odd)).toEqual(numbers(20).filter(odd));
		expect(started.filter((index) => !odd(index))).toEqual(numbers(20).filter((i) => !odd(i)));
		expect([...started].sort((a, b) => a - b)).toEqual(numbers(20));
		expect(ended.indexOf(18)).toBeLessThan(ended.indexOf(5));
	});

	it('takes no more than one place of those that others need', async () => {
		// All places would be taken by those who wait for the first.
		const { ended } = await work({
			count: 40,
			laneOf: (index) => (index < 30 ? { key: 'slow' } : undefined),
			ms: (index) => (index < 30 ? 10 : 1),
		});
		for (let index = 30; index < 40; index++) {
			expect(ended.indexOf(index)).toBeLessThan(ended.indexOf(10));
		}
		expect(ended).toHaveLength(40);
	});

	it('is independent of other lanes', async () => {
		const { ended, mostAtOnce } = await work({
			count: 40,
			width: 3,
			laneOf: (index) => ({ key: String(index % 5) }),
			ms: (index) => index % 7,
		});
		for (const lane of numbers(5)) {
			expect(ended.filter((index) => index % 5 === lane)).toEqual(
				numbers(40).filter((index) => index % 5 === lane),
			);
		}
		expect(mostAtOnce).toBe(3);
	});

	it('keeps to its allowance, while others go on', async () => {
		const began = Date.now();
		const at = new Map<number, number>();
		const line = new Line(
			numbers(40),
			(index) => (odd(index) ? { key: 'odd', allowance: { burst: 4, everyMs: 50 } } : undefined),
			new Allowances(),
			new Breath(),
		);
		await inOrder(line, 2, new AbortController().signal, async (index) => {
			at.set(index, Date.now() - began);
		});
		const odds = numbers(40)
			.filter(odd)
			.map((index) => at.get(index) ?? Number.NaN);
		expect(at.size).toBe(40);
		expect(odds).toEqual([...odds].sort((a, b) => a - b));
		for (const [position, ms] of odds.entries()) {
			expect(ms).toBeGreaterThanOrEqual(Math.max(0, position - 3) * 50 - 5);
		}
		expect(at.get(38)).toBeLessThan(odds.at(6) ?? 0);
	});

	it('that waits for its allowance does not hold up the end', async () => {
		const over = new AbortController();
		const running = work({
			count: 3,
			over,
			laneOf: () => ({ key: 'a', allowance: { burst: 1, everyMs: 1_000 } }),
		});
		await sleep(30);
		over.abort();
		expect(await running).toMatchObject({ started: [0], ended: [0] });
	});
});
