/**
 * A value of the form that cannot be sent. Pure code throws it; the request layer turns it into
 * n8n's error for the right node and item.
 */
export class FieldError extends Error {
	/**
	 * @param message what is wrong, with the field's name in quotes
	 * @param description what to do; user data belongs here, as n8n rewrites messages that happen to
	 * hold words such as "ENOENT"
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}
