import { CancelledError } from './errors';

/**
 * Does the work and, if it fails, sees to that before the failure goes on to the caller. A cancelled
 * execution is to end at once: there it is seen to meanwhile.
 *
 * @param see must not fail: the failure that led there is the one to show
 */
export async function onFailure<T>(
	work: () => Promise<T>,
	see: (failure: unknown) => Promise<void> | void,
): Promise<T> {
	return await work().catch(async (failure: unknown) => {
		const seeing = see(failure);
		if (!(failure instanceof CancelledError)) await seeing;
		throw failure;
	});
}
