import type { Memory } from './memory';
import type { Operation } from './operation';

/** "item 3", "items 0-7, 9" */
function named(items: number[]): string {
	const found: Array<[first: number, last: number]> = [];
	for (const item of items) {
		const current = found.at(-1);
		if (current && item === current[1] + 1) current[1] = item;
		else found.push([item, item]);
	}
	const ranges = found
		.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
		.join(', ');
	return `${items.length === 1 ? 'item' : 'items'} ${ranges}`;
}

/** What a canceled run of one item has done: no other failure tells it. */
function onlyItemReport(
	{ outcomes }: Pick<Memory, 'outcomes'>,
	{ effect, action }: Pick<Operation, 'effect' | 'action'>,
): string | undefined {
	const [outcome] = outcomes.values();
	if (effect === 'read') return undefined;
	if (outcome?.known === 'done') return `"${action}" was already done.`;
	if (outcome?.known !== 'notKnown') return `"${action}" was not done.`;
	return `"${action}" may have been done, so check before you run the node again.`;
}

/**
 * What a stopped run has done, so that it is clear, before running it again, which messages were sent.
 *
 * @returns undefined where there is nothing to tell: nothing has an effect, or the error of the only item
 * tells it
 */
export function runReport(
	{ outcomes }: Pick<Memory, 'outcomes'>,
	total: number,
	{ effect, action }: Pick<Operation, 'effect' | 'action'>,
	isCanceled = false,
): string | undefined {
	if (total === 1) return isCanceled ? onlyItemReport({ outcomes }, { effect, action }) : undefined;
	if (effect === 'read') return undefined;
	const itemsThatAre = (known: string) =>
		[...outcomes]
			.filter(([, outcome]) => outcome.known === known)
			.map(([item]) => item)
			.sort((a, b) => a - b);
	const done = itemsThatAre('done');
	const notKnown = itemsThatAre('notKnown');
	const doubt = `"${action}" may have been done for ${named(notKnown)}, so check ${notKnown.length === 1 ? 'it' : 'them'} first.`;
	const others = total - notKnown.length;
	if (done.length > 0) {
		const account = `"${action}" was already done for ${done.length} of the ${total} items (${named(done)}). Leave these out when you run the node again.`;
		return notKnown.length === 0 ? account : `${doubt} ${account}`;
	}
	if (notKnown.length === 0) return `"${action}" was not done for any of the ${total} items.`;
	if (others === 0) return doubt;
	return `${doubt} It was not done for the other ${others === 1 ? 'item' : `${others} items`}.`;
}
