import { Events, type EventClaim } from '../../../aws/store/events.ts';
import { S3Store } from '../../../aws/store/s3Store.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { BucketMemory } from '../../../nodes/AwsWhatsAppTrigger/once/bucketMemory.ts';
import { SeenEvents } from '../../../nodes/AwsWhatsAppTrigger/once/deduplication.ts';
import type { ClaimedEvents } from '../../../nodes/AwsWhatsAppTrigger/once/eventMemory.ts';
import type { SharedEvents } from '../../../nodes/AwsWhatsAppTrigger/once/sharedEvents.ts';
import { useFakeTime } from '../support/time.mts';
import { FAULTS, UnreliableS3, type Fault } from './unreliable-s3.mts';

useFakeTime();

/*
 * Three processes of n8n receive the same events in a random but repeatable order, while S3 fails, n8n
 * takes or refuses them, and the processes die and start again with an empty memory. In words:
 *
 * 1. While a process passes an event on, and S3 has granted it, S3 grants it to no other.
 * 2. Once n8n has taken an event, and S3 knows that, S3 grants it to no one for two hours.
 * 3. In a process that lives, an event starts the workflow once in two hours, whatever S3 does.
 * 4. An event that n8n has not taken is passed on by a later delivery: none is lost.
 * 5. Every delivery gets its answer in the time that its sender waits.
 */

const TIMES = { leaseMs: 60_000, knownMs: 120 * 60_000 };
const LONGEST_MS = 5_000;
/** Times are whole minutes in the memory of a process, and S3 may take that long to answer. */
const MARGIN_MS = 60_000;
const EVENTS = 30;
const STEPS = 10_000;
const survivable = FAULTS.filter((fault) => !fault.startsWith('dies'));

/** A process from its start to its end. */
class Life {
	isDead = false;

	readonly seen = new SeenEvents();

	/** What n8n has taken in this life, and when. */
	readonly taken = new Map<string, number>();
}

/** A post that is being passed on. */
interface Passage {
	life: Life;
	claimed: ClaimedEvents;
	/** Those of its events that S3 has granted in time. */
	granted: ReadonlySet<string>;
}

class World {
	readonly problems: string[] = [];

	readonly passages: Passage[] = [];

	/** Since when S3 knows that n8n has taken an event. */
	readonly knownSince = new Map<string, number>();

	readonly taken = new Set<string>();

	readonly counts = { granted: 0, byMemory: 0, dropped: 0, later: 0, refused: 0, died: 0 };

	readonly lives = [new Life(), new Life(), new Life()];

	isCalm = false;

	readonly s3 = new UnreliableS3(() => this.fault());

	constructor(private readonly random: () => number) {}

	private fault(): Fault {
		if (this.isCalm || this.random() >= 0.15) return 'none';
		return survivable[Math.floor(this.random() * survivable.length)] ?? 'none';
	}

	/** A post with these events reaches a process. */
	async deliver(at: number, keys: string[]): Promise<void> {
		const life = this.lives[at];
		if (!life) return;
		const began = Date.now();
		const granted = new Set<string>();
		const claimed = await new BucketMemory(life.seen, this.bucket(granted)).claim(keys);
		if (Date.now() - began > LONGEST_MS) this.problems.push('A delivery waited too long');
		if (life.isDead) return;
		if (!claimed) this.counts.later++;
		this.counts.dropped += keys.length - (claimed?.fresh.size ?? keys.length);
		if (claimed?.fresh.size) this.passOn({ life, claimed, granted });
	}

