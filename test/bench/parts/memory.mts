import { comparison, type Contestant } from '../comparison.mts';
import { sendText } from '../sending.mts';
import { rise } from '../watch.mts';
import type { World } from '../world.mts';
import { floor, manyItems, workflow, type BenchWorkflow } from '../workflows.mts';

const FEW = 1_000;
const MANY = 10_000;
const LOOK_EVERY_MS = 300;
/** Long enough for several looks, also where collecting the garbage of 10,000 items takes its time. */
const PAUSE_SECONDS = 8;
const KB = 1024;

/** By how much the memory in use rises while the node under test is at work. */
function rising(world: World, run: BenchWorkflow): Contestant<{ 'kB rise': number }> {
	return {
		name: run.name,
		run: async () => {
			await world.aws.reset();
			const { record, span } = await world.watch(run, { heapEveryMs: LOOK_EVERY_MS });
			return { 'kB rise': rise(record.heap, span) / KB };
		},
	};
}

/**
 * What the node holds for each item, from the difference between 10,000 and 1,000. Looked at with the
 * garbage collected, since nothing else is as little noise: the peak of a heap, or of the process, tells
 * when V8 last cleaned up. A node that returns equal items and waits with them shows what n8n needs.
 */
export async function memory(world: World) {
	const { phoneNumberId } = world;
	const items = (count: number) => manyItems(count, phoneNumberId, PAUSE_SECONDS);
	const send = sendText(phoneNumberId);
	const idle = floor('idle', { waitMs: PAUSE_SECONDS * 1000 });
	const few = workflow('node, 1,000 texts', ...items(FEW), send);
	const many = workflow('node, 10,000 texts', ...items(MANY), send);
	const fewIdle = workflow('a node without work, 1,000 items', ...items(FEW), idle);
	const manyIdle = workflow('a node without work, 10,000 items', ...items(MANY), idle);
	await world.importWorkflows([few, many, fewIdle, manyIdle]);
	return comparison(
		'memory for each text',
		{
			few: rising(world, few),
			many: rising(world, many),
			fewIdle: rising(world, fewIdle),
			manyIdle: rising(world, manyIdle),
		},
		[
			{
				text: 'memory per item in flight',
				of: (round) => {
					const ours = round.many['kB rise'] - round.few['kB rise'];
					const n8ns = round.manyIdle['kB rise'] - round.fewIdle['kB rise'];
					return (ours - n8ns) / (MANY - FEW);
				},
				unit: 'kB',
				atMost: 3,
				judged: 'median',
			},
		],
	);
}
