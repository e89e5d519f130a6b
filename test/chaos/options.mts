import { Arguments } from './arguments.mts';

/** What the command is asked to do. */
export interface ChaosOptions {
	workload: 'sends' | 'files';
	seeds: number[];
	items: number | undefined;
	/** Parts of the names of the profiles and modes to run; by default all. */
	profile: string;
	mode: string;
}

const DEFAULT_SEEDS = 50;
export const USAGE = `Usage: npm run chaos -- sends|files [--seeds 50 | --seed 17] [--items 200] [--profile stalls] [--mode stopWorkflow+retry]
       npm run chaos -- once [--rounds 20] [--items 300] [--seed 1]
       npm run chaos -- events [--seeds 1 | --seed 17] [--seconds 600] [--rate 20] [--database sqlite|postgres] [--publication on|off] [--proxy plain|ready] [--pace 1] [--limit 25]`;

/** Reads the command's arguments; throws what to write instead. */
export function optionsOf([workload, ...rest]: string[]): ChaosOptions {
	if (workload !== 'sends' && workload !== 'files') throw new Error(USAGE);
	const given = new Arguments(rest, USAGE);
	const options: ChaosOptions = {
		workload,
		seeds: given.seeds(DEFAULT_SEEDS),
		items: given.number('items'),
		profile: given.text('profile') ?? '',
		mode: given.text('mode') ?? '',
	};
	given.end();
	return options;
}
