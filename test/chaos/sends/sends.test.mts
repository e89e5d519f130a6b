import { startWorld, type World } from '../world.mts';
import { sendsSetups } from './sends.mts';

/*
 * A few seeds of what `npm run chaos -- sends` does with many. A failure names what was broken; the command
 * with the same profile, mode, seed and number of items shows it again.
 */

const ITEMS = 40;
/** Every mode meets everything; the other profiles take the modes that differ most. */
const MODES = ['stopWorkflow+retry+batches', 'continueRegularOutput+retry'];

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(async () => await world.stop());

describe(`${ITEMS} messages through a gateway where things go wrong`, () => {
	it.each(
		sendsSetups
			.filter(({ profile, mode }) => profile === 'everything' || MODES.includes(mode))
			.map((setup, i) => ({ ...setup, seed: i + 1 })),
	)('keep every promise: $profile, $mode, seed $seed', async ({ run, seed }) => {
		const { violations } = await run(world, seed, ITEMS);
		expect(violations).toEqual([]);
	});
});
