/** What is watched inside n8n's process, and what the probe in there has to tell. */

export interface Watch {
	/** How long the event loop is held. */
	holds?: boolean;
	/** Memory that is in use, by collecting the garbage every so often, which slows everything down. */
	heapEveryMs?: number;
	/** All memory of the process. */
	rssEveryMs?: number;
	/** Where the processor's time goes. */
	profile?: boolean;
}

/** The probe's order, as JSON in this variable. */
export const PROBE_VARIABLE = 'AWS_WHATSAPP_BENCH_PROBE';

export interface ProbeOrder extends Watch {
	/** Where to write the record. */
	file: string;
}

/** V8's profile, as the inspector gives it. */
export interface CpuProfile {
	/** In microseconds of a clock of its own. */
	startTime: number;
	endTime: number;
	nodes: ProfileNode[];
	/** The node that was at work, sample by sample, and the microseconds since the sample before. */
	samples?: number[];
	timeDeltas?: number[];
}

export interface ProfileNode {
	id: number;
	callFrame: { functionName: string; url: string; lineNumber: number; columnNumber?: number };
	hitCount?: number;
	children?: number[];
}

/** How much memory there was, look by look. */
export type Looks = Array<[at: number, bytes: number]>;

/** All times in milliseconds since 1970. */
export interface ProbeRecord {
	/** When a hold ended, and how long it was; short ones are left out. */
	holds: Array<[endedAt: number, ms: number]>;
	/** The longest of the whole process, by Node.js's own measurement. */
	longestHoldMs: number;
	heap: Looks;
	rss: Looks;
	profile?: { startedAt: number; cpu: CpuProfile };
}

/** When the node under test was at work. */
export interface Span {
	startedAt: number;
	endedAt: number;
}

/** When the event loop was held longest: of each hold as much as lies in that time. */
export function whenHeldLongest({ holds }: Pick<ProbeRecord, 'holds'>, span: Span): Span {
	const inside = holds.map(([endedAt, ms]) => ({
		startedAt: Math.max(endedAt - ms, span.startedAt),
		endedAt: Math.min(endedAt, span.endedAt),
	}));
	const never = { startedAt: span.startedAt, endedAt: span.startedAt };
	return inside.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), never);
}

const lengthOf = ({ startedAt, endedAt }: Span) => endedAt - startedAt;

/** In ms. */
export const longestHold = (record: Pick<ProbeRecord, 'holds'>, span: Span): number =>
	lengthOf(whenHeldLongest(record, span));

/**
 * By how much the memory rose above what it was when that time began. NaN without a look at it before
 * and one during that time.
 */
export function rise(looks: Looks, span: Span): number {
	const before = looks.filter(([at]) => at <= span.startedAt).at(-1)?.[1] ?? Number.NaN;
	const during = looks.filter(([at]) => at > span.startedAt && at <= span.endedAt);
	if (during.length === 0) return Number.NaN;
	return Math.max(...during.map(([, bytes]) => bytes)) - before;
}

/**
 * Makes sure that both measurements of the longest hold agree; the clocks tick every few milliseconds.
 *
 * @throws if they do not
 */
export function checkHolds({ holds, longestHoldMs }: ProbeRecord): void {
	const own = Math.max(0, ...holds.map(([, ms]) => ms));
	if (Math.abs(own - longestHoldMs) <= Math.max(25, 0.1 * longestHoldMs)) return;
	throw new Error(
		`The event loop was held for ${own.toFixed(0)} ms at the longest, but Node.js measured ${longestHoldMs.toFixed(0)} ms`,
	);
}
