/** What was signed, as the checker of a signature reconstructs it. */
export interface Calculated {
	canonicalRequest: string;
	stringToSign: string;
	/** The signature that came with the request. */
	provided: string;
}

export type RefusalReason =
	| 'unsigned'
	| 'malformed'
	| 'unhashed'
	| 'wrongService'
	| 'wrongRegion'
	| 'unknownKey'
	| 'badToken'
	| 'expiredToken'
	| 'clockSkew'
	| 'urlExpired'
	| 'headerNotSigned'
	| 'mismatch';

/** Why a request is refused. Each service has its own error name for a reason. */
export class SignatureRefusal extends Error {
	readonly reason: RefusalReason;
	/** What AWS sends back to a sender with a wrong signature, including all headers with their values. */
	readonly calculated: Calculated | undefined;

	constructor(reason: RefusalReason, message: string, calculated?: Calculated) {
		super(message);
		this.reason = reason;
		this.calculated = calculated;
	}
}
