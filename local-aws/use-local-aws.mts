import { startLocalAws, type LocalAws } from './local-aws.mts';

/** What the tests of a file share. */
interface Shared {
	reset(): Promise<void>;
	close(): Promise<void>;
}

/**
 * Starts something before the tests of a file (or of a `describe`), resets it before each, and closes it
 * after them.
 *
 * @returns an object that has its members as soon as tests run
 */
export function useShared<T extends Shared>(start: () => Promise<T>): T {
	const shared: T = Object.create(null);
	beforeAll(async () => {
		Object.defineProperties(shared, Object.getOwnPropertyDescriptors(await start()));
	});
	beforeEach(async () => await shared.reset());
	afterAll(async () => await shared.close());
	return shared;
}

/** The stand-in for AWS. */
export const useLocalAws = (): LocalAws => useShared(startLocalAws);
