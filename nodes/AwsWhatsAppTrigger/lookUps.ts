import { timeLimits, Wait } from '../../aws/transport/timeLimits';
import { HttpError } from './httpError';

/** SNS waits fifteen seconds for an answer: a look-up has to end before that. */
const LONGEST_MS = 10_000;
export const MINUTE_MS = 60_000;

/** For how long an answer and a failure are remembered, in ms since the look-up began. */
export interface Memory {
	answerMs: number;
	failureMs: number;
}

/** By default one look-up a minute, whatever its result. */
const A_MINUTE: Memory = { answerMs: MINUTE_MS, failureMs: MINUTE_MS };

/**
 * Whether a time, in ms since 1970, is less than `ms` away. It may lie ahead: a post that came earlier may ask
 * later. A clock that was put back by more than that ends it.
 */
export function isWithin(began: number, ms: number, now: number): boolean {
	return Math.abs(now - began) < ms;
}

interface LookUp<T> {
	answer: Promise<T>;
	began: number;
	rememberedMs: number;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
	const wait = new Wait(timeLimits(LONGEST_MS), undefined);
	const overdue = new Promise<never>((_resolve, reject) => {
		wait.signal.addEventListener(
			'abort',
			() => reject(new HttpError(503, `There was no response within ${LONGEST_MS / 1000} seconds`)),
			{ once: true },
		);
	});
	try {
		return await Promise.race([work, overdue]);
	} finally {
		wait.done();
	}
}

/**
 * What strangers can make n8n ask others for, by name: all who need the same share one look-up, and
 * what came of it, a failure too, is remembered. Who starts look-ups has to bound their names.
 */
export class LookUps<T> {
	private readonly all = new Map<string, LookUp<T>>();

	/** What is being looked up or is remembered; undefined where neither is so. */
	find(name: string, now: number): Promise<T> | undefined {
		const found = this.all.get(name);
		return found && isWithin(found.began, found.rememberedMs, now) ? found.answer : undefined;
	}

	/**
	 * Looks it up, whatever is remembered.
	 *
	 * @throws what the look-up throws, and HttpError 503 where it takes more than ten seconds
	 */
	async start(name: string, now: number, work: () => Promise<T>, memory = A_MINUTE): Promise<T> {
		this.forgetOld(now);
		const answer = inTime(work());
		const lookUp = { answer, began: now, rememberedMs: memory.answerMs };
		this.all.set(name, lookUp);
		answer.catch(() => (lookUp.rememberedMs = memory.failureMs));
		return await answer;
	}

	/** Remembers for a minute what is known without a look-up. */
	remember(name: string, value: T, now: number): void {
		const answer = Promise.resolve(value);
		this.all.set(name, { answer, began: now, rememberedMs: MINUTE_MS });
	}

	private forgetOld(now: number): void {
		for (const [name, { began, rememberedMs }] of this.all) {
			if (!isWithin(began, rememberedMs, now)) this.all.delete(name);
		}
	}
}
