import type { RecordedRequest } from '../../../local-aws/index.mts';
import type { Door } from '../engine.mts';
import { requestsFor } from '../recorded.mts';
import { jsonOf, pairsOf, useSetting } from '../setting.mts';
import { DOORS } from './both.mts';
import { fatesOf, letStrike, type Fate } from './fates.mts';

/*
 * 200 messages, of which 5 % are throttled, 2 % are answered with a 5xx, 1 % lose their connection and
 * 1 % are answered with a success that says nothing. The runs are executed at the same time, each to
 * people of its own and with a credential of its own, so that none slows another down.
 */

const setting = useSetting();
const COUNT = 200;
const SEEDS = ['a', '3'] as const;
const FIRST = 4_915_110_000_000;
/** From the first person of a run to that of the next. */
const APART = 1000;

interface Outcome {
	pairs: unknown[];
	/** "sent", or what is known of the failure. */
	outcomes: string[];
	/** For each item. */
	requests: number[];
	/** How many messages each phone has received. */
	received: number[];
}

/** The number of a person in a run, if it is one of its people. */
const personIn = (to: unknown, run: number): number | undefined => {
	const person = Number(to) - FIRST - run * APART;
	return person >= 0 && person < COUNT ? person : undefined;
};

const recipientOf = ({ body }: RecordedRequest): unknown => {
	const { message } = JSON.parse(body.toString()) as { message: string };
	return (JSON.parse(Buffer.from(message, 'base64').toString()) as { to: unknown }).to;
};

function countsOf(recipients: unknown[], run: number): number[] {
	const counts = Array<number>(COUNT).fill(0);
	for (const to of recipients) {
		const person = personIn(to, run);
		if (person !== undefined) counts[person] = (counts[person] ?? 0) + 1;
	}
	return counts;
}

async function outcomeOf(run: number, door: Door, fates: Fate[]): Promise<Outcome> {
	letStrike(setting.aws, fates, (request) => personIn(recipientOf(request), run));
	const result = await setting.send(
		{ to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' },
		{
			items: Array.from({ length: COUNT }, (_, n) => ({
				json: { to: `+${FIRST + run * APART + n}`, n },
			})),
			door,
			onError: 'continueRegularOutput',
			credentialId: `of run ${run}`,
		},
	);
	expect(result.error).toBeUndefined();
	const { aws } = setting;
	return {
		pairs: pairsOf(result),
		outcomes: jsonOf(result).map(({ messageId, details }) =>
			messageId ? 'sent' : String((details as { outcome?: string } | undefined)?.outcome),
		),
		requests: countsOf(requestsFor(aws, 'SendWhatsAppMessage').map(recipientOf), run),
		received: countsOf(
			aws.phone.messages.map(({ to }) => to),
			run,
		),
	};
}

/** What has to become of the messages: where nobody knows, a message is not sent again. */
const expected = (fates: Fate[]): Outcome => ({
	pairs: fates.map((_, item) => item),
	outcomes: fates.map(({ name }) => (['good', 'throttled'].includes(name) ? 'sent' : 'notKnown')),
	requests: fates.map(({ name, times }) => (name === 'throttled' ? times + 1 : 1)),
	received: fates.map(({ fault }) => (/Before$/.test(fault?.kind ?? '') ? 0 : 1)),
});

describe('a seed', () => {
	it.each(SEEDS)('lets every kind of fate strike: "%s"', (seed) => {
		const names = fatesOf(seed, COUNT).map(({ name }) => name);
		const kinds = ['broken', 'cut', 'good', 'throttled', 'unanswered'];
		expect([...new Set(names)].sort()).toEqual(kinds);
	});

	it('decides other fates than another seed', () => {
		expect(fatesOf(SEEDS[0], COUNT)).not.toEqual(fatesOf(SEEDS[1], COUNT));
	});
});

it('every item has one outcome, its own, none is sent twice, and the same seed has the same outcomes, through both doors', async () => {
	const runs = DOORS.flatMap((door) =>
		[...SEEDS, SEEDS[0]].map((seed) => ({ door, seed, fates: fatesOf(seed, COUNT) })),
	);
	const outcomes = await Promise.all(
		runs.map(async ({ door, fates }, run) => await outcomeOf(run, door, fates)),
	);
	for (const [run, { door, seed, fates }] of runs.entries()) {
		expect({ door, seed, ...outcomes[run] }).toEqual({ door, seed, ...expected(fates) });
	}
}, 180_000);