	/** S3 as a post sees it, with what it grants in time. */
	private bucket(granted: Set<string>): SharedEvents {
		let isOver = false;
		const noting = (key: string, claim: EventClaim) => {
			const done = claim.done.bind(claim);
			claim.done = async () => await done().then(() => void this.knownSince.set(key, Date.now()));
			return claim;
		};
		const store = new S3Store(this.s3.client(), 'bucket');
		const events = new Events({ store, lasting: store }, 'trigger', TIMES);
		const { claim, unclaimed } = events;
		events.unclaimed = (key) => noting(key, unclaimed.call(events, key));
		events.claim = async (key) => {
			const verdict = await claim.call(events, key);
			if (verdict.is !== 'ours') return verdict;
			if (!isOver) granted.add(key);
			return { is: 'ours', claim: noting(key, verdict.claim) };
		};
		return {
			inTime: async (work) => {
				const overdue = new Promise<never>((_resolve, reject) =>
					setTimeout(() => reject(new Error('too slow')), LONGEST_MS),
				);
				await Promise.race([work(events), overdue]).finally(() => (isOver = true));
			},
			warn: () => undefined,
		};
	}

	private passOn(passage: Passage): void {
		const { life, claimed, granted } = passage;
		const isRecent = (since = -Infinity) => Date.now() - since < TIMES.knownMs - MARGIN_MS;
		for (const key of claimed.fresh) {
			if (isRecent(life.taken.get(key))) this.problems.push(`A process passed ${key} on twice`);
			this.counts[granted.has(key) ? 'granted' : 'byMemory']++;
			if (!granted.has(key)) continue;
			if (this.passages.some((other) => !other.life.isDead && other.granted.has(key))) {
				this.problems.push(`${key} was granted to two at once`);
			}
			if (isRecent(this.knownSince.get(key))) this.problems.push(`${key} was granted again`);
		}
		this.passages.push(passage);
	}

	/** n8n answers one of the posts. */
	answer(index: number, isTaken: boolean): void {
		const [passage] = this.passages.splice(index, 1);
		if (!passage || passage.life.isDead) return;
		const { life, claimed } = passage;
		// n8n may refuse what it has announced to take.
		claimed.settle();
		claimed.end(isTaken);
		if (!isTaken) this.counts.refused++;
		for (const key of isTaken ? claimed.fresh : []) {
			this.taken.add(key);
			life.taken.set(key, Date.now());
		}
	}

	die(at: number): void {
		const life = this.lives[at];
		if (!life) return;
		life.isDead = true;
		this.counts.died++;
		this.lives[at] = new Life();
	}
}

describe.each([1, 2, 3, 4, 5])('events that three processes share, seed %i', (seed) => {
	it('start the workflow once, and none is lost', async () => {
		const random = seededRandom(seed);
		const upTo = (n: number) => Math.floor(random() * n);
		const world = new World(random);
		for (let step = 0; step < STEPS && world.problems.length === 0; step++) {
			const dice = random();
			if (dice < 0.35) {
				const keys = Array.from({ length: 1 + upTo(3) }, () => `event ${upTo(EVENTS)}`);
				void world.deliver(upTo(3), [...new Set(keys)]);
			} else if (dice < 0.6) world.answer(upTo(world.passages.length), random() < 0.6);
			else if (dice < 0.61) world.die(upTo(3));
			else if (dice < 0.612) await jest.advanceTimersByTimeAsync(random() * TIMES.knownMs);
			else await jest.advanceTimersByTimeAsync(random() * 3_000);
		}
		// Then all is well again, and SNS delivers what n8n has not taken.
		world.isCalm = true;
		while (world.passages.length > 0) world.answer(0, false);
		await jest.advanceTimersByTimeAsync(3 * TIMES.leaseMs);
		while (world.passages.length > 0) world.answer(0, false);
		await jest.advanceTimersByTimeAsync(3 * TIMES.leaseMs);
		const all = Array.from({ length: EVENTS * 2 }, (_, n) => `event ${n}`);
		const open = all.filter((key) => !world.taken.has(key));
		for (const key of open) void world.deliver(upTo(3), [key]);
		await jest.advanceTimersByTimeAsync(LONGEST_MS);
		const passed = world.passages.flatMap(({ claimed }) => [...claimed.fresh]);
		expect(world.problems).toEqual([]);
		expect(passed.sort()).toEqual(open.sort());
		// The test is worth something only if all of it happened.
		for (const count of Object.values(world.counts)) expect(count).toBeGreaterThan(20);
		expect(world.counts.granted).toBeGreaterThan(5 * world.counts.byMemory);
	}, 120_000);
});
