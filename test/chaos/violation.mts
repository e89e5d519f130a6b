/** What the node promises, in the words of a report. */
export type Rule =
	| 'sent at most once'
	| 'what is not known is treated as chosen'
	| 'little is not known'
	| 'every item accounted for'
	| 'outcome given with every failure'
	| '"not done" never said of what was done'
	| '"done" never said of what was not done'
	| 'throttled requests are all sent in the end'
	| 'no object left unnamed in the bucket'
	| 'every file has its own content'
	| 'every event starts one execution'
	| 'n8n listens again'
	| 'nothing left in AWS'
	| 'no secret shown'
	| 'no crash'
	| 'ends in time';

export interface Violation {
	rule: Rule;
	/** What was seen. */
	text: string;
	/** With which item, where it is one. */
	item?: number;
}

/** One violation for each broken rule: what was seen first, how often besides, and what led to it. */
export function oncePerRule(
	violations: Violation[],
	reasonFor: (violation: Violation) => string,
): Violation[] {
	return [...new Set(violations.map(({ rule }) => rule))].flatMap((rule) => {
		const [first, ...others] = violations.filter((violation) => violation.rule === rule);
		if (!first) return [];
		const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
		const reason = reasonFor(first);
		return [{ rule, text: `${first.text}${more}${reason === '' ? '' : ` [${reason}]`}` }];
	});
}
