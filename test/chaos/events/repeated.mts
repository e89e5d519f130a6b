import { excused, guilty, UNREGISTERED, type CaseFile, type Finding } from './case-file.mts';
import type { Attempt, StartedExecution } from './evidence.mts';

/** How far the times of n8n's database and of SNS's log may be apart. */
const CLOCK_MS = 100;
const TRIGGERS_OWN_REFUSAL = /^Try again later/;

/**
 * All executions but one have to be of posts whose sender could not know that they were saved: n8n's process
 * went between saving and answering, or n8n saved and answered that it could not.
 */
export function whyRepeated(
	file: CaseFile,
	attempts: Attempt[],
	executions: StartedExecution[],
): Finding {
	const unused = new Set(attempts);
	const reasons = executions.flatMap((execution, index) => {
		const { createdAt } = execution;
		const next = executions[index + 1]?.createdAt ?? 0;
		for (const attempt of unused) {
			const { startedAt, endedAt } = attempt;
			if (createdAt < startedAt - CLOCK_MS || createdAt > endedAt + CLOCK_MS) continue;
			const reason =
				whyUnanswered(file, attempt, createdAt) ??
				whyGivenUp(file, attempts, attempt, execution, next) ??
				whyForgotten(file, attempt, next);
			if (reason === undefined) continue;
			unused.delete(attempt);
			return [reason];
		}
		return [];
	});
	const span = { from: executions[0]?.createdAt ?? 0, until: executions.at(-1)?.createdAt ?? 0 };
	const [reason] = reasons;
	if (reason !== undefined && reasons.length >= executions.length - 1) return excused(reason, span);
	const between = file.incidentsIn(span, UNREGISTERED, 0).map(({ kind }) => kind);
	return guilty(
		between.length > 0
			? `started again, after ${[...new Set(between)].sort().join(' and ')}`
			: 'started again by a repetition',
		span,
	);
}

/** After this a post leaves it to the next one to write down what came, for the sake of other nodes' data. */
const WRITES_FOR_MS = 1_000;

function whyForgotten(
	file: CaseFile,
	{ endpoint, status, startedAt, endedAt }: Attempt,
	startedAgainAt: number,
): string | undefined {
	if (status !== 200 || endedAt - startedAt < WRITES_FOR_MS) return undefined;
	const [stop] = file.evidence.stops.filter(
		({ until }) => until >= endedAt && until <= startedAgainAt,
	);
	const wasWritten = file.evidence.attempts.some(
		(other) =>
			other.endpoint === endpoint &&
			other.status === 200 &&
			/started/.test(other.answer) &&
			other.endedAt - other.startedAt < WRITES_FOR_MS &&
			other.startedAt > endedAt &&
			other.endedAt < (stop?.from ?? 0),
	);
	return stop && !wasWritten
		? 'n8n ended before the next post could write down one that had taken long'
		: undefined;
}

function whyUnanswered(file: CaseFile, attempt: Attempt, savedAt: number): string | undefined {
	const { status, answer, startedAt, endedAt } = attempt;
	if (status >= 500 && !TRIGGERS_OWN_REFUSAL.test(answer))
		return 'n8n saved the execution and answered that it had failed';
	const isCut = file.evidence.stops.some(
		({ from, until }) =>
			startedAt <= until && endedAt + CLOCK_MS >= from && savedAt - CLOCK_MS <= until,
	);
	return status === 0 && isCut ? 'n8n ended between saving the execution and answering' : undefined;
}

/**
 * SNS had given up a post that n8n was still at. Until n8n has answered, the trigger lets nothing else of the
 * event in; that n8n never came to it shows the execution, which has no end.
 */
function whyGivenUp(
	{ evidence }: CaseFile,
	attempts: Attempt[],
	{ status, endedAt }: Attempt,
	execution: StartedExecution,
	startedAgainAt: number,
): string | undefined {
	if (status !== 0 || execution.status === 'success') return undefined;
	const stop = evidence.stops.find(({ from, until }) => from >= endedAt && until <= startedAgainAt);
	const isAnswered = attempts.some(
		(later) =>
			later.status === 200 && later.startedAt >= endedAt && later.endedAt < (stop?.from ?? 0),
	);
	return stop && !isAnswered
		? 'n8n ended with the execution unfinished, in a post that SNS had given up'
		: undefined;
}
