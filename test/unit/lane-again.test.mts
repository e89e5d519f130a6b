import type { IExecuteData, IExecutePaginationFunctions, INode } from 'n8n-workflow';
import { NoAnswer } from '../../nodes/AwsWhatsApp/request/failures.ts';
import { Lane, laneOf } from '../../nodes/AwsWhatsApp/request/lane.ts';
import { runAll, times, watchUnhandled } from './support/lane.mts';

let watch: ReturnType<typeof watchUnhandled>;
beforeEach(() => {
	watch = watchUnhandled();
});
afterEach(async () => {
	await watch.stop();
	expect(watch.seen).toEqual([]);
});

const lost = new Error('lost');

async function firstTry(width: number) {
	const lane = new Lane<string>({
		width,
		waitFor: 5,
		isFinal: (failure) => failure === lost,
	});
	const items = times(5);
	items[2] = { fails: new Error('refused') };
	await runAll(lane, items);
	return lane;
}

describe("n8n's second try of a run", () => {
	it('does not do again what is done, and gives its result', async () => {
		const earlier = await firstTry(1);
		const lane = new Lane<string>({ width: 1, waitFor: 5, earlier });
		const { trace, outcomes } = await runAll(lane, times(5));
		expect(trace.started).toEqual([2, 3, 4]);
		expect(outcomes).toEqual([0, 1, 2, 3, 4].map((item) => ({ result: `done ${item}` })));
		expect((await lane.settled()).done).toEqual([0, 1, 2, 3, 4]);
	});

	it('does not even read the form of what is done', async () => {
		const earlier = await firstTry(1);
		const items = times(5);
		items[0] = { bad: new Error('read again') };
		const { trace } = await runAll(new Lane<string>({ width: 1, waitFor: 5, earlier }), items);
		expect(trace.prepared).toEqual([2, 3, 4]);
	});

	it('keeps the results over a third one', async () => {
		const earlier = await firstTry(1);
		const second = new Lane<string>({ width: 1, waitFor: 5, earlier });
		const items = times(5);
		items[3] = { fails: new Error('refused again') };
		await runAll(second, items);
		const third = await runAll(
			new Lane<string>({ width: 1, waitFor: 5, earlier: second }),
			times(5),
		);
		expect(third.trace.started).toEqual([3, 4]);
	});

	it('does not repeat what may have been done, but fails with it again', async () => {
		const settings = { width: 1, waitFor: 3, isFinal: (failure: unknown) => failure === lost };
		const earlier = new Lane<string>(settings);
		await runAll(earlier, [{}, { fails: lost }, {}]);
		const { trace, outcomes } = await runAll(new Lane<string>({ ...settings, earlier }), times(3));
		expect(trace.started).toEqual([]);
		expect(outcomes[1]).toEqual({ failure: lost });
	});

	it('repeats nothing of items that stand for themselves and are done', async () => {
		const earlier = new Lane<string>({ width: 2 });
		await runAll(earlier, [{}, { fails: new Error('refused') }, {}]);
		const { trace } = await runAll(new Lane<string>({ width: 2, earlier }), times(3));
		expect(trace.started).toEqual([1]);
	});
});

const NODE = { name: 'WhatsApp' } as INode;

interface Scene {
	run: IExecuteData;
	item: number;
	continueOnFail?: boolean;
	batchInterval?: unknown;
	node?: INode;
}

/** The part of n8n's context that says which run and which item this is. */
function contextOf({ run, item, continueOnFail = false, batchInterval = 0, node = NODE }: Scene) {
	const context: Partial<IExecutePaginationFunctions> = {
		getExecuteData: () => run,
		getExecutionCancelSignal: () => undefined,
		getNode: () => node,
		getItemIndex: () => item,
		continueOnFail: () => continueOnFail,
		getNodeParameter: (() => batchInterval) as IExecutePaginationFunctions['getNodeParameter'],
	};
	return context as IExecutePaginationFunctions;
}

const runOf = (items: number, node: Partial<INode> = NODE): IExecuteData => ({
	node: node as INode,
	data: { main: [Array.from({ length: items }, () => ({ json: {} }))] },
	source: null,
});

const laneFor = (scene: Scene, width = 4) => laneOf(contextOf(scene), () => width);

describe('the lane of a run', () => {
	it('is opened by its first item and shared by all others', () => {
		const run = runOf(3);
		const lane = laneFor({ run, item: 0 });
		expect(laneFor({ run, item: 1 })).toBe(lane);
		expect(laneFor({ run, item: 2 })).toBe(lane);
		expect(lane.total).toBe(3);
	});

	it('is another one for another run, and for another try', () => {
		const run = runOf(3);
		const lane = laneFor({ run, item: 0 });
		expect(laneFor({ run: runOf(3), item: 0 })).not.toBe(lane);
		expect(laneFor({ run, item: 0 })).not.toBe(lane);
	});

	it('binds its items together only where the workflow stops at a failure', () => {
		expect(laneFor({ run: runOf(3), item: 0, continueOnFail: true }).total).toBeUndefined();
		expect(laneFor({ run: runOf(3), item: 0, batchInterval: 1000 }).total).toBeUndefined();
		expect(laneFor({ run: runOf(3, { ...NODE, executeOnce: true }), item: 0 }).total).toBe(1);
	});

	it.each([undefined, null, '', 'soon', {}, -1, NaN])(
		'takes %p as no spacing of the items',
		(batchInterval) => {
			expect(laneFor({ run: runOf(3), item: 0, batchInterval }).total).toBe(3);
		},
	);

	it('of a tool call is its own, since the data is that of the agent', () => {
		const run = runOf(3, { name: 'AI Agent' });
		const first = laneFor({ run, item: 0 });
		expect(first.total).toBeUndefined();
		expect(laneFor({ run, item: 1 })).not.toBe(first);
	});

	it('regards a request that left and was not answered as possibly done', async () => {
		const run = runOf(2);
		const unanswered = new NoAnswer('host', 'ECONNRESET', false, 'once');
		const item = { json: { messageId: 'x' } };
		const work = (failure?: Error) => async () => async () => {
			if (failure) throw failure;
			return item;
		};
		const first = laneFor({ run, item: 0 });
		const outcomes = await Promise.allSettled([
			first.run(0, work()),
			first.run(1, work(unanswered)),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);

		let repeated = 0;
		const again = async () => async () => {
			repeated++;
			return item;
		};
		const second = laneFor({ run, item: 0 });
		const later = await Promise.allSettled([second.run(0, again), second.run(1, again)]);
		expect(later[1]).toEqual({ status: 'rejected', reason: unanswered });
		expect(repeated).toBe(0);
	});
});
