import type { IDataObject } from 'n8n-workflow';
import { record as recordIn, texts } from '../../form/unknown';
import { WHOLE_SECONDS_MS, type Kept, type Store } from './store';

/** Who sent or tried to, so that a person can look it up. */
export interface Sender {
	/** The ID of the workflow. */
	workflow?: string;
	/** Its name. */
	name?: string;
	execution?: string;
}

/** A message that is to go out once. */
export interface Wanted {
	/** What it says, as a hash: the same for the same message. */
	content: string;
	by: Sender;
	/** How long, in ms, others wait for what becomes of it; then it counts as not known. */
	leaseMs: number;
	/** How long, in ms, the key is taken for used once it is known, or not known, what became of it. */
	rememberMs: number;
	/** Whether a message of which nobody knows may be sent again. */
	againIfNotKnown: boolean;
}

/** What the store says of a message that was sent before, or may have been. */
export interface Earlier {
	by: Sender;
	/** When that was written down, in ms since 1970. */
	at: number;
}

/** Whether a message is to be sent now. */
export type Permission =
	/** It is ours to send. */
	| { is: 'granted'; claim: Claim }
	/** It has been sent; with what was written down then. */
	| ({ is: 'sent'; result: IDataObject } & Earlier)
	/** It may have been sent: whoever was to do it has not said what became of it. */
	| ({ is: 'notKnown' } & Earlier)
	/** The key belongs to another message. */
	| ({ is: 'otherContent' } & Earlier);

/** What the protocol needs of the world. */
export interface Clock {
	/** In ms; it never goes back. */
	now(): number;
	/** @throws CanceledError */
	pause(ms: number): Promise<void>;
}

/** What was written down of a message. */
type State = 'claimed' | 'sent' | 'notKnown' | 'free';

const STATES: readonly string[] = ['claimed', 'sent', 'notKnown', 'free'] satisfies State[];

const VERSION = 1;

/** How often to look what has become of a message that another is sending: at first, and at last. */
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 2_000;

function written(state: State, { content, by, leaseMs, rememberMs }: Wanted): IDataObject {
	return { v: VERSION, state, content, by: { ...by }, leaseMs, rememberMs };
}

/** The right to send a message, until it is said what became of it. */
export class Claim {
	constructor(
		private readonly store: Store,
		private readonly clock: Clock,
		private readonly key: string,
		private readonly wanted: Wanted,
		private version: string,
		private since: number,
	) {}

	/**
	 * Makes sure, before the message leaves, that others will wait for it that long.
	 *
	 * @returns false where it is not ours any more, so that it must not be sent
	 */
	async lasts(ms: number): Promise<boolean> {
		const left = this.wanted.leaseMs - (this.clock.now() - this.since);
		if (left >= ms) return true;
		const now = this.clock.now();
		const isOurs = await this.write('claimed');
		if (isOurs) this.since = now;
		return isOurs;
	}

	/** The message was sent. @returns whether that could be written down */
	async sent(result: IDataObject): Promise<boolean> {
		return await this.write('sent', { result });
	}

	/** Nobody knows whether the message was sent. @returns as above */
	async notKnown(): Promise<boolean> {
		return await this.write('notKnown');
	}

	/** The message was certainly not sent: the key is free for it, or for another. @returns as above */
	async release(): Promise<boolean> {
		return await this.write('free');
	}

	private async write(state: State, more: IDataObject = {}): Promise<boolean> {
		const content = { ...written(state, this.wanted), ...more };
		const version = await this.store.replace(this.key, content, this.version);
		if (version === undefined) return false;
		this.version = version;
		return true;
	}
}

/** What is to be done about a record that is in the way. */
type Verdict =
	| Exclude<Permission, { is: 'granted' }>
	| { is: 'free' }
	| { is: 'busy'; forMs: number };

/** Of a message whose record cannot be read, nobody knows. */
function verdictOn({ record, writtenAt, now }: Kept, wanted: Wanted): Verdict {
	const { state, content, by, result, leaseMs, rememberMs } = record;
	const age = now - writtenAt;
	const earlier = { by: texts(recordIn(by), 'workflow', 'name', 'execution'), at: writtenAt };
	const isReadable = STATES.includes(String(state)) && record.v === VERSION;
	if (state === 'free') return { is: 'free' };
	const leaseLeft = Number(leaseMs) + WHOLE_SECONDS_MS - age;
	const isBusy = isReadable && state === 'claimed' && leaseLeft > 0;
	if (!isBusy && age > Number(rememberMs) + WHOLE_SECONDS_MS) return { is: 'free' };
	if (isBusy) return { is: 'busy', forMs: leaseLeft };
	if (isReadable && content !== wanted.content) return { is: 'otherContent', ...earlier };
	if (isReadable && state === 'sent') {
		return { is: 'sent', result: recordIn(result), ...earlier };
	}
	return wanted.againIfNotKnown ? { is: 'free' } : { is: 'notKnown', ...earlier };
}

/**
 * Messages that go out once for a key, whatever happens to those who send them.
 *
 * Before a message is sent, it is claimed: of several at once, the store lets one. Then it is written down
 * what became of it. Who finds a claim waits for that; if it does not come in time, nobody knows whether
 * the message was sent, and it is not sent again unless the user has chosen so.
 */
export class Sends {
	/** @param lasting takes what must be written down even if the execution is canceled meanwhile */
	constructor(
		private readonly store: Store,
		private readonly lasting: Store,
		private readonly clock: Clock,
	) {}

	/** @throws CanceledError while it waits for another, and what the store throws */
	async claim(key: string, wanted: Wanted): Promise<Permission> {
		const claimed = written('claimed', wanted);
		const granted = (version: string, since: number): Permission => ({
			is: 'granted',
			claim: new Claim(this.lasting, this.clock, key, wanted, version, since),
		});
		let lookMs = FIRST_LOOK_MS;
		for (let known: Kept | undefined; ; known = await this.store.get(key)) {
			const verdict: Verdict = known ? verdictOn(known, wanted) : { is: 'free' };
			if (verdict.is === 'busy') {
				await this.clock.pause(Math.min(lookMs, verdict.forMs));
				lookMs = Math.min(2 * lookMs, LAST_LOOK_MS);
				continue;
			}
			if (verdict.is !== 'free') return verdict;
			const since = this.clock.now();
			const version = known
				? await this.store.replace(key, claimed, known.version)
				: await this.store.create(key, claimed);
			if (version !== undefined) return granted(version, since);
		}
	}
}
