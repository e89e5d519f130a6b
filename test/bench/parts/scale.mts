import { comparison, type Contestant } from '../comparison.mts';
import { SameSends, sendText, sendTextByHttp } from '../sending.mts';
import { checkHolds, longestHold } from '../watch.mts';
import type { World } from '../world.mts';
import { floor, manyItems, workflow, type BenchWorkflow } from '../workflows.mts';

const FEW = 1_000;
const MANY = 10_000;

/** A contestant by time and by how long it holds n8n's event loop while its node is at work. */
function held(
	world: World,
	run: BenchWorkflow,
	same?: SameSends,
): Contestant<{ ms: number; 'ms held': number }> {
	return {
		name: run.name,
		run: async () => {
			await world.aws.reset();
			const result = await world.watch(run, { holds: true });
			same?.check(world.aws, run, result);
			checkHolds(result.record);
			return { ms: result.ms, 'ms held': longestHold(result.record, result.span) };
		},
	};
}

/**
 * Ten times as many items: they must not cost more each, nor hold n8n's event loop. What n8n holds it
 * for by itself is measured by a node that has no work at all, which is the strictest there is: it does
 * not even cause the garbage and the requests that any node that sends must. HTTP Request is shown beside
 * it, and excuses nothing.
 */
export async function scale(world: World) {
	const { phoneNumberId } = world;
	const send = sendText(phoneNumberId);
	const few = workflow('node, 1,000 texts', ...manyItems(FEW, phoneNumberId), send);
	const items = manyItems(MANY, phoneNumberId);
	const many = workflow('node, 10,000 texts', ...items, send);
	const http = workflow('HTTP Request, 10,000 texts', ...items, sendTextByHttp(phoneNumberId));
	const idle = workflow('a node without work, 10,000 items', ...items, floor('idle', {}));
	await world.importWorkflows([few, many, http, idle]);
	const all = new SameSends(MANY);
	return comparison(
		'10,000 texts against 1,000',
		{
			few: held(world, few, new SameSends(FEW)),
			many: { ...held(world, many, all), profile: async () => await world.profile(many) },
			idle: held(world, idle),
			http: held(world, http, all),
		},
		[
			{
				text: 'time per item, 10,000 texts / 1,000 texts',
				of: (round) => round.many.ms / MANY / (round.few.ms / FEW),
				unit: '',
				atMost: 1.05,
				judged: 'median',
			},
			{
				text: "longest hold of the event loop, 10,000 texts, above n8n's own",
				of: (round) => round.many['ms held'] - round.idle['ms held'],
				unit: 'ms',
				atMost: 50,
				judged: 'median',
			},
		],
	);
}
