import { isFromAws } from '../errors/errorResponse';
import { cancelSignal, type Caller } from './sendSigned';
import { isTrustFailure, NetworkError, AwsServiceError, UnusableResponse } from '../errors/errors';
import { isThrottled } from '../errors/known';
import type { Pace } from './pace';
import { pause } from './pause';
import type { Effect, Step } from './step';

/** How often a step is tried; throttled tries do not count while others get through. */
const TRIES = 6;
/** But they end too: what throttles a single phone number lets others through forever. */
const THROTTLED_TRIES = 40;
/** A limit that has passed twice will pass again, and each time takes long. */
const TIMED_OUT_TRIES = 2;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 20_000;
/** AWS asking for a longer pause than this is told to the user instead of being waited for. */
const LONGEST_RETRY_AFTER_S = 60;

/** What AWS will answer in the same way again: it does not know the method or the version. */
const FOR_GOOD = new Set([501, 505, 511]);

/** Why the handshake failed will not have changed in a moment. */
function isWrongProtocol({ code }: NetworkError): boolean {
	return isTrustFailure(code) || /^(EPROTO$|ERR_SSL_)/.test(code);
}

/** Whether the same request may be sent again after this failure. */
export function mayRetry(failure: unknown, effect: Effect): boolean {
	if (failure instanceof NetworkError && failure.nothingSent) return !isWrongProtocol(failure);
	if (failure instanceof NetworkError || failure instanceof UnusableResponse)
		return effect !== 'once';
	if (!(failure instanceof AwsServiceError)) return false;
	const { status, retryAfterSeconds = 0 } = failure.response;
	if (retryAfterSeconds > LONGEST_RETRY_AFTER_S) return false;
	if (isThrottled(failure.response)) return true;
	if (effect === 'once' || FOR_GOOD.has(status)) return false;
	const isOver = status >= 500 || status === 408;
	return isOver || (isFromAws(failure.response) && failure.known === 'notKnown');
}

function askedMs(failure: unknown): number {
	return failure instanceof AwsServiceError ? (failure.response.retryAfterSeconds ?? 0) * 1000 : 0;
}

/**
 * Milliseconds to wait before attempt `attempt + 1`: exponential with full jitter (AWS Architecture
 * Blog, "Exponential Backoff And Jitter"), and never less than AWS asks for.
 */
export function delayBefore(attempt: number, failure: unknown, random = Math.random): number {
	const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
	return askedMs(failure) + Math.round(random() * ceiling);
}

/** An assumed role's session may end early, or while a request is on its way. */
function isExpired(failure: unknown): boolean {
	return (
		failure instanceof AwsServiceError &&
		['ExpiredToken', 'ExpiredTokenException'].includes(failure.response.name)
	);
}

const isThrottling = (failure: unknown): boolean =>
	failure instanceof AwsServiceError && isThrottled(failure.response);

/** What a step may still take. One step has one budget, however many requests it is made of. */
class Budget {
	/** Which try it was, for the pause before the next. */
	tries = 0;

	private timedOut = 0;

	/** Since others got through, and in all. */
	private throttled = 0;

	private throttledInAll = 0;

	private progress: number;

	constructor(
		private readonly pace: Pace,
		private readonly most: number,
	) {
		this.progress = pace.progress;
	}

	/** Whether there may be another try after this failure. */
	allows(failure: unknown): boolean {
		if (isThrottling(failure)) return this.allowsThrottled();
		this.tries++;
		if (failure instanceof NetworkError && failure.isTimeout) this.timedOut++;
		return this.tries < this.most && this.timedOut < TIMED_OUT_TRIES;
	}

	private allowsThrottled(): boolean {
		if (this.pace.progress > this.progress) this.throttled = 0;
		this.progress = this.pace.progress;
		this.throttled++;
		this.throttledInAll++;
		if (this.throttledInAll >= THROTTLED_TRIES) return false;
		return this.throttled < this.most && !this.pace.isStuck;
	}
}

/** Tells the pace how a request failed. */
function tell(pace: Pace, failure: unknown, leftAt: number): void {
	if (!(failure instanceof AwsServiceError)) return;
	const askedSeconds = Math.min(failure.response.retryAfterSeconds ?? 0, LONGEST_RETRY_AFTER_S);
	if (isThrottled(failure.response)) pace.throttle(leftAt, askedSeconds * 1000);
	else pace.pass();
}

/**
 * Does a step: tries until it succeeds, may not be tried again, or has been tried often enough. What is
 * known of its effect is written down in it all the while.
 *
 * @param pace at which requests leave that share a quota with this one
 * @param attempt one try; it must not repeat anything by itself. It gets the time in ms before which
 * the session that signs it must not have begun, where AWS has said that an earlier one has expired
 * @param over ends when no further step is to begin, or when the execution is canceled
 */
export async function repeat<T>(
	caller: Caller,
	step: Step,
	pace: Pace,
	attempt: (sessionSince?: number) => Promise<T>,
	tries = TRIES,
	over?: AbortSignal,
): Promise<T> {
	const signal = cancelSignal(caller);
	const budget = new Budget(pace, tries);
	let sessionSince: number | undefined;
	for (;;) {
		// What has not begun need not wait for its turn any more when all is over.
		await pace.turn(step.known === 'notDone' ? (over ?? signal) : signal);
		const leftAt = Date.now();
		const outcome = await step
			.attempt(async () => await attempt(sessionSince))
			.then(
				(result) => ({ result }),
				(failure: unknown) => ({ failure }),
			);
		if ('result' in outcome) {
			pace.pass();
			return outcome.result;
		}
		const { failure } = outcome;
		tell(pace, failure, leftAt);
		if (isExpired(failure) && sessionSince === undefined) {
			sessionSince = leftAt;
			continue;
		}
		if (!mayRetry(failure, step.effect) || !budget.allows(failure)) throw failure;
		// A throttled request waits with all others, in the pace.
		if (!isThrottling(failure)) await pause(delayBefore(budget.tries, failure), signal);
	}
}
