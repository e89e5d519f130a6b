import { isFromAws, type AwsErrorResponse } from './errorResponse';

/** What is known of the effect of a step, such as an upload, a send or a delete. */
export type Known = 'notDone' | 'done' | 'notKnown';

/**
 * Names under which AWS refuses with a status of 5xx and has certainly done nothing: it was too much.
 * Sources: the error references of S3 ("SlowDown") and of AWS's services in general.
 */
const THROTTLED =
	/^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimitExceeded|ProvisionedThroughputExceeded)/;

/** Whether the response says: not so many at once. Nothing was done then. */
export function isThrottled(response: AwsErrorResponse): boolean {
	return response.status === 429 || (isFromAws(response) && THROTTLED.test(response.name));
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

/**
 * What an answer that refuses says of the effect: nothing was done where AWS itself refused; a 5xx a
 * gateway may give for a request that AWS carried out.
 */
export function knownOfResponse(response: AwsErrorResponse): Known {
	const { status, name } = response;
	if (isThrottled(response)) return 'notDone';
	if (!isFromAws(response)) return NEVER_PASSED_ON.has(status) ? 'notDone' : 'notKnown';
	return status >= 500 || status === 408 || GIVEN_UP.test(name) ? 'notKnown' : 'notDone';
}
