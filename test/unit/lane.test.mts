import { setTimeout as delay } from 'node:timers/promises';
import { Lane } from '../../nodes/AwsWhatsApp/request/lane.ts';
import { runAll, times, Trace, watchUnhandled, type Outcome } from './support/lane.mts';

let watch: ReturnType<typeof watchUnhandled>;
beforeEach(() => {
	watch = watchUnhandled();
});
afterEach(async () => {
	await watch.stop();
	expect(watch.seen).toEqual([]);
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const failures = (outcomes: Outcome[]) =>
	outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
const doneItems = (outcomes: Outcome[]) =>
	outcomes.flatMap((outcome, item) => ('result' in outcome && outcome.result ? [item] : []));

describe('items at work at the same time', () => {
	it.each([
		[1, undefined],
		[1, 100],
		[3, undefined],
		[3, 100],
		[16, 100],
		[100, 100],
		[1000, 100],
	])('are never more than %i (together: %p), and as many as that', async (width, waitFor) => {
		const { trace, outcomes } = await runAll(
			new Lane<string>({ width, waitFor }),
			times(100, { working: 1 }),
		);
		expect(trace.most).toBe(Math.min(width, 100));
		expect(outcomes).toEqual(numbers(100).map((item) => ({ result: `done ${item}` })));
	});

	it.each([undefined, 200])('start in the order of the items (together: %p)', async (waitFor) => {
		const items = numbers(200).map((item) => ({ working: item % 7 }));
		const { trace } = await runAll(new Lane<string>({ width: 5, waitFor }), items);
		expect(trace.started).toEqual(numbers(200));
	});

	it.each([undefined, 5])(
		'of which one is allowed start in the order of the items, however long their forms take (together: %p)',
		async (waitFor) => {
			const items = [25, 1, 15, 0, 5].map((preparing) => ({ preparing, working: 1 }));
			const { trace } = await runAll(new Lane<string>({ width: 1, waitFor }), items);
			expect(trace.started).toEqual([0, 1, 2, 3, 4]);
			expect(trace.ended).toEqual([0, 1, 2, 3, 4]);
		},
	);

	it('stay within bounds after failures of those that stand for themselves', async () => {
		const items = numbers(60).map((item) =>
			item % 3 === 0 ? { working: 1, fails: new Error(`item ${item}`) } : { working: 1 },
		);
		const { trace, outcomes } = await runAll(new Lane<string>({ width: 4 }), items);
		expect(trace.most).toBe(4);
		expect(trace.started).toEqual(numbers(60));
		expect(failures(outcomes)).toHaveLength(20);
	});
});

describe('items that stand or fall together', () => {
	it('start only when all are prepared', async () => {
		const items = numbers(20).map((item) => ({ preparing: (item * 7) % 20 }));
		const { trace } = await runAll(new Lane<string>({ width: 4, waitFor: 20 }), items);
		expect(trace.unpreparedAtStart).toBe(0);
	});

	it.each([0, 7, 19])('do not start at all when the form of item %i is bad', async (bad) => {
		const reason = new Error('bad form');
		const items = numbers(20).map((item) =>
			item === bad ? { preparing: 10, bad: reason } : { preparing: 1 },
		);
		const { trace, outcomes } = await runAll(new Lane<string>({ width: 4, waitFor: 20 }), items);
		expect(trace.started).toEqual([]);
		expect(failures(outcomes)).toEqual([reason]);
	});

	it('each say what is wrong with their own form', async () => {
		const items = numbers(5).map((item) => ({ bad: new Error(`item ${item}`) }));
		const { trace, outcomes } = await runAll(new Lane<string>({ width: 4, waitFor: 5 }), items);
		expect(trace.started).toEqual([]);
		expect(failures(outcomes).map(String)).toEqual(numbers(5).map((item) => `Error: item ${item}`));
	});

	it('do not start after the first failure, while those at work come to their end', async () => {
		const items = times(50, { working: 20 });
		items[2] = { working: 5, fails: new Error('refused') };
		const lane = new Lane<string>({ width: 4, waitFor: 50 });
		const { trace, outcomes } = await runAll(lane, items);
		expect(trace.started).toEqual([0, 1, 2, 3]);
		expect(doneItems(outcomes)).toEqual([0, 1, 3]);
		expect(failures(outcomes).map(String)).toEqual(['Error: refused']);
		expect((await lane.settled()).done).toEqual([0, 1, 3]);
	});

	it('one at a time stop exactly at the failure', async () => {
		const items = times(10);
		items[4] = { fails: new Error('refused') };
		const lane = new Lane<string>({ width: 1, waitFor: 10 });
		const { trace } = await runAll(lane, items);
		expect(trace.started).toEqual([0, 1, 2, 3, 4]);
		expect((await lane.settled()).done).toEqual([0, 1, 2, 3]);
	});

	it('tell how many they are', () => {
		expect(new Lane<string>({ width: 1, waitFor: 7 }).total).toBe(7);
		expect(new Lane<string>({ width: 1 }).total).toBeUndefined();
	});

	it('know what is done only after the last one at work has ended', async () => {
		const lane = new Lane<string>({ width: 2, waitFor: 2 });
		const running = runAll(lane, [{ working: 30 }, { working: 1, fails: new Error('refused') }]);
		await delay(15);
		expect((await lane.settled()).done).toEqual([0]);
		await running;
	});
});

describe('items that stand for themselves', () => {
	it('do not wait for one another', async () => {
		const { trace } = await runAll(new Lane<string>({ width: 4 }), [{}, { preparing: 20 }, {}]);
		expect(trace.unpreparedAtStart).toBeGreaterThan(0);
	});

	it('go on when the form or the work of another fails', async () => {
		const { trace, outcomes } = await runAll(new Lane<string>({ width: 1 }), [
			{ bad: new Error('bad form') },
			{ fails: new Error('refused') },
			{},
		]);
		expect(trace.started).toEqual([1, 2]);
		expect(failures(outcomes).map(String)).toEqual(['Error: bad form', 'Error: refused']);
		expect(doneItems(outcomes)).toEqual([2]);
	});
});

describe('a run that n8n has given up on before all items were here', () => {
	it('neither starts anything nor throws', async () => {
		const { trace, outcomes } = await runAll(new Lane<string>({ width: 4, waitFor: 10 }), [
			{},
			{ bad: new Error('bad form') },
			{ preparing: 5, bad: new Error('bad form') },
		]);
		expect(trace.started).toEqual([]);
		expect(outcomes).toEqual([{ result: undefined }, { result: undefined }, { result: undefined }]);
	});

	it('leaves no rejection behind that nobody listens to', async () => {
		const lane = new Lane<string>({ width: 4, waitFor: 10 });
		for (let item = 0; item < 3; item++) {
			void lane.run(item, async () => {
				throw new Error('bad form');
			});
		}
		await delay(30);
		expect(watch.seen).toEqual([]);
	});
});

describe('a cancelled execution', () => {
	it.each([undefined, 20])('starts no further item (together: %p)', async (waitFor) => {
		const cancel = new AbortController();
		setTimeout(() => cancel.abort(), 15);
		const { trace, outcomes } = await runAll(
			new Lane<string>({ width: 2, waitFor, cancelled: cancel.signal }),
			times(20, { working: 40 }),
		);
		expect(trace.started).toEqual([0, 1]);
		expect(doneItems(outcomes)).toEqual([0, 1]);
		expect(failures(outcomes)).toEqual([]);
	});

	it('that was cancelled before starts nothing', async () => {
		const { trace } = await runAll(
			new Lane<string>({ width: 2, waitFor: 3, cancelled: AbortSignal.abort() }),
			times(3),
		);
		expect(trace.started).toEqual([]);
	});
});

describe('hostile preparations and work', () => {
	it('that throw things other than errors are passed on as they are', async () => {
		for (const thrown of ['text', 0, undefined, null, { message: 'x' }]) {
			const lane = new Lane<string>({ width: 1, waitFor: 1 });
			const failing = lane.run(0, async () => async () => {
				throw thrown;
			});
			await expect(failing).rejects.toBe(thrown);
			expect((await lane.settled()).done).toEqual([]);
		}
	});

	it('of 10,000 items come through in a moment', async () => {
		const started = performance.now();
		const lane = new Lane<void>({ width: 16, waitFor: 10_000 });
		const trace = new Trace(10_000);
		await Promise.all(
			numbers(10_000).map(
				async (item) =>
					await lane.run(item, async () => async () => {
						trace.start(item);
						await Promise.resolve();
						trace.end(item);
					}),
			),
		);
		expect(trace.most).toBe(16);
		expect(trace.started).toEqual(numbers(10_000));
		expect(performance.now() - started).toBeLessThan(5000);
	});
});
