/**
 * A value of the form that cannot be sent. Pure code throws it; the engine and the trigger turn it
 * into n8n's error for the right node and item.
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

/** The error of a field that has to be filled in; the advice says with what. */
export const emptyField = (label: string, advice = 'Enter a value and try again.'): FieldError =>
	new FieldError(`'${label}' is empty`, advice);
