import { S3Store } from '../../../aws/store/s3Store.ts';
import { Sends, type Permission } from '../../../aws/store/sends.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { useFakeTime } from '../support/time.mts';
import { FAULTS, UnreliableS3, type Fault } from './unreliable-s3.mts';

useFakeTime();

/*
 * Processes send messages with keys while S3 fails and they die at any request, in a random but
 * repeatable order. In words, whatever happens:
 *
 * 1. For a key, no two messages go out, unless "send again" was chosen.
 * 2. Whoever is told that a message was sent is told of the one that was.
 * 3. Who does not die comes to an end.
 * 4. A message that went out, or may have, is never taken for one that did not.
 */

const LEASE_MS = 150_000;
const KEYS = 40;
const STEPS = 10_000;
/** Machine clocks may be that wrong, in ms. */
const SKEW_MS = 300_000;

interface Message {
	key: string;
	content: string;
	id: string;
	isAgain: boolean;
}

class World {
	readonly sent: Message[] = [];

	readonly told: Array<{ key: string; permission: Permission }> = [];

	/** Processes that have not come to their end, nor died. */
	readonly running = new Set<number>();

	/** Whether processes and S3 are well from now on. */
	isCalm = false;

	private started = 0;

	readonly s3: UnreliableS3;

	private readonly died = new Set<number>();

	private requesting = 0;

	constructor(private readonly random: () => number) {
		this.s3 = new UnreliableS3(() => this.fault());
	}

	chance = (probability: number) => !this.isCalm && this.random() < probability;

	pick = <T,>(of: readonly T[]): T => of[Math.floor(this.random() * of.length)] as T;

	private fault(): Fault {
		if (!this.chance(0.25)) return 'none';
		const fault = this.pick(FAULTS);
		if (fault.startsWith('dies')) this.died.add(this.requesting);
		return fault;
	}

	/** Starts a process that is to send a message. */
	start(key: string, content: string, againIfNotKnown: boolean): void {
		const id = ++this.started;
		this.running.add(id);
		void this.process(id, key, content, againIfNotKnown)
			.catch(() => undefined)
			.then(() => this.running.delete(id));
	}

	private async process(
		id: number,
		key: string,
		content: string,
		againIfNotKnown: boolean,
	): Promise<void> {
		const skew = (this.random() - 0.5) * 2 * SKEW_MS;
		const client = this.s3.client();
		const send = client.context.helpers.httpRequestWithAuthentication;
		client.context.helpers.httpRequestWithAuthentication = async (...request) => {
			this.requesting = id;
			const answer = send.apply(client.context, request);
			if (this.died.has(id)) this.running.delete(id);
			return await answer;
		};
		const store = new S3Store(client, 'bucket');
		const sends = new Sends(store, store, {
			now: () => Date.now() + skew,
			pause: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
		});
		const by = { workflow: 'w', execution: String(id) };
		const times = { leaseMs: LEASE_MS, rememberMs: 30 * 86_400_000 };
		const permission = await sends.claim(key, { content, by, againIfNotKnown, ...times });
		this.told.push({ key, permission });
		if (permission.is !== 'granted') return;
		const { claim } = permission;
		if (!(await claim.lasts(120_000))) return;
		if (this.chance(0.05)) return await this.die(id);
		if (this.chance(0.15)) {
			await claim.release();
			return;
		}
		const messageId = `${key} ${id}`;
		const isLost = this.chance(0.1);
		if (!isLost || this.chance(0.5)) {
			this.sent.push({ key, content, id: messageId, isAgain: againIfNotKnown });
		}
		if (this.chance(0.05)) return await this.die(id);
		await (isLost ? claim.notKnown() : claim.sent({ messageId }));
	}

	private async die(id: number): Promise<never> {
		this.running.delete(id);
		return await new Promise<never>(() => undefined);
	}
}

describe.each([1, 2, 3])('messages with keys, seed %i', (seed) => {
	it('go out once, whatever happens', async () => {
		const random = seededRandom(seed);
		const world = new World(random);
		const strict = (n: number) => n % 4 !== 0;
		const contentOf = (n: number) => `content of ${n}`;
		for (let step = 0; step < STEPS; step++) {
			if (random() < 0.6) {
				const n = Math.floor(random() * KEYS);
				const content = random() < 0.05 ? 'another content' : contentOf(n);
				world.start(`key ${n}`, content, !strict(n) && random() < 0.5);
			} else {
				const ms = random() < 0.02 ? 200_000 : random() * 2_000;
				await jest.advanceTimersByTimeAsync(ms);
			}
			const sent = world.sent.filter(({ key }) => strict(Number(key.slice(4))));
			if (new Set(sent.map(({ key }) => key)).size < sent.length) {
				throw new Error(`Step ${step} sent a message twice`);
			}
		}
		// Then all is well again, and everyone asks once more.
		world.isCalm = true;
		await jest.advanceTimersByTimeAsync(2 * LEASE_MS);
		expect(world.running.size).toBe(0);
		const before = world.sent.length;
		const asked = world.told.length;
		for (let n = 0; n < KEYS; n++) world.start(`key ${n}`, contentOf(n), false);
		await jest.advanceTimersByTimeAsync(2 * LEASE_MS);
		expect(world.running.size).toBe(0);
		expect(world.told.length - asked).toBe(KEYS);
		const sentBefore = new Set(world.sent.slice(0, before).map(({ key }) => key));
		for (const { key, permission } of world.told.slice(asked)) {
			if (sentBefore.has(key)) expect(permission.is).not.toBe('granted');
		}
		for (const { key, permission } of world.told) {
			if (permission.is !== 'sent') continue;
			const ids = world.sent.filter((message) => message.key === key).map(({ id }) => id);
			expect(ids).toContain(permission.result.messageId);
		}
		// The test is worth something only if all of it happened.
		const kinds = new Set(world.told.map(({ permission }) => permission.is));
		expect(kinds).toEqual(new Set(['granted', 'sent', 'notKnown', 'otherContent']));
		expect(world.sent.length).toBeGreaterThan(KEYS / 2);
	}, 120_000);
});
