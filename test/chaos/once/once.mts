/** `npm run chaos -- once`: messages with keys, sent by workers that are killed, until all of them are sent. */
import { Arguments } from '../arguments.mts';
import { USAGE } from '../options.mts';
import { oncePerRule } from '../violation.mts';
import { figuresOf, judge } from './judge.mts';
import { Plant } from './plant.mts';
import { roundsOf, runRound } from './rounds.mts';

export interface OnceOptions {
	rounds: number;
	items: number;
	seed: number;
}

/** Reads what comes after `npm run chaos -- once`; throws what to write instead. */
export function onceOptionsOf(args: string[]): OnceOptions {
	const given = new Arguments(args, USAGE);
	const options = {
		rounds: given.number('rounds') ?? 20,
		items: given.number('items') ?? 300,
		seed: given.number('seed') ?? 1,
	};
	given.end();
	return options;
}

/** Runs every round, prints the result, and resolves with the exit code. */
export async function onceCommand({ rounds: count, items, seed }: OnceOptions): Promise<number> {
	const rounds = roundsOf(count, items);
	const plant = await Plant.open(rounds);
	let violations = 0;
	try {
		for (const round of rounds) {
			const started = performance.now();
			const evidence = await runRound(plant, round, seed);
			const found = oncePerRule(judge(evidence), () => '');
			const seconds = ((performance.now() - started) / 1000).toFixed(0);
			console.log(`${round.id}, ${round.decision}: ${figuresOf(evidence)}, ${seconds} s`);
			for (const { rule, text } of found) console.log(`  ✗ ${rule}: ${text}`);
			violations += found.length;
		}
	} finally {
		await plant.close();
	}
	console.log(`\n${count} rounds, ${violations} violations`);
	return violations === 0 ? 0 : 1;
}
