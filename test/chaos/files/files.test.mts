import { startWorld, type World } from '../world.mts';
import { filesSetups } from './files.mts';

/*
 * A few seeds of what `npm run chaos -- files` does with many. A failure names what was broken; the command
 * with the same profile, mode, seed and number of items shows it again.
 */

const ITEMS = 6;
const MODES = ['stopWorkflow', 'continueRegularOutput', 'canceled'];
/** A run that does not end is helped to after a minute. */
const PATIENCE_MS = 150_000;

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(async () => await world.stop());

describe(`${ITEMS} files through a gateway that lets things go wrong`, () => {
	it.each(
		filesSetups
			.filter(({ mode }) => MODES.includes(mode))
			.filter(({ profile }, i) => profile === 'everything' || i % 2 === 0)
			.map((setup, i) => ({ ...setup, seed: i + 1 })),
	)(
		'keep every promise: $profile, $mode, seed $seed',
		async ({ run, seed }) => {
			const { violations } = await run(world, seed, ITEMS);
			expect(violations).toEqual([]);
		},
		PATIENCE_MS,
	);
});
