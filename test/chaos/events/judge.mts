import type { Violation } from '../violation.mts';
import { CaseFile, type Finding } from './case-file.mts';
import {
	markOf,
	type Attempt,
	type Evidence,
	type IncidentKind,
	type Listener,
	type PublishedEvent,
	type StartedExecution,
} from './evidence.mts';
import { whyLost } from './lost.mts';
import { whyRepeated } from './repeated.mts';

/** What happened to an event in a workflow that should have started for it. */
export interface Outcome {
	workflowId: string;
	event: number;
	outcome: 'once' | 'lost' | 'repeated';
	/** Why, where it is lost or repeated. */
	reason: string;
	/** What was going on when that happened. */
	during: IncidentKind[];
	/** Whether nobody but the trigger can be blamed. */
	isViolation: boolean;
	/** What SNS and n8n have on record. */
	history: string;
}

/** Reads off the evidence what happened to every event, in every workflow that should have started for it. */
export function outcomesOf(evidence: Evidence): Outcome[] {
	const file = new CaseFile(evidence);
	return evidence.listeners.flatMap((listener) =>
		evidence.events
			.filter(({ kind }) => listener.kinds.includes(kind))
			.map((event) => judge(file, listener, event)),
	);
}

export function violationsIn(outcomes: Outcome[]): Violation[] {
	return outcomes
		.filter(({ isViolation }) => isViolation)
		.map(({ outcome, reason, event, workflowId, history }) => ({
			rule: 'every event starts one execution',
			text: `${markOf(event)} ${outcome} in ${workflowId}: ${reason} [${history}]`,
			item: event,
		}));
}

function judge(file: CaseFile, listener: Listener, event: PublishedEvent): Outcome {
	const attempts = file.attemptsOf(listener, event);
	const executions = file.startedBy(listener, event);
	const publications = file.publicationsOf(event);
	const { workflowId } = listener;
	const decided = (outcome: Outcome['outcome'], finding?: Finding): Outcome => ({
		workflowId,
		event: event.id,
		outcome,
		reason: finding?.reason ?? '',
		during: finding ? [...new Set(file.incidentsIn(finding).map(({ kind }) => kind))].sort() : [],
		isViolation: finding?.isViolation ?? false,
		history: finding ? historyOf(file, publications[0]?.at ?? 0, attempts, executions) : '',
	});
	if (executions.length === 1) return decided('once');
	return executions.length > 1
		? decided('repeated', whyRepeated(file, attempts, executions))
		: decided('lost', whyLost(file, listener, publications, attempts));
}

/** What happened, in seconds since the publication. */
function historyOf(
	file: CaseFile,
	from: number,
	attempts: Attempt[],
	executions: StartedExecution[],
): string {
	const since = (at: number) => `${((at - from) / 1000).toFixed(1)} s`;
	const here = attempts.filter(({ endpoint, startedAt }) => !file.isLeft(endpoint, startedAt));
	const posts = here.map(
		({ startedAt, endedAt, status, answer }) =>
			`${since(startedAt)} to ${since(endedAt)}: ${status} ${answer.replace(/\s+/g, ' ').slice(0, 60)}`,
	);
	const elsewhere = attempts.length - here.length;
	const starts = executions.map(
		({ id, createdAt, status }) => `${since(createdAt)}: execution ${id} (${status})`,
	);
	return [
		...posts,
		...(elsewhere === 0 ? [] : [`${elsewhere} posts to former addresses`]),
		...starts,
	].join('; ');
}
