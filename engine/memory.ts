import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { LeftBehind } from '../aws/transport/client';
import type { Known } from '../aws/errors/known';
import { breath } from './breath';
import type { Slot } from './slots';

/** An output item that carries a file. */
export class ItemWithFile {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What one item has to do, once its form has been read and found good. */
export type Task<T> = (slot: Slot) => Promise<T>;

/** What an item becomes: one item, several, or one with a file. */
export type Result = IDataObject | IDataObject[] | ItemWithFile;

/** The outcome of an item. */
export type Outcome = {
	known: Known;
	/** What is still in S3, or may be. */
	leftBehind?: LeftBehind[];
	/** What tries before the one that succeeded have left there. */
	leftEarlier?: LeftBehind[];
} & ({ result: Result; failure?: undefined } | { result?: undefined; failure: unknown });

/**
 * The outcomes of a run's items. It outlives a try: when n8n tries a node again ('Retry On Fail'),
 * it passes all items again, and what is done stays done.
 */
export class Memory {
	readonly outcomes = new Map<number, Outcome>();

	private readonly texts = new Map<string, number>();

	/** A short name for a text, such as a file in base64: the same for the same text. */
	numberOf(text: string): number {
		const number = this.texts.get(text) ?? this.texts.size;
		this.texts.set(text, number);
		return number;
	}
}

const memories = new WeakMap<object, Map<string, Memory>>();

/**
 * The memory of a run of a node.
 *
 * @param run what n8n hands over again when it tries again, and never for another run
 * @param node ID of the node, since an agent's tools share what belongs to the agent's node
 */
export function memoryOf(run: object, node: string): Memory {
	const ofRun = memories.get(run) ?? new Map<string, Memory>();
	memories.set(run, ofRun);
	const memory = ofRun.get(node) ?? new Memory();
	ofRun.set(node, memory);
	return memory;
}

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
		if (existing) {
			const found = await existing;
			// All who have waited for it go on at once.
			while (breath.isDue) await breath.rest();
			return found;
		}
		const fetching = fetch();
		fetched.set(ownKey, fetching);
		fetching.catch(() => fetched.delete(ownKey));
		return await fetching;
	};
}
