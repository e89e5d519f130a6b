import { FieldError } from '../../form/fieldError';
import type { AwsErrorResponse } from './errorResponse';
import { isThrottled, knownOfResponse, type Known } from './known';

/** What can go wrong on the way to AWS and back. */
export abstract class AwsError extends Error {
	/** What is known of the effect of the step that ended so. */
	abstract readonly known: Known;
}

/** A thing that a request names, so that AWS may not find it. */
export interface Named {
	/** What it is, e.g. "media file". */
	noun: string;
	/** The member of the request that names it. */
	member: string;
	value: string;
	/** What distinguishes it from others of the same name: the language of a template. */
	version?: string;
	/** What the form calls the field of that member, if it has one. */
	label?: string;
}

/** AWS, or something in between, refused the request. */
export class AwsServiceError extends AwsError {
	readonly known: Known;

	/**
	 * @param action what was asked for, as IAM policies write it, e.g. "s3:PutObject"
	 * @param bucketName the S3 bucket that was asked
	 */
	constructor(
		readonly response: AwsErrorResponse,
		readonly action?: string,
		readonly named: Named[] = [],
		readonly bucketName?: string,
	) {
		super(response.name);
		this.known = knownOfResponse(response);
	}
}

/** Whether a code says that the other side's certificate is not trusted: it never will be. */
export function isTrustFailure(code: string): boolean {
	return /CERT|^UNABLE_TO_|^SELF_SIGNED/.test(code);
}

/** There was no answer. */
export class NetworkError extends AwsError {
	readonly known: Known;

	/**
	 * @param code the system's name for what happened, e.g. a DNS or TLS code
	 * @param nothingSent whether it is certain that the request never left
	 * @param isSignIn whether AWS was being asked for a session of the credential's role
	 */
	constructor(
		readonly host: string,
		readonly code: string,
		readonly nothingSent: boolean,
		readonly isTimeout = false,
		readonly isSignIn = false,
	) {
		super(code);
		this.known = nothingSent ? 'notDone' : 'notKnown';
	}
}

/** The status says that all went well, but what came is not the answer that the API promises. */
export class UnusableResponse extends AwsError {
	readonly known = 'notKnown';

	/** @param found what came instead, or what is missing, e.g. 'HTTP 200 without "messageId"' */
	constructor(readonly found: string) {
		super(found);
	}
}

/**
 * The credential, or the request itself, does not allow signing; the text says why and names the field.
 * n8n passes it on as the cause of an error of its own, where it is recognized by its name.
 */
export class CredentialError extends AwsError {
	static readonly NAME = 'AwsCredentialError';

	override readonly name = CredentialError.NAME;

	readonly known = 'notDone';
}

/**
 * AWS could not be asked to let the credential assume its role: there was no answer, or one that says
 * "later". The request that needed the session was not sent. Recognized like the class above.
 */
export class StsUnavailable extends AwsError {
	static readonly NAME = 'AwsStsUnavailable';

	override readonly name = StsUnavailable.NAME;

	readonly known = 'notDone';

	/** @param code the system's name for what happened, such as "ECONNREFUSED", or AWS's, such as "Throttling" */
	constructor(
		readonly host: string,
		readonly code: string,
	) {
		super(`AWS did not provide a session for the credential's role (${host}: ${code})`);
	}
}

/** The execution was canceled while this item waited or worked. */
export class CanceledError extends AwsError {
	readonly known: Known;

	/** @param hadLeft whether a request was under way, of which nobody knows now */
	constructor(hadLeft = false) {
		super('canceled');
		this.known = hadLeft ? 'notKnown' : 'notDone';
	}
}

/** A failure that says itself what happened and what to do now. */
export abstract class DescribedError extends AwsError {
	/** @param description what to do now */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}

/** A failure that says of the operation itself, and not of one of its requests, whether it was done. */
export abstract class Verdict extends DescribedError {}

/** The request was carried out, but the answer is one that the user wants to be a failure. */
export class InvalidResult extends Verdict {
	readonly known = 'done';
}

/** It may have been done earlier, by another execution, and is not done again. */
export class DoneEarlierOrNot extends Verdict {
	readonly known = 'notKnown';
}

/** A file that is not what it was said to be: neither AWS's fault nor that of the connection. */
export class FileError extends DescribedError {
	readonly known = 'notKnown';
}

/** What is known of the effect of a step, from how it failed: nothing was sent where a field is wrong. */
export function knownOf(failure: unknown): Known {
	if (failure instanceof AwsError) return failure.known;
	return failure instanceof FieldError ? 'notDone' : 'notKnown';
}

/** Whether a failure says nothing about what was asked for, but only that it cannot be known now. */
export function isTransient(failure: unknown): boolean {
	if (failure instanceof NetworkError || failure instanceof UnusableResponse) return true;
	if (!(failure instanceof AwsServiceError)) return false;
	return isThrottled(failure.response) || failure.known === 'notKnown';
}

/**
 * Does the work and, if it fails, handles that before the failure goes on to the caller. A canceled
 * execution is to end at once: there it is handled meanwhile.
 *
 * @param handle must not fail: the failure that led there is the one to show
 */
export async function onFailure<T>(
	work: () => Promise<T>,
	handle: (failure: unknown) => Promise<void> | void,
): Promise<T> {
	return await work().catch(async (failure: unknown) => {
		const handling = handle(failure);
		if (!(failure instanceof CanceledError)) await handling;
		throw failure;
	});
}
