import { createHash } from 'node:crypto';
import { seededRandom } from '../../../local-aws/index.mts';
import type { Passage } from './passage.mts';

/** An answer that AWS never gave. */
export interface MadeAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** What happens to a request, and to its answer. */
export interface Fate {
	/** As figures and failures name it. */
	name: string;
	delayMs?: number;
	/** Whether AWS gets it; `spoilt` with a signature that is not right. */
	forward: boolean | 'spoilt';
	/** AWS's answer as it is, in part, or not at all; or another one in its place. */
	answer:
		| 'whole'
		| 'cut'
		| 'stall'
		| 'cutInBody'
		| 'stallInBody'
		| 'shortBody'
		| ((passage: Passage) => MadeAnswer);
}

/** One thing that may happen, and to which requests. */
export interface Chance {
	weight: number;
	fate: Fate;
	/** Default: to all. */
	suits?: (passage: Passage) => boolean;
}

export interface Profile {
	name: string;
	/** How many of the requests something happens to, between 0 and 1. */
	share: number;
	chances: Chance[];
	/** Requests to the social endpoint that pass within one second; more are throttled. */
	quotaPerSecond?: (seed: number) => number;
	/** From which time on a request passes, however unlucky it has been. Default: never. */
	wearsOff?: number;
	/** Whether a request that fails goes on failing, however often it is repeated. */
	isLasting?: true;
	/** What happens to certain requests in any case. */
	always?: Chance[];
}

export const PASS: Fate = { name: 'passed', forward: true, answer: 'whole' };

/** Fates that are equally probable, and all of them together weigh as much. */
export const together = (weight: number, fates: Fate[]): Chance[] =>
	fates.map((fate) => ({ weight: weight / fates.length, fate }));

/** A random sequence of its own for everything that has a name. */
export function randomFor(...names: Array<string | number>): () => number {
	return seededRandom(createHash('sha256').update(names.join('\n')).digest().readInt32LE());
}

/**
 * What happens to a request. It depends on the seed, on whom the request is about, and on how many
 * times that came through before, never on the order in which requests arrive.
 */
export function fateOf(profile: Profile, seed: number, passage: Passage, before: number): Fate {
	const suiting = (chances: Chance[]) => chances.filter(({ suits }) => suits?.(passage) ?? true);
	const random = randomFor(seed, passage.subject, profile.isLasting ? 0 : before);
	const [certain] = suiting(profile.always ?? []);
	if (certain) return certain.fate;
	if (before >= (profile.wearsOff ?? Infinity) || random() >= profile.share) return PASS;
	return pick(suiting(profile.chances), random());
}

function pick(chances: Chance[], at: number): Fate {
	let left = at * chances.reduce((sum, { weight }) => sum + weight, 0);
	for (const { weight, fate } of chances) {
		left -= weight;
		if (left < 0) return fate;
	}
	return PASS;
}
