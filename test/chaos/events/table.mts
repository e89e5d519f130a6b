import { markOf } from './evidence.mts';
import type { Outcome } from './judge.mts';
import type { EventsResult } from './run.mts';

const EXAMPLES = 2;

const count = (value: number) => value.toLocaleString('en');

/** A line for every reason, with how often it was one and what was going on then. */
export function tableOf(result: EventsResult): string {
	const { outcomes, evidence, violations, publishedAgain, startedAgain, seconds } = result;
	const { attempts, executions, incidents, events } = evidence;
	const happened = countedBy(incidents, ({ kind }) => kind);
	const once = outcomes.filter(({ outcome }) => outcome === 'once').length;
	const reasons = groupedBy(
		outcomes.filter(({ outcome }) => outcome !== 'once'),
		({ outcome, reason, isViolation }) => `${isViolation ? '✗' : '·'} ${outcome}: ${reason}`,
	);
	return [
		`${count(events.length)} events as ${count(attempts.length)} posts, ${count(executions.length)} executions, ${seconds.toFixed(0)} s`,
		`meanwhile: ${happened.map(([kind, times]) => `${kind} ${times}×`).join(', ')}; by hand published again ${publishedAgain}×, started again ${startedAgain}×`,
		`  ${count(once).padStart(7)} of ${count(outcomes.length)} started once`,
		...reasons.flatMap(([reason, those]) => [
			`  ${count(those.length).padStart(7)} ${reason}`,
			...situations(those),
			...examples(those),
		]),
		...violations
			.filter(({ item }) => item === undefined)
			.map(({ rule, text }) => `          ✗ ${rule}: ${text}`),
	].join('\n');
}

const situations = (outcomes: Outcome[]): string[] =>
	countedBy(outcomes, ({ during }) => during.join(' + ') || 'nothing').map(
		([during, times]) => `${' '.repeat(12)}${count(times).padStart(5)} during ${during}`,
	);

/** What has no excuse is shown. */
const examples = (outcomes: Outcome[]): string[] =>
	outcomes
		.filter(({ isViolation }) => isViolation)
		.slice(0, EXAMPLES)
		.map(
			({ event, workflowId, history }) =>
				`            ${markOf(event)} in ${workflowId}: ${history}`,
		);

function countedBy<T>(list: T[], nameOf: (each: T) => string): Array<[string, number]> {
	return groupedBy(list, nameOf).map(([name, { length }]) => [name, length]);
}

/** The largest group first. */
function groupedBy<T>(list: T[], nameOf: (each: T) => string): Array<[string, T[]]> {
	const groups = new Map<string, T[]>();
	for (const each of list) {
		const group = groups.get(nameOf(each)) ?? [];
		group.push(each);
		groups.set(nameOf(each), group);
	}
	return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
