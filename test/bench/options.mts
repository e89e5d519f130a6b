import { ENOUGH_ROUNDS } from './claims.mts';

/** Something that the caller can correct: shown without a stack trace. */
export class UsageError extends Error {}

export interface BenchOptions<P extends string> {
	/** In the order of the bench, each once. */
	parts: P[];
	rounds: number;
	profile: boolean;
}

const usage = (known: readonly string[]) =>
	`Usage: npm run bench -- [${known.join('|')} …] [--rounds ${ENOUGH_ROUNDS}] [--profile]`;

function roundsOf(value: string | undefined, known: readonly string[]): number {
	const rounds = /^\d{1,3}$/.test(value ?? '') ? Number(value) : 0;
	if (rounds > 0) return rounds;
	const given = value === undefined ? 'nothing' : `"${value}"`;
	throw new UsageError(`--rounds takes a number from 1 to 999, not ${given}. ${usage(known)}`);
}

/** @throws UsageError, one line that says what was wrong and how to ask */
export function benchOptions<P extends string>(
	args: readonly string[],
	known: readonly P[],
): BenchOptions<P> {
	const wanted: string[] = [];
	const options = { rounds: ENOUGH_ROUNDS, profile: false };
	for (let i = 0; i < args.length; i++) {
		const arg = args[i] ?? '';
		if (arg === '--profile') options.profile = true;
		else if (arg === '--rounds') options.rounds = roundsOf(args[++i], known);
		else if (arg.startsWith('-')) throw new UsageError(`No such option: ${arg}. ${usage(known)}`);
		else wanted.push(arg);
	}
	const unknown = wanted.filter((name) => !known.some((part) => part === name));
	if (unknown.length > 0) {
		throw new UsageError(`No such part: ${unknown.join(', ')}. ${usage(known)}`);
	}
	const isWanted = (part: P) => wanted.length === 0 || wanted.includes(part);
	return { ...options, parts: known.filter(isWanted) };
}
