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
 * @returns what stands for it: its members are there as soon as tests run
 */
export function useShared<T extends Shared>(start: () => Promise<T>): T {
	let shared: T | undefined;
	beforeAll(async () => {
		shared = await start();
	});
	beforeEach(async () => await shared?.reset());
	afterAll(async () => await shared?.close());
	return new Proxy<T>(Object.create(null), {
		get(_target, name) {
			if (!shared) throw new Error(`${String(name)} is only there while tests run`);
			return Reflect.get(shared, name);
		},
	});
}

/** The stand-in for AWS. */
export const useLocalAws = (): LocalAws => useShared(startLocalAws);
