import type { Memory } from './memory';
import type { Operation } from './operation';

/** "0-7, 9" */
function ranges(items: number[]): string {
	const found: Array<[first: number, last: number]> = [];
	for (const item of items) {
		const current = found.at(-1);
		if (current && item === current[1] + 1) current[1] = item;
		else found.push([item, item]);
	}
	return found
		.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
		.join(', ');
}

/**
 * What a stopped run has done, so that it is clear, before running it again, which messages were sent.
 *
 * @returns undefined where there is nothing to tell: one item, or nothing that has an effect
 */
export function runReport(
	{ outcomes }: Memory,
	total: number,
	{ effect, action }: Pick<Operation, 'effect' | 'action'>,
): string | undefined {
	if (effect === 'read' || total === 1) return undefined;
	const itemsThatAre = (known: string) =>
		[...outcomes]
			.filter(([, outcome]) => outcome.known === known)
			.map(([item]) => item)
			.sort((a, b) => a - b);
	const done = itemsThatAre('done');
	const notKnown = itemsThatAre('notKnown');
	const account =
		done.length === 0
			? `"${action}" was not done for any ${notKnown.length === 0 ? '' : 'other '}of the ${total} items.`
			: `"${action}" was already done for ${done.length} of the ${total} items: ${ranges(done)}. Leave these out when you run it again.`;
	return notKnown.length === 0
		? account
		: `It may have been done for these items, so check them first: ${ranges(notKnown)}. ${account}`;
}
