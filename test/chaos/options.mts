/** What the command is asked to do. */
export interface ChaosOptions {
	workload: 'sends' | 'files';
	seeds: number[];
	items: number | undefined;
	/** Parts of the names of the profiles and modes to run; all where there is none. */
	profile: string;
	mode: string;
}

const DEFAULT_SEEDS = 50;
const USAGE =
	'Usage: npm run chaos -- sends|files [--seeds 50 | --seed 17] [--items 200] [--profile stalls] [--mode stopWorkflow+retry]';

/** Reads the command's arguments; throws what to write instead. */
export function optionsOf([workload, ...rest]: string[]): ChaosOptions {
	if (workload !== 'sends' && workload !== 'files') throw new Error(USAGE);
	const given = new Map<string, string>();
	for (let i = 0; i < rest.length; i += 2) given.set(rest[i] ?? '', rest[i + 1] ?? '');
	const take = (name: string) => {
		const value = given.get(`--${name}`);
		given.delete(`--${name}`);
		return value;
	};
	const number = (name: string) => {
		const value = take(name);
		if (value === undefined) return undefined;
		if (!/^\d+$/.test(value)) throw new Error(USAGE);
		return Number(value);
	};
	const seed = number('seed');
	const count = number('seeds') ?? DEFAULT_SEEDS;
	const options: ChaosOptions = {
		workload,
		seeds: seed === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [seed],
		items: number('items'),
		profile: take('profile') ?? '',
		mode: take('mode') ?? '',
	};
	if (given.size > 0) throw new Error(USAGE);
	return options;
}
