import type { Claim } from './claims.mts';
import { digits, figure, range } from './figures.mts';
import type { Profiled } from './profile.mts';

/** What one run has measured, by its unit in words: `{ ms: 812 }`. */
export type Measured = Readonly<Record<string, number>>;

/** One side of a comparison. */
export interface Contestant<M extends Measured = Measured> {
	name: string;
	run(): Promise<M>;
	/** Of what is ours: where its time goes in a further run. */
	profile?(): Promise<Profiled>;
}

type Contestants = Readonly<Record<string, Contestant>>;

/** What all contestants have measured in one round. */
export type Round<C extends Contestants> = {
	[K in keyof C]: Awaited<ReturnType<C[K]['run']>>;
};

export interface Bound<C extends Contestants> extends Omit<Claim, 'values' | 'failure'> {
	/** The value of a round. */
	of(round: Round<C>): number;
}

export interface Comparison {
	title: string;
	contestants: Contestant[];
	/** @param say where to write what was measured */
	measure(rounds: number, say: (line: string) => void): Promise<Claim[]>;
}

/** Each way in turn, so that what changes with time favors nobody: a b, b a, a b … */
export function order<T>(names: readonly T[], round: number): T[] {
	return round % 2 === 0 ? [...names] : [...names].reverse();
}

/**
 * A comparison of several that do the same. All run in every round, right after each other, so that
 * the state of the machine affects them alike, and a claim is about what they measured in the same round.
 */
export function comparison<C extends Contestants>(
	title: string,
	contestants: C,
	bounds: ReadonlyArray<Bound<C>>,
): Comparison {
	const names = Object.keys(contestants) as Array<keyof C & string>;

	const runRound = async (round: number): Promise<Round<C>> => {
		const measured: Partial<Record<keyof C, Measured>> = {};
		for (const name of order(names, round)) measured[name] = await contestants[name]?.run();
		return measured as Round<C>;
	};

	return {
		title,
		contestants: Object.values(contestants),
		measure: async (rounds, say) => {
			say(`\n${title}`);
			const done: Array<Round<C>> = [];
			for (let round = 0; round < rounds; round++) {
				const started = performance.now();
				done.push(await runRound(round));
				const seconds = (performance.now() - started) / 1000;
				say(`  round ${round + 1} of ${rounds}: ${seconds.toFixed(0)} s`);
			}
			for (const name of names) {
				for (const unit of Object.keys(done[0]?.[name] ?? {})) {
					const taken = figure(done.map((each) => each[name][unit] ?? Number.NaN));
					say(
						`  ${(contestants[name]?.name ?? '').padEnd(44)} ${digits(taken.median).padStart(9)} ${unit}   (${range(taken)})`,
					);
				}
			}
			return bounds.map(({ of, ...bound }) => ({ ...bound, values: done.map(of) }));
		},
	};
}
