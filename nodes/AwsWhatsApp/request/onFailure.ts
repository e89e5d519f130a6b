/** Does the work and, if it fails, sees to that before the failure goes on to the caller. */
export async function onFailure<T>(
	work: () => Promise<T>,
	see: (failure: unknown) => Promise<void> | void,
): Promise<T> {
	return await work().catch(async (failure: unknown) => {
		await see(failure);
		throw failure;
	});
}
