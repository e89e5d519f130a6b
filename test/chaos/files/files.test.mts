import { startWorld, type World } from '../world.mts';
import { filesSetups, type FilesMode } from './files.mts';

/*
 * A few seeds of what `npm run chaos -- files` does with many; the seed says what is done with the files. A
 * failure names what was broken; the command with the same profile, mode, seed and number of items shows it
 * again.
 */

const ITEMS = 6;
/** A run that does not end is ended after a minute. */
const PATIENCE_MS = 150_000;

const CASES: Array<[profile: string, mode: FilesMode, seed: number]> = [
	['everything', 'stopWorkflow', 1],
	['everything', 'stopWorkflow', 4],
	['everything', 'continueRegularOutput', 2],
	['everything', 'canceled', 3],
	['cuts', 'canceled', 4],
	['errors of S3', 'continueRegularOutput', 11],
	['stalls', 'stopWorkflow', 10],
	['stalls', 'continueRegularOutput', 7],
	['stalls', 'canceled', 5],
	['wrong content', 'stopWorkflow', 8],
	['wrong content', 'continueErrorOutput', 6],
	['listing denied', 'stopWorkflow', 9],
	['written, then lost', 'continueRegularOutput', 12],
	['written, then lost', 'canceled', 2],
	['never removed', 'continueErrorOutput', 13],
	['echoes', 'stopWorkflow', 14],
	['echoes', 'continueRegularOutput', 17],
];

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(async () => await world.stop());

describe(`${ITEMS} files through a gateway where things go wrong`, () => {
	it.each(CASES)(
		'keep every promise: %s, %s, seed %i',
		async (profile, mode, seed) => {
			const setup = filesSetups.find((each) => each.profile === profile && each.mode === mode);
			const { violations } = (await setup?.run(world, seed, ITEMS)) ?? {};
			expect(violations).toEqual([]);
		},
		PATIENCE_MS,
	);
});
