import type { LeftBehind } from '../aws/transport/client';
import type { Known } from '../aws/transport/known';
import type { Result } from './result';

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
