/** An error a service answers with. Each service writes it in its own shape (JSON or XML). */
export class AwsError extends Error {
	readonly status: number;
	readonly retryAfterSeconds: number | undefined;
	/** What a service whose errors are documents puts into them besides. */
	details: Record<string, string> = {};

	constructor(status: number, name: string, message: string, retryAfterSeconds?: number) {
		super(message);
		this.status = status;
		this.name = name;
		this.retryAfterSeconds = retryAfterSeconds;
	}
}
