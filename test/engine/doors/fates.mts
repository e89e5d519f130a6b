import { createHash } from 'node:crypto';
import type { Fault, LocalAws, RecordedRequest } from '../../../local-aws/index.mts';

const html = { 'content-type': 'text/html' };
const gateway = { status: 502, headers: html, body: '<h1>Bad Gateway</h1>' };
const service = {
	status: 500,
	headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'InternalServiceException' },
	body: '{}',
};

/** What can happen to a message, and how many of a thousand it happens to. */
const FATES = {
	throttled: { share: 50, faults: [{ kind: 'throttle' }] },
	broken: {
		share: 20,
		faults: [
			{ kind: 'answerAfter', answer: gateway },
			{ kind: 'answerAfter', answer: service },
			{ kind: 'answerBefore', answer: gateway },
		],
	},
	cut: { share: 10, faults: [{ kind: 'cutAfter' }, { kind: 'cutBefore' }] },
	unanswered: {
		share: 10,
		faults: [{ kind: 'answerAfter', answer: { status: 200, body: '{}' } }],
	},
} satisfies Record<string, { share: number; faults: Fault[] }>;

export interface Fate {
	name: keyof typeof FATES | 'good';
	fault?: Fault;
	/** How many requests for the message it hits. */
	times: number;
}

/** Numbers below 2^32 that a seed and an item decide. */
function numbersOf(seed: string, item: number): number[] {
	const hash = createHash('sha256').update(`${seed} ${item}`).digest();
	return [0, 4].map((at) => hash.readUInt32BE(at));
}

/** What happens to the messages of a run; the same seed decides the same. */
export function fatesOf(seed: string, count: number): Fate[] {
	return Array.from({ length: count }, (_, item): Fate => {
		const [luck = 0, variant = 0] = numbersOf(seed, item);
		let limit = 0;
		for (const name of ['throttled', 'broken', 'cut', 'unanswered'] as const) {
			const { share, faults } = FATES[name];
			limit += share;
			if (luck % 1000 >= limit) continue;
			const fault: Fault | undefined = faults[variant % faults.length];
			return { name, fault, times: name === 'throttled' ? 1 : Infinity };
		}
		return { name: 'good', times: 0 };
	});
}

/**
 * Lets the fates strike.
 *
 * @param itemOf which item a request is for, if it is one of these
 */
export function letStrike(
	{ faults }: LocalAws,
	fates: Fate[],
	itemOf: (request: RecordedRequest) => number | undefined,
): void {
	for (const [item, { fault, times }] of fates.entries()) {
		if (!fault) continue;
		const matches = (request: RecordedRequest) => itemOf(request) === item;
		faults.add({ ...fault, action: 'SendWhatsAppMessage', times, matches });
	}
}
