import { randomFor } from '../gateway/fate.mts';
import type { EventKind, IncidentKind } from './evidence.mts';

/** When what is published, in milliseconds since the beginning. */
export interface Due {
	at: number;
	event: number;
	kind: EventKind;
	/** The first time, a second time by AWS End User Messaging, or a second time by SNS. */
	how: 'published' | 'published again' | 'delivered again';
}

export interface Planned {
	kind: IncidentKind;
	/** How long nothing happens before it. */
	pauseMs: number;
	/** How long it lasts, where it does not depend on n8n. */
	durationMs: number;
	/** What of several ways it takes. */
	choice: number;
}

const DUPLICATES = 0.05;
/** A duplicate comes at once, or so much later that n8n may have been restarted in between. */
const LATEST_DUPLICATE_MS = 20_000;

const SHARES: Array<[EventKind, number]> = [
	['text', 0.5],
	['status', 0.4],
	['notice', 0.05],
	['photo', 0.05],
];

export function dues(seed: number, seconds: number, rate: number): Due[] {
	const random = randomFor(seed, 'events');
	const all = Array.from({ length: seconds * rate }, (_, event): Due[] => {
		const at = ((event + random()) * 1000) / rate;
		const kind = pickedBy(random());
		const isDouble = random() < DUPLICATES;
		const how = random() < 0.5 ? 'published again' : 'delivered again';
		const later = random() < 0.5 ? 0 : random() * LATEST_DUPLICATE_MS;
		const first: Due = { at, event, kind, how: 'published' };
		return isDouble ? [first, { at: at + later, event, kind, how }] : [first];
	});
	return all.flat().sort((a, b) => a.at - b.at);
}

function pickedBy(at: number): EventKind {
	let left = at;
	for (const [kind, share] of SHARES) {
		left -= share;
		if (left < 0) return kind;
	}
	return 'text';
}

/** What n8n goes through: one after the other, each as soon as the one before is over. */
const AT_N8N: IncidentKind[] = [
	'database locked',
	'n8n restarted',
	'n8n killed',
	'workflow published',
	'n8n moved',
];

/** What AWS does meanwhile. */
const AT_AWS: IncidentKind[] = [
	'SNS fails',
	'SNS throttles',
	'social messaging fails',
	'social messaging throttles',
	'S3 hangs',
];

export const incidentsAtN8n = (seed: number) =>
	incidents(seed, AT_N8N, [1_000, 5_000], [2_000, 8_000]);
export const incidentsAtAws = (seed: number) =>
	incidents(seed, AT_AWS, [2_000, 8_000], [2_000, 10_000]);

/** How many incidents it takes until each has happened once. */
export const ROUND = AT_N8N.length;

/** Without an end, in rounds: in each of them everything happens once, in random order. */
function* incidents(
	seed: number,
	kinds: IncidentKind[],
	pauses: [number, number],
	durations: [number, number],
): Generator<Planned, never> {
	const random = randomFor(seed, ...kinds);
	const between = ([from, to]: [number, number]) => from + random() * (to - from);
	for (;;) {
		const left = [...kinds];
		while (left.length > 0) {
			const [kind] = left.splice(Math.floor(random() * left.length), 1);
			if (kind === undefined) continue;
			yield { kind, pauseMs: between(pauses), durationMs: between(durations), choice: random() };
		}
	}
}
