import type { Memory } from './memory';

/**
 * Keeps what all items of one run of a node need only once, such as the definition of a template:
 * the first item fetches it, the others wait for it. A failure is not kept.
 *
 * @returns a function that gives the thing of that key, fetching it if need be
 */
export function perRun<T>() {
	const runs = new WeakMap<Memory, Map<string, Promise<T>>>();

	return async (run: Memory, key: unknown, fetch: () => Promise<T>): Promise<T> => {
		const fetched = runs.get(run) ?? new Map<string, Promise<T>>();
		runs.set(run, fetched);
		const ownKey = JSON.stringify(key);
		const existing = fetched.get(ownKey);
		if (existing) return await existing;
		const fetching = fetch();
		fetched.set(ownKey, fetching);
		fetching.catch(() => fetched.delete(ownKey));
		return await fetching;
	};
}
