import { isFromAws, type AwsErrorResponse } from './answer';
import {
	CancelledError,
	CredentialError,
	InvalidResult,
	NetworkError,
	AwsServiceError,
	UnusableResponse,
} from './errors';
import { FieldError } from '../../form/fieldError';

/** What is known of the effect of a step, such as an upload, a send or a delete. */
export type Known = 'notDone' | 'done' | 'notKnown';

/**
 * Names under which AWS refuses with a status of 5xx and has certainly done nothing: it was too much.
 * Sources: the error references of S3 ("SlowDown") and of AWS's services in general.
 */
const THROTTLED =
	/^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimitExceeded|ProvisionedThroughputExceeded)/;

/** Whether the refusal says: not so many at once. Nothing was done then. */
export function isThrottled(refusal: AwsErrorResponse): boolean {
	return refusal.status === 429 || (isFromAws(refusal) && THROTTLED.test(refusal.name));
}

/** AWS's names for a request that it gave up on while it was at it. */
const GIVEN_UP =
	/^(RequestTimeout|HttpTimeout|RequestAborted|Internal|Dependency|ServiceUnavailable)/;

/**
 * What nobody answers who has passed the request on: a proxy that wants a login or fewer requests, and
 * what is wrong with the size or the head of the request. Source: RFC 9110 and RFC 6585. All else may
 * have been put in place of AWS's own answer.
 */
const NEVER_PASSED_ON = new Set([407, 411, 413, 414, 417, 429, 431, 511]);

function knownOfRefusal(refusal: AwsErrorResponse): Known {
	const { status, name } = refusal;
	if (isThrottled(refusal)) return 'notDone';
	if (!isFromAws(refusal)) return NEVER_PASSED_ON.has(status) ? 'notDone' : 'notKnown';
	return status >= 500 || status === 408 || GIVEN_UP.test(name) ? 'notKnown' : 'notDone';
}

/**
 * What is known of a step that failed, decided from what was seen of it. It is certain that nothing
 * was done where AWS itself refused, where the request cannot have left, and where it was not sent at
 * all; it is certain that it was done where the answer said so. All else is not known: the answer was
 * lost, could not be read, or was a 5xx, which a gateway may give for a request that AWS carried out.
 */
export function knownOf(failure: unknown): Known {
	if (failure instanceof AwsServiceError) return knownOfRefusal(failure.refusal);
	if (failure instanceof NetworkError) return failure.nothingSent ? 'notDone' : 'notKnown';
	if (failure instanceof CancelledError) return failure.hadLeft ? 'notKnown' : 'notDone';
	if (failure instanceof InvalidResult) return 'done';
	if (failure instanceof FieldError || failure instanceof CredentialError) return 'notDone';
	return 'notKnown';
}

/** Whether a failure says nothing about what was asked for, but only that it cannot be known now. */
export function isForNow(failure: unknown): boolean {
	if (failure instanceof NetworkError || failure instanceof UnusableResponse) return true;
	if (!(failure instanceof AwsServiceError)) return false;
	return isThrottled(failure.refusal) || knownOf(failure) === 'notKnown';
}
