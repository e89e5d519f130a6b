import type { Violation } from '../violation.mts';
import {
	markOf,
	type Attempt,
	type Evidence,
	type Incident,
	type IncidentKind,
	type Listener,
	type Publication,
	type PublishedEvent,
	type StartedExecution,
} from './evidence.mts';

/** What became of an event in a workflow that was to start for it. */
export interface Outcome {
	workflowId: string;
	event: number;
	outcome: 'once' | 'lost' | 'repeated';
	/** Why, where it is lost or repeated. */
	reason: string;
	/** What was going on from its publication to its last delivery. */
	during: IncidentKind[];
	/** Whether nobody but the trigger can be blamed. */
	isViolation: boolean;
	/** What SNS and n8n have on record. */
	history: string;
}

type Finding = Pick<Outcome, 'reason' | 'isViolation'>;

const excused = (reason: string): Finding => ({ reason, isViolation: false });
const guilty = (reason: string): Finding => ({ reason, isViolation: true });

const NOT_SUBSCRIBED = excused('not subscribed when it was published');
const LEFT = excused('sent to an address that n8n had left');

/** Incidents begin before they are written down, and n8n is not itself at once when they are over. */
const SLACK_MS = 3_000;
/** How far the times of n8n's database and of SNS's log may be apart. */
const CLOCK_MS = 100;

const STOPS: IncidentKind[] = ['n8n restarted', 'n8n killed', 'n8n moved'];
const UNREGISTERED: IncidentKind[] = [...STOPS, 'workflow published'];

/** n8n's own words, as the trigger never says them. */
const STARTING = /n8n is starting up/;
const NOT_REGISTERED =
	/is not registered|Cannot POST|(Published|Active) version not found|Could not find workflow/;
const TRIGGERS_OWN_REFUSAL = /^Try again later/;

/** Reads off the evidence what became of every event, in every workflow that was to start for it. */
export function outcomesOf(evidence: Evidence): Outcome[] {
	const file = new CaseFile(evidence);
	return evidence.listeners.flatMap((listener) =>
		evidence.events
			.filter(({ kind }) => listener.kinds.includes(kind))
			.map((event) => judge(file, listener, event)),
	);
}

export function violationsIn(outcomes: Outcome[]): Violation[] {
	return outcomes.flatMap(({ isViolation, outcome, reason, event, workflowId, history }) =>
		isViolation
			? [
					{
						rule: 'every event starts one execution' as const,
						text: `${markOf(event)} ${outcome} in ${workflowId}: ${reason} [${history}]`,
						item: event,
					},
				]
			: [],
	);
}

/** Where to look things up. */
class CaseFile {
	readonly evidence: Evidence;
	private readonly attempts = new Map<string, Attempt[]>();
	private readonly executions = new Map<string, StartedExecution[]>();

	constructor(evidence: Evidence) {
		this.evidence = evidence;
		for (const attempt of evidence.attempts) listIn(this.attempts, attempt.messageId).push(attempt);
		for (const execution of evidence.executions)
			for (const event of execution.events)
				listIn(this.executions, `${execution.workflowId} ${event}`).push(execution);
	}

	attemptsOf({ path }: Listener, { messageIds }: PublishedEvent): Attempt[] {
		return messageIds
			.flatMap((id) => this.attempts.get(id) ?? [])
			.filter(({ endpoint }) => endpoint.endsWith(path))
			.sort((a, b) => a.startedAt - b.startedAt);
	}

	startedBy({ workflowId }: Listener, { id }: PublishedEvent): StartedExecution[] {
		return (this.executions.get(`${workflowId} ${id}`) ?? [])
			.filter(({ hasBegun }) => hasBegun)
			.sort((a, b) => a.createdAt - b.createdAt);
	}

	incidentsAt(from: number, until: number, kinds?: IncidentKind[]): Incident[] {
		return this.evidence.incidents.filter(
			(incident) =>
				(kinds?.includes(incident.kind) ?? true) &&
				incident.from - SLACK_MS <= until &&
				incident.until + SLACK_MS >= from,
		);
	}

	/** Whether n8n has gone from this address, for good. */
	isLeft(endpoint: string): boolean {
		const here = this.evidence.addresses.filter(({ until }) => until === Infinity);
		return !here.some(({ url }) => endpoint.startsWith(url));
	}
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}

function judge(file: CaseFile, listener: Listener, event: PublishedEvent): Outcome {
	const attempts = file.attemptsOf(listener, event);
	const executions = file.startedBy(listener, event);
	const publications = file.evidence.publications.filter(({ messageId }) =>
		event.messageIds.includes(messageId),
	);
	const from = Math.min(...publications.map(({ at }) => at));
	const until = Math.max(from, ...attempts.map(({ endedAt }) => endedAt));
	const common = {
		workflowId: listener.workflowId,
		event: event.id,
		during: [...new Set(file.incidentsAt(from, until).map(({ kind }) => kind))].sort(),
		history: historyOf(file, from, attempts, executions),
	};
	if (executions.length === 1)
		return { ...common, outcome: 'once', reason: '', isViolation: false };
	if (executions.length > 1)
		return { ...common, outcome: 'repeated', ...whyRepeated(file, attempts, executions) };
	return { ...common, outcome: 'lost', ...whyLost(file, listener, publications, attempts) };
}

