import { isFromAws } from '../errors/errorResponse';
import { AwsServiceError, knownOf, onFailure } from '../errors/errors';
import type { Known } from '../errors/known';

/**
 * What a repeated step would do. `read`: nothing. `repeatable`: the same again, or something that is
 * of no harm, such as a second upload that nobody uses. `removal`: it would find nothing left.
 * `once`: a second message; such a step is repeated only if the first try certainly did nothing.
 */
export type Effect = 'read' | 'repeatable' | 'removal' | 'once';

/** One thing that is done at AWS, and what is known of it. */
export class Step {
	private state: Known;

	private doubted = false;

	/**
	 * @param earlier what is known from an earlier run of the same step, as when n8n tries a node again
	 */
	constructor(
		readonly effect: Effect,
		earlier: Known = 'notDone',
	) {
		this.state = earlier;
	}

	get known(): Known {
		return this.state;
	}

	/** Whether any try ended so that nobody knows: its effect may come later than all others. */
	get hadDoubt(): boolean {
		return this.doubted;
	}

	/** Makes sure of something before each try, or throws: then nothing has been done. */
	guard?: () => Promise<void>;

	/** One try. What was not known before is not made certain by a later refusal. */
	async attempt<T>(work: () => Promise<T>): Promise<T> {
		await this.guard?.();
		const before = this.state;
		this.state = 'notKnown';
		const result = await onFailure(work, (failure) => {
			const seen = knownOf(failure);
			if (seen === 'notKnown') this.doubted = true;
			if (before !== 'notKnown') this.state = seen;
		});
		this.state = 'done';
		return result;
	}

	/**
	 * Whether the failure shows that a removal has been done: AWS does not find what an earlier try,
	 * whose answer was lost, was to remove.
	 */
	isDoneAfterAll(failure: unknown): boolean {
		if (this.effect !== 'removal' || this.state !== 'notKnown') return false;
		if (!(failure instanceof AwsServiceError)) return false;
		const { response } = failure;
		if (!isFromAws(response)) return false;
		const isGone = response.status === 404 || response.name === 'ResourceNotFoundException';
		if (isGone) this.state = 'done';
		return isGone;
	}
}
