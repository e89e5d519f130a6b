/** The error, its causes, and the attempts that "none of the addresses answered" sums up. */
export function causesOf(error: unknown, depth = 0): object[] {
	if (typeof error !== 'object' || error === null || depth > 5) return [];
	const cause = 'cause' in error ? error.cause : undefined;
	const attempts: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
	return [error, ...[cause, ...attempts].flatMap((next) => causesOf(next, depth + 1))];
}

/** The system's name for a network failure, such as "ECONNREFUSED", the most telling one first. */
export function networkCode(error: unknown): string | undefined {
	return causesOf(error)
		.map((cause) => ('code' in cause ? cause.code : undefined))
		.filter((code) => typeof code === 'string' && code !== '')
		.map(String)
		.pop();
}