/** The worst of what happened to its messages; that former addresses got them too explains nothing by itself. */
function whyLost(
	file: CaseFile,
	{ path }: Listener,
	publications: Publication[],
	attempts: Attempt[],
): Finding {
	const findings = publications.flatMap(({ messageId, endpoints }) => {
		const own = endpoints.filter((endpoint) => endpoint.endsWith(path));
		if (own.length === 0) return [NOT_SUBSCRIBED];
		return own.map((address) => {
			const posts = attempts.filter(
				(attempt) => attempt.messageId === messageId && attempt.endpoint === address,
			);
			return whyNotTaken(file, messageId, address, posts);
		});
	});
	const worst =
		findings.find(({ isViolation }) => isViolation) ??
		findings.find((finding) => finding !== LEFT && finding !== NOT_SUBSCRIBED) ??
		findings[0];
	return worst ?? guilty('never published');
}

/** Why a message started nothing at one address. */
function whyNotTaken(
	file: CaseFile,
	messageId: string,
	address: string,
	attempts: Attempt[],
): Finding {
	const taken = attempts.filter(({ status }) => status >= 200 && status < 300);
	const wrongly = taken.find(({ answer }) => !STARTING.test(answer));
	if (wrongly) return guilty(`answered ${wrongly.status} "${wrongly.answer}", and nothing started`);
	const [early] = taken;
	if (early)
		return isDuring(file, early, STOPS)
			? excused('n8n answered 200 while it was starting')
			: guilty('n8n answered 200 "starting up" although nobody had stopped it');
	const last = attempts.at(-1);
	const end = file.evidence.undelivered.find(
		(each) => each.messageId === messageId && each.endpoint === address,
	);
	if (end?.reason === 'client error' && last) return whyRefused(file, last);
	if (file.isLeft(address)) return LEFT;
	return end === undefined
		? guilty('SNS was still trying at the end')
		: excused("SNS gave up after its policy's last retry");
}

function whyRefused(file: CaseFile, last: Attempt): Finding {
	const { status, answer } = last;
	if (status !== 404 || !NOT_REGISTERED.test(answer))
		return guilty(`refused for good: ${status} "${answer}"`);
	return isDuring(file, last, UNREGISTERED)
		? excused('n8n answered 404 while it was starting or publishing')
		: guilty('n8n answered 404 although nobody had touched it');
}

const isDuring = (file: CaseFile, { startedAt, endedAt }: Attempt, kinds: IncidentKind[]) =>
	file.incidentsAt(startedAt, endedAt, kinds).length > 0;

/**
 * All executions but one have to be of posts whose sender could not know that they were saved: n8n's process
 * went between saving and answering, or n8n saved and answered that it could not.
 */
function whyRepeated(file: CaseFile, attempts: Attempt[], executions: StartedExecution[]): Finding {
	const unused = new Set(attempts);
	const reasons = executions.flatMap(({ createdAt }) => {
		for (const attempt of unused) {
			const { startedAt, endedAt } = attempt;
			if (createdAt < startedAt - CLOCK_MS || createdAt > endedAt + CLOCK_MS) continue;
			const reason = whyUnanswered(file, attempt, createdAt);
			if (reason === undefined) continue;
			unused.delete(attempt);
			return [reason];
		}
		return [];
	});
	const [reason] = reasons;
	if (reason !== undefined && reasons.length >= executions.length - 1) return excused(reason);
	const [first, second] = executions;
	const stops = file
		.incidentsAt(first?.createdAt ?? 0, second?.createdAt ?? 0, STOPS)
		.map(({ kind }) => kind);
	return guilty(
		stops.length > 0 ? `started again after: ${stops.join(', ')}` : 'started again by a repetition',
	);
}

function whyUnanswered(file: CaseFile, attempt: Attempt, savedAt: number): string | undefined {
	const { status, answer, startedAt, endedAt } = attempt;
	if (status >= 500 && !TRIGGERS_OWN_REFUSAL.test(answer))
		return 'n8n saved the execution and answered that it had failed';
	const isCut = file
		.incidentsAt(startedAt, endedAt, STOPS)
		.some(({ stoppedAt = 0 }) => savedAt - CLOCK_MS <= stoppedAt && startedAt <= stoppedAt);
	return status === 0 && isCut ? 'n8n ended between saving the execution and answering' : undefined;
}

/** What happened, in seconds since the publication. */
function historyOf(
	file: CaseFile,
	from: number,
	attempts: Attempt[],
	executions: StartedExecution[],
): string {
	const since = (at: number) => `${((at - from) / 1000).toFixed(1)} s`;
	const posts = attempts.map(
		({ startedAt, endedAt, status, answer, endpoint }) =>
			`${since(startedAt)} to ${since(endedAt)}: ${status} ${answer.slice(0, 40)}${file.isLeft(endpoint) ? ' (former address)' : ''}`,
	);
	const starts = executions.map(
		({ id, createdAt, status }) => `${since(createdAt)}: execution ${id} (${status})`,
	);
	return [...posts, ...starts].join('; ');
}
