import type { Attempt, Publication, Undelivered } from '../../../local-aws/index.mts';

export const eventKinds = ['text', 'status', 'notice', 'photo'] as const;
export type EventKind = (typeof eventKinds)[number];

/** A workflow that listens. */
export interface Listener {
	workflowId: string;
	/** How the addresses of its webhook end. */
	path: string;
	topicArn: string;
	/** What it starts for. */
	kinds: EventKind[];
}

export interface PublishedEvent {
	id: number;
	kind: EventKind;
	/** The messages of SNS that carried it: two where AWS published it twice. */
	messageIds: string[];
}

export type IncidentKind =
	| 'database locked'
	| 'n8n restarted'
	| 'n8n killed'
	| 'workflow published'
	| 'n8n moved'
	| 'SNS fails'
	| 'SNS throttles'
	| 'social messaging fails'
	| 'social messaging throttles'
	| 'S3 hangs';

/** In milliseconds since 1970, as all times here. */
export interface Span {
	from: number;
	until: number;
}

/** Something that went wrong on purpose, from its beginning until everything worked again. */
export interface Incident extends Span {
	kind: IncidentKind;
}

/** Where n8n could be reached from outside. */
export interface Address extends Span {
	url: string;
}

export interface StartedExecution {
	id: string;
	workflowId: string;
	status: string;
	createdAt: number;
	/** If it was saved but n8n never got to run it, it has started nothing. */
	hasBegun: boolean;
	/** The events whose marks its data hold. */
	events: number[];
}

/** Everything a run leaves behind to be judged. */
export interface Evidence {
	listeners: Listener[];
	events: PublishedEvent[];
	/** SNS's side. */
	publications: Publication[];
	attempts: Attempt[];
	undelivered: Array<Pick<Undelivered, 'endpoint' | 'reason'> & { messageId: string }>;
	/** n8n's side. */
	executions: StartedExecution[];
	/** When n8n's process began to end, and when it had ended. */
	stops: Span[];
	incidents: Incident[];
	addresses: Address[];
}

export type { Attempt, Publication };

/** The mark by which an event is recognized wherever it turns up. */
export const markOf = (id: number): string => `chaos-${String(id).padStart(6, '0')}`;

/** The events whose marks are in a text. */
export const eventsMarkedIn = (text: string): number[] => [
	...new Set([...text.matchAll(/chaos-(\d{6})/g)].map(([, id]) => Number(id))),
];
