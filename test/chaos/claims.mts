import type { OutputItem, RunRequest, RunResult } from '../engine/engine.mts';
import { accountIn } from './account.mts';
import type { Violation } from './violation.mts';

export type OnError = NonNullable<RunRequest['onError']>;

/** What a run says about one of its items; undefined where it says nothing. */
export type Claim = 'done' | 'notDone' | 'notKnown' | undefined;

export interface Claims {
	claims: Claim[];
	violations: Violation[];
}

type Result = Pick<RunResult, 'status' | 'outputs' | 'error'>;

/** Reads from the outcome of a run what it says about each of its items. */
export function claimsOf(
	result: Result,
	onError: OnError,
	items: number,
	isDone: (item: OutputItem) => boolean,
): Claims {
	return onError === 'stopWorkflow' && result.status === 'error'
		? claimsOfError(result, items)
		: claimsOfItems(result, items, isDone);
}

const unaccounted = (text: string): Violation => ({ rule: 'every item accounted for', text });

/** Where the workflow stops: what is named neither as done nor as not known is "not done". */
function claimsOfError({ error }: Result, items: number): Claims {
	const { description = '', message = '' } = error ?? {};
	const { done, notKnown, problems } = accountIn(description, items);
	const claims = Array.from({ length: items }, (_, item): Claim => {
		if (done.includes(item)) return 'done';
		return notKnown.includes(item) ? 'notKnown' : 'notDone';
	});
	return {
		claims,
		violations: problems.map((problem) =>
			unaccounted(`the error's description: ${problem} (message: ${message})`),
		),
	};
}

function claimsOfItems(
	{ status, outputs, error }: Result,
	items: number,
	isDone: (item: OutputItem) => boolean,
): Claims {
	const claims: Claim[] = Array.from({ length: items });
	const violations: Violation[] = [];
	if (status !== 'success') {
		violations.push(unaccounted(`the run ended as "${status}": ${error?.message ?? 'no error'}`));
	}
	const seen = new Map<number, number>();
	for (const item of outputs.flat()) {
		const index = (item.pairedItem as { item?: number } | undefined)?.item;
		if (index === undefined || !(index >= 0 && index < items)) {
			violations.push(unaccounted(`an output item is paired with ${index}`));
			continue;
		}
		seen.set(index, (seen.get(index) ?? 0) + 1);
		const { claim, violation } = claimOfItem(item, isDone(item));
		claims[index] = claim;
		if (violation)
			violations.push({ ...violation, text: `item ${index}: ${violation.text}`, item: index });
	}
	for (let index = 0; index < items; index++) {
		const times = seen.get(index) ?? 0;
		if (times !== 1)
			violations.push({ ...unaccounted(`item ${index} comes out ${times} times`), item: index });
	}
	return { claims, violations };
}

function claimOfItem(
	{ json, error }: OutputItem,
	isDone: boolean,
): { claim: Claim; violation?: Violation } {
	const hasFailed = json.error !== undefined || error !== undefined;
	if (isDone && !hasFailed) return { claim: 'done' };
	if (isDone || !hasFailed) {
		return { claim: undefined, violation: unaccounted(`it says ${JSON.stringify(json)}`) };
	}
	const { outcome } = (json.details ?? {}) as { outcome?: unknown };
	if (outcome === 'notDone' || outcome === 'notKnown') return { claim: outcome };
	return {
		claim: undefined,
		violation: {
			rule: 'outcome given with every failure',
			text: `details.outcome is ${JSON.stringify(outcome)} (error: ${JSON.stringify(json.error)})`,
		},
	};
}

/** Whether what a run says about its items is what happened. */
export function lies(claims: Claim[], wasDone: (item: number) => boolean): Violation[] {
	return claims.flatMap((claim, item): Violation[] => {
		if (claim === 'notDone' && wasDone(item)) {
			return [{ rule: '"not done" never said of what was done', text: `item ${item}`, item }];
		}
		if (claim === 'done' && !wasDone(item)) {
			return [{ rule: '"done" never said of what was not done', text: `item ${item}`, item }];
		}
		return [];
	});
}
