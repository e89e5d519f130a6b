/** An error a service answers with. Each service writes it in its own shape (JSON or XML). */
export class AwsError extends Error {
	readonly status: number;
	readonly retryAfterSeconds: number | undefined;
	/** Further members of an error, for services whose errors are documents. */
	details: Record<string, string> = {};

	constructor(status: number, name: string, message: string, retryAfterSeconds?: number) {
		super(message);
		this.status = status;
		this.name = name;
		this.retryAfterSeconds = retryAfterSeconds;
	}
}
