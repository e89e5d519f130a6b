import { CanceledError } from './errors';

/**
 * Does the work and, if it fails, handles that before the failure goes on to the caller. A canceled
 * execution is to end at once: there it is handled meanwhile.
 *
 * @param handle must not fail: the failure that led there is the one to show
 */
export async function onFailure<T>(
	work: () => Promise<T>,
	handle: (failure: unknown) => Promise<void> | void,
): Promise<T> {
	return await work().catch(async (failure: unknown) => {
		const handling = handle(failure);
		if (!(failure instanceof CanceledError)) await handling;
		throw failure;
	});
}
