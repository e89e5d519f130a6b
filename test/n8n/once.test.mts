import { openDemo, type Demo } from './demo.mts';
import { itemsOf, type ExecutedWorkflow } from './execution.mts';

const MINUTE = 60_000;
const SEND = 'Send the Confirmation';

let demo: Demo;
beforeAll(async () => {
	demo = await openDemo();
}, 4 * MINUTE);
afterAll(async () => await demo?.dispose(), MINUTE);

const namesOf = (run: ExecutedWorkflow) => Object.keys(run.runData);
const sent = (run: ExecutedWorkflow) => itemsOf(run, SEND).map(({ json }) => json);

describe('the example that sends each order its confirmation once', () => {
	it(
		'sends each of its orders in the first run, and nothing in the next',
		async () => {
			const first = await demo.home.execute(demo.orders.id);
			expect(first).toMatchObject({ status: 'success', error: undefined });
			expect(demo.aws.phone.messages.map(({ to }) => to).sort()).toEqual(
				sent(first)
					.map(({ to }) => to)
					.sort(),
			);
			expect(itemsOf(first, 'Mark as Confirmed')).toHaveLength(3);
			const second = await demo.home.execute(demo.orders.id);
			expect(sent(second)).toEqual(
				sent(first).map((item) => ({
					...item,
					isRepeat: true,
					earlier: expect.objectContaining({ workflowId: demo.orders.id }) as object,
				})),
			);
			expect(demo.aws.phone.messages).toHaveLength(3);
			expect(namesOf(second)).not.toContain('Mark as Confirmed');
			expect(namesOf(second)).not.toContain('Tell a Person');
		},
		2 * MINUTE,
	);

	it(
		'sends each order once in two n8n processes at the same time',
		async () => {
			await demo.aws.reset();
			demo.aws.faults.add({ kind: 'slow', delayMs: 300 });
			const runs = await Promise.all(
				[1, 2].map(async () => await demo.home.execute(demo.orders.id)),
			);
			expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
			expect(demo.aws.phone.messages).toHaveLength(3);
			const all = runs.flatMap(sent);
			expect(all).toHaveLength(6);
			expect(all.filter(({ isRepeat }) => isRepeat === true)).toHaveLength(3);
		},
		2 * MINUTE,
	);
});
