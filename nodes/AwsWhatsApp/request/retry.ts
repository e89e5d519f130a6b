import { sleep } from 'n8n-workflow';
import type { Caller } from './exchange';
import { Cancelled, isTrustFailure, NoAnswer, RefusedByAws } from './failures';

/**
 * What a repeated request would do. `read`: nothing. `idempotent`: the same again. `once`: a second
 * message, a second upload; such a request is repeated only if the first certainly did nothing.
 */
export type Effect = 'read' | 'idempotent' | 'once';

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 20_000;
/** AWS asking for a longer pause than this is told to the user instead of being waited for. */
const LONGEST_RETRY_AFTER_S = 60;

const TEMPORARY_STATUS = new Set([500, 502, 503]);

/** Whether the same request may be sent again after this failure. */
export function mayRetry(failure: unknown, effect: Effect): boolean {
	if (failure instanceof NoAnswer) {
		if (failure.nothingSent) return !isTrustFailure(failure.code);
		return effect !== 'once';
	}
	if (!(failure instanceof RefusedByAws)) return false;
	const { status, name, retryAfterSeconds = 0 } = failure.refusal;
	if (retryAfterSeconds > LONGEST_RETRY_AFTER_S) return false;
	if (status === 429) return true;
	if (effect === 'once') return false;
	return TEMPORARY_STATUS.has(status) || name === 'ThrottlingException';
}

/**
 * Milliseconds to wait before attempt `attempt + 1`: exponential with full jitter (AWS Architecture
 * Blog, "Exponential Backoff And Jitter"), and never less than AWS asks for.
 */
export function delayBefore(attempt: number, failure: unknown, random = Math.random): number {
	const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
	const asked =
		failure instanceof RefusedByAws ? (failure.refusal.retryAfterSeconds ?? 0) * 1000 : 0;
	return asked + Math.round(random() * ceiling);
}

function cancelSignal(caller: Caller): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
}

/** An assumed role's session may end early, or while a request is on its way. */
function isExpired(failure: unknown): boolean {
	return (
		failure instanceof RefusedByAws &&
		['ExpiredToken', 'ExpiredTokenException'].includes(failure.refusal.name)
	);
}

/**
 * Runs an attempt until it succeeds, may not be repeated, or has been repeated often enough.
 *
 * @param attempt gets the time in ms before which the session that signs it must not have begun,
 * where AWS has said that an earlier one has expired
 */
export async function withRetry<T>(
	caller: Caller,
	effect: Effect,
	attempt: (sessionSince?: number) => Promise<T>,
): Promise<T> {
	const signal = cancelSignal(caller);
	let sessionSince: number | undefined;
	for (let attempts = 1; ; attempts++) {
		const started = Date.now();
		try {
			return await attempt(sessionSince);
		} catch (failure) {
			if (isExpired(failure) && sessionSince === undefined) {
				sessionSince = started;
				continue;
			}
			if (attempts === ATTEMPTS || !mayRetry(failure, effect)) {
				throw failure instanceof NoAnswer ? failure.during(effect) : failure;
			}
			await pause(delayBefore(attempts, failure), signal);
		}
	}
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	// n8n-workflow's `sleep` ends early on a signal only in newer versions, so the signal is watched here.
	await new Promise<void>((resolve, reject) => {
		const cancel = () => reject(new Cancelled());
		if (signal?.aborted) return cancel();
		signal?.addEventListener('abort', cancel, { once: true });
		void sleep(ms).then(() => {
			signal?.removeEventListener('abort', cancel);
			resolve();
		});
	});
}
