import type {
	Attempt,
	Evidence,
	Incident,
	IncidentKind,
	Listener,
	Publication,
	PublishedEvent,
	Span,
	StartedExecution,
} from './evidence.mts';

/** A reason, and when it happened. */
export interface Finding extends Span {
	reason: string;
	/** Whether nobody but the trigger can be blamed. */
	isViolation: boolean;
}

export const excused = (reason: string, { from, until }: Span): Finding => ({
	reason,
	isViolation: false,
	from,
	until,
});
export const guilty = (reason: string, span: Span): Finding => ({
	...excused(reason, span),
	isViolation: true,
});

export const spanOf = ({ startedAt, endedAt }: Attempt): Span => ({
	from: startedAt,
	until: endedAt,
});

/** How long n8n needs to recover after it was stopped or a workflow was published. */
const SLACK_MS = 3_000;

/** Incidents in which n8n's process ends. */
export const STOPS: IncidentKind[] = ['n8n restarted', 'n8n killed', 'n8n moved'];
/** Incidents in which n8n does not know a webhook for a while. */
export const UNREGISTERED: IncidentKind[] = [...STOPS, 'workflow published'];

/** Where to look things up. */
export class CaseFile {
	readonly evidence: Evidence;
	private readonly publications = new Map<string, Publication>();
	private readonly attempts = new Map<string, Attempt[]>();
	private readonly executions = new Map<string, StartedExecution[]>();

	constructor(evidence: Evidence) {
		this.evidence = evidence;
		for (const publication of evidence.publications)
			this.publications.set(publication.messageId, publication);
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

	publicationsOf({ messageIds }: PublishedEvent): Publication[] {
		return messageIds.flatMap((id) => this.publications.get(id) ?? []);
	}

	startedBy({ workflowId }: Listener, { id }: PublishedEvent): StartedExecution[] {
		return (this.executions.get(`${workflowId} ${id}`) ?? [])
			.filter(({ hasBegun }) => hasBegun)
			.sort((a, b) => a.createdAt - b.createdAt);
	}

	incidentsIn({ from, until }: Span, kinds?: IncidentKind[], slackMs = SLACK_MS): Incident[] {
		return this.evidence.incidents.filter(
			(incident) =>
				(kinds?.includes(incident.kind) ?? true) &&
				incident.from - slackMs <= until &&
				incident.until + slackMs >= from,
		);
	}

	/** Whether n8n has gone from this address, by then or at the end. */
	isLeft(endpoint: string, at = Infinity): boolean {
		return !this.evidence.addresses.some(
			({ url, from, until }) => endpoint.startsWith(url) && from <= at && at <= until,
		);
	}
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}
