/**
 * `npm run chaos -- sends|files`: the node in n8n's engine behind a gateway that makes things go wrong.
 * `npm run chaos -- events`: the trigger in real n8n.
 * `npm run chaos -- once`: messages with keys in n8n's queue mode, whose workers are killed.
 */
import { eventsCommand } from './events/events.mts';
import { eventsOptionsOf } from './events/options.mts';
import { filesSetups } from './files/files.mts';
import { onceCommand, onceOptionsOf } from './once/once.mts';
import { optionsOf, type ChaosOptions } from './options.mts';
import { lineOf, summaryOf, type Breach, type Figures } from './report.mts';
import { sendsSetups } from './sends/sends.mts';
import type { Setup } from './workload.mts';
import { startWorld, type World } from './world.mts';

const SETUPS = { sends: sendsSetups, files: filesSetups };

function setupsFor({ workload, profile, mode }: ChaosOptions): Setup[] {
	const setups = SETUPS[workload].filter(
		(setup) => setup.profile.includes(profile) && (mode === '' || setup.mode === mode),
	);
	const all = (names: string[]) => [...new Set(names)].join(', ');
	if (setups.length === 0) {
		throw new Error(
			`Profiles: ${all(SETUPS[workload].map((setup) => setup.profile))}\nModes: ${all(SETUPS[workload].map((setup) => setup.mode))}`,
		);
	}
	return setups;
}

/**
 * The seeds for a profile: all if it was asked for. Otherwise each seed is for one profile, in every mode,
 * so that there are as many runs of a mode as seeds.
 */
function seedsFor({ seeds, profile, workload }: ChaosOptions, setup: Setup): number[] {
	if (profile !== '') return seeds;
	const profiles = [...new Set(SETUPS[workload].map((each) => each.profile))];
	return seeds.filter((seed) => profiles[seed % profiles.length] === setup.profile);
}

/** All seeds of a setup. */
async function runAll(world: World, options: ChaosOptions, setup: Setup) {
	const { profile, mode, run } = setup;
	const items = options.items ?? setup.items;
	const runs: Figures[] = [];
	const breaches: Breach[] = [];
	for (const seed of seedsFor(options, setup)) {
		const figures = await run(world, seed, items);
		runs.push(figures);
		const command = `npm run chaos -- ${options.workload} --seed ${seed} --items ${items} --profile "${profile}" --mode ${mode}`;
		breaches.push(...figures.violations.map((violation) => ({ ...violation, command })));
	}
	if (runs.length > 0) console.log(lineOf(`${profile} · ${mode}`, runs, breaches));
	return { runs: runs.length, breaches };
}

async function main(options: ChaosOptions, setups: Setup[]): Promise<number> {
	const world = await startWorld();
	try {
		let runs = 0;
		const breaches: Breach[] = [];
		for (const setup of setups) {
			const outcome = await runAll(world, options, setup);
			runs += outcome.runs;
			breaches.push(...outcome.breaches);
		}
		console.log(`\n${summaryOf(runs, breaches)}`);
		return breaches.length === 0 ? 0 : 1;
	} finally {
		await world.stop();
	}
}

/** What to do, or undefined where the arguments cannot be read, which has been said then. */
function asked([workload, ...rest]: string[]): (() => Promise<number>) | undefined {
	try {
		if (workload === 'events') {
			const options = eventsOptionsOf(rest);
			return async () => await eventsCommand(options);
		}
		if (workload === 'once') {
			const options = onceOptionsOf(rest);
			return async () => await onceCommand(options);
		}
		const options = optionsOf([workload ?? '', ...rest]);
		const setups = setupsFor(options);
		return async () => await main(options, setups);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return undefined;
	}
}

// An end by a signal is still an end: what was started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const run = asked(process.argv.slice(2));
process.exitCode = run ? await run() : 1;
