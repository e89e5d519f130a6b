/** Does the work and, if it fails, cleans up before the failure goes on to the caller. */
export async function orCleanUp<T>(
	work: () => Promise<T>,
	cleanUp: () => Promise<unknown> | void,
): Promise<T> {
	let done = false;
	try {
		const result = await work();
		done = true;
		return result;
	} finally {
		if (!done) await cleanUp();
	}
}
