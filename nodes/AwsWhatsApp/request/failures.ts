import type { AwsRefusal } from '../../../aws/answer';
import type { Effect } from './retry';

/** AWS answered, and refused. */
export class RefusedByAws extends Error {
	constructor(readonly refusal: AwsRefusal) {
		super(refusal.name);
	}
}

/** Whether a code says that the other side's certificate is not trusted: it never will be. */
export function isTrustFailure(code: string): boolean {
	return /CERT|^UNABLE_TO_|^SELF_SIGNED/.test(code);
}

/** There was no answer. */
export class NoAnswer extends Error {
	/**
	 * @param host the host that was called
	 * @param code the system's name for what happened, e.g. a DNS or TLS code
	 * @param nothingSent whether it is certain that the request never left
	 * @param effect what repeating the request would have done, once it was given up
	 */
	constructor(
		readonly host: string,
		readonly code: string,
		readonly nothingSent: boolean,
		readonly effect?: Effect,
	) {
		super(code);
	}

	/** The same, for a request of that effect. */
	during(effect: Effect): NoAnswer {
		return new NoAnswer(this.host, this.code, this.nothingSent, effect);
	}
}

/** The credential does not allow signing; the text says why and names the field. */
export class CredentialRefused extends Error {}

/** The execution was cancelled while this item waited or worked. */
export class Cancelled extends Error {}

/** The request was carried out, but the answer is one that the user wants to be a failure. */
export class DoneButInvalid extends Error {
	/**
	 * @param message what was done and what is wrong
	 * @param description what to do now
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}
