/**
 * The credential, or the request itself, does not allow signing. Recognized by its name, since the
 * credential and the node are separate bundles with a copy of this class each.
 */
export class SigningError extends Error {
	static readonly NAME = 'AwsSigningError';

	override readonly name = SigningError.NAME;
}

/**
 * AWS could not be asked to let the credential assume its role: there was no answer, or one that
 * says "later". The request that needed the session was not sent. Recognized by its name, like the
 * class above.
 */
export class StsUnavailable extends Error {
	static readonly NAME = 'AwsStsUnavailable';

	override readonly name = StsUnavailable.NAME;

	/** @param code the system's name for what happened, such as "ECONNREFUSED", or AWS's, such as "Throttling" */
	constructor(
		readonly host: string,
		readonly code: string,
	) {
		super(`AWS did not provide a session for the credential's role (${host}: ${code})`);
	}
}
