/** `npm run chaos -- sends|files`: the node in n8n's engine behind a gateway that lets things go wrong. */
import { filesSetups } from './files/files.mts';
import { optionsOf } from './options.mts';
import { lineOf, summaryOf, type Breach, type Figures } from './report.mts';
import { sendsSetups } from './sends/sends.mts';
import type { Setup } from './workload.mts';
import { startWorld, type World } from './world.mts';

const options = optionsOf(process.argv.slice(2));
const setups = { sends: sendsSetups, files: filesSetups }[options.workload].filter(
	({ profile, mode }) =>
		profile.includes(options.profile) && (options.mode === '' || mode === options.mode),
);
if (setups.length === 0) throw new Error('There is no such profile or mode');

/** All seeds of a setup. */
async function runAll(world: World, { profile, mode, items, run }: Setup) {
	const runs: Figures[] = [];
	const breaches: Breach[] = [];
	const count = options.items ?? items;
	for (const seed of options.seeds) {
		const figures = await run(world, seed, count);
		runs.push(figures);
		const command = `npm run chaos -- ${options.workload} --seed ${seed} --items ${count} --profile "${profile}" --mode ${mode}`;
		breaches.push(...figures.violations.map((violation) => ({ ...violation, command })));
	}
	console.log(lineOf(`${profile} · ${mode}`, runs, breaches));
	return { runs: runs.length, breaches };
}

const world = await startWorld();
try {
	let runs = 0;
	const breaches: Breach[] = [];
	for (const setup of setups) {
		const outcome = await runAll(world, setup);
		runs += outcome.runs;
		breaches.push(...outcome.breaches);
	}
	console.log(`\n${summaryOf(runs, breaches)}`);
	if (breaches.length > 0) process.exitCode = 1;
} finally {
	await world.stop();
}
