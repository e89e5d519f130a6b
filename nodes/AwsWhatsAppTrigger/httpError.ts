/** Why something that was posted to the webhook starts nothing, and how that is answered. */
export class HttpError extends Error {
	/**
	 * @param status 401 or 403 for good, so that SNS does not repeat it; 413 for too large; 503 for "not
	 * now", which SNS repeats
	 */
	constructor(
		readonly status: 401 | 403 | 413 | 503,
		message: string,
	) {
		super(message);
	}
}
