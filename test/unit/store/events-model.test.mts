import { createHash } from 'node:crypto';
import { Events, type EventClaim } from '../../../aws/store/events.ts';
import { S3Store } from '../../../aws/store/s3Store.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { BucketMemory } from '../../../nodes/AwsWhatsAppTrigger/once/bucketMemory.ts';
import { SeenEvents } from '../../../nodes/AwsWhatsAppTrigger/once/deduplication.ts';
import type { ClaimedEvents } from '../../../nodes/AwsWhatsAppTrigger/once/eventMemory.ts';
import type { SharedEvents } from '../../../nodes/AwsWhatsAppTrigger/once/sharedEvents.ts';
import { useFakeTime } from '../support/time.mts';
import { CLOCK_AHEAD_MS, FAULTS, UnreliableS3, type Fault } from './unreliable-s3.mts';

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
/** Every so many steps, a new event comes up; each is delivered a few times soon, and now and then later. */
const NEW_EVERY = 10;
const STEPS = 3_000;
const survivable = FAULTS.filter((fault) => !fault.startsWith('dies'));

const isRecent = (since = -Infinity) => Date.now() - since < TIMES.knownMs - MARGIN_MS;

const forever = async () => await new Promise<never>(() => undefined);

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
		if (this.isCalm || this.random() >= 0.06) return 'none';
		return survivable[Math.floor(this.random() * survivable.length)] ?? 'none';
	}

	/** A post with these events reaches a process. */
	async deliver(at: number, keys: string[]): Promise<void> {
		const life = this.lives[at];
		if (!life) return;
		const began = Date.now();
		const granted = new Set<string>();
		const claimed = await new BucketMemory(life.seen, this.bucket(life, granted)).claim(keys);
		if (Date.now() - began > LONGEST_MS) this.problems.push('A delivery waited too long');
		if (life.isDead) return;
		if (!claimed) this.counts.later++;
		this.counts.dropped += keys.length - (claimed?.fresh.size ?? keys.length);
		if (claimed?.fresh.size) this.passOn({ life, claimed, granted });
	}

	/** S3 as a post sees it, with what it grants in time. */
	private bucket(life: Life, granted: Set<string>): SharedEvents {
		let isOver = false;
		const noting = (key: string, claim: EventClaim) => {
			const done = claim.done.bind(claim);
			claim.done = async () => {
				await done();
				this.knownSince.set(key, Date.now() - this.ageOf(key));
			};
			return claim;
		};
		const client = this.s3.client();
		const { helpers } = client.context;
		const send = helpers.httpRequestWithAuthentication;
		helpers.httpRequestWithAuthentication = async (...request) =>
			await (life.isDead ? forever() : send.apply(client.context, request));
		const store = new S3Store(client, 'bucket');
		const events = new Events({ store, lasting: store }, 'trigger', TIMES);
		const { claim, unclaimed } = events;
		events.unclaimed = (key) => noting(key, unclaimed.call(events, key));
		events.claim = async (key) => {
			const wasKnown = isRecent(this.knownSince.get(key));
			const verdict = await claim.call(events, key);
			if (verdict.is !== 'ours') return verdict;
			if (wasKnown) this.problems.push(`${key} was granted again`);
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

	/** How long ago the record of an event was written, in ms. */
	private ageOf(key: string): number {
		const name = createHash('sha256')
			.update(JSON.stringify(['trigger', key]))
			.digest('hex');
		const [, stored] = [...this.s3.objects].find(([url]) => url.includes(name)) ?? [];
		return Date.now() + CLOCK_AHEAD_MS - (stored?.writtenAt ?? NaN);
	}

	private passOn(passage: Passage): void {
		const { life, claimed, granted } = passage;
		for (const key of claimed.fresh) {
			if (isRecent(life.taken.get(key))) this.problems.push(`A process passed ${key} on twice`);
			this.counts[granted.has(key) ? 'granted' : 'byMemory']++;
			if (!granted.has(key)) continue;
			if (this.passages.some((other) => !other.life.isDead && other.granted.has(key))) {
				this.problems.push(`${key} was granted to two at once`);
			}
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

describe.each([1, 2, 3])('events that three processes share, seed %i', (seed) => {
	it('start the workflow once, and none is lost', async () => {
		const random = seededRandom(seed);
		const upTo = (n: number) => Math.floor(random() * n);
		const world = new World(random);
		/** One of the latest, one of all, or one that is being passed on. */
		const someEvent = (latest: number): string => {
			const dice = random();
			const passages = world.passages.filter(({ life }) => !life.isDead);
			const [key] = passages[upTo(passages.length)]?.claimed.fresh ?? [];
			if (dice < 0.2 && key !== undefined) return key;
			return `event ${dice < 0.4 ? upTo(latest) : Math.max(0, Math.floor(latest) - upTo(8))}`;
		};
		for (let step = 0; step < STEPS && world.problems.length === 0; step++) {
			const dice = random();
			if (dice < 0.35) {
				const keys = Array.from({ length: 1 + upTo(3) }, () => someEvent(step / NEW_EVERY));
				void world.deliver(upTo(3), [...new Set(keys)]);
			} else if (dice < 0.6) world.answer(upTo(world.passages.length), random() < 0.6);
			else if (dice < 0.61) world.die(upTo(3));
			else if (dice < 0.612) {
				// Every two hours, what is known is forgotten; renewing many claims until then takes long.
				while (world.passages.length > 2) world.answer(0, random() < 0.6);
				await jest.advanceTimersByTimeAsync(random() * TIMES.knownMs);
			} else await jest.advanceTimersByTimeAsync(random() * 3_000);
		}
		// Then all is well again, and SNS delivers what n8n has not taken.
		world.isCalm = true;
		while (world.passages.length > 0) world.answer(0, false);
		await jest.advanceTimersByTimeAsync(3 * TIMES.leaseMs);
		while (world.passages.length > 0) world.answer(0, false);
		await jest.advanceTimersByTimeAsync(3 * TIMES.leaseMs);
		const all = Array.from({ length: STEPS / NEW_EVERY }, (_, n) => `event ${n}`);
		const open = all.filter((key) => !world.taken.has(key));
		expect(open.length).toBeGreaterThan(10);
		for (const key of open) void world.deliver(upTo(3), [key]);
		await jest.advanceTimersByTimeAsync(LONGEST_MS);
		const passed = world.passages.flatMap(({ claimed }) => [...claimed.fresh]);
		expect(world.problems).toEqual([]);
		expect(passed.sort()).toEqual(open.sort());
		// The test is worth something only if all of it happened.
		for (const count of Object.values(world.counts)) expect(count).toBeGreaterThan(10);
		expect(world.counts.granted).toBeGreaterThan(3 * world.counts.byMemory);
	}, 120_000);
});
