import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { WHOLE_SECONDS_MS, type Kept, type Store } from './store';

/** What was written down of an event: nothing of the event itself. `free`: it was refused after all. */
type State = 'atWork' | 'done' | 'free';

const VERSION = 1;

/** How long records count, in ms by the store's clock. */
export interface EventTimes {
	/** Others wait that long for what becomes of a claim; after that, its process counts as dead. */
	leaseMs: number;
	/** An event is known that long after it was passed on. */
	knownMs: number;
}

/** The stores of a process. */
export interface EventStores {
	/** For claiming an event, while its sender waits. */
	store: Store;
	/** For what became of it, when nobody waits any more. */
	lasting: Store;
}

/** Whether an event is to be passed on. */
export type EventVerdict =
	/** It is ours to pass on, and to say what became of it. */
	| { is: 'ours'; claim: EventClaim }
	/** Another process is passing it on at this moment. */
	| { is: 'atWork' }
	/** It has been passed on, that long ago in ms. */
	| { is: 'done'; ageMs: number };

const written = (state: State, { leaseMs }: EventTimes): IDataObject => ({
	v: VERSION,
	state,
	leaseMs,
});

/**
 * What a record in the way says; undefined where it stops nobody, as one that cannot be read: a message
 * that is lost is worse than one that comes twice.
 */
function verdictOn(
	{ record, writtenAt, now }: Kept,
	{ knownMs }: EventTimes,
): Exclude<EventVerdict, { is: 'ours' }> | undefined {
	const { v, state, leaseMs } = record;
	const ageMs = now - writtenAt;
	if (v !== VERSION || ageMs > knownMs + WHOLE_SECONDS_MS) return undefined;
	if (state === 'done') return { is: 'done', ageMs: Math.max(0, ageMs) };
	const isAlive = state === 'atWork' && ageMs < Number(leaseMs) + WHOLE_SECONDS_MS;
	return isAlive ? { is: 'atWork' } : undefined;
}

/** What becomes of an event that this process passes on. Its writes follow one another. */
export class EventClaim {
	private isOver = false;

	private last: Promise<unknown> = Promise.resolve();

	/** @param version of its record; undefined where the store could not be asked, so that nobody knows */
	constructor(
		private readonly store: Store,
		private readonly key: string,
		private readonly times: EventTimes,
		private version: string | undefined,
	) {}

	/** From now on, others wait for the whole lease again. @throws what the store throws */
	async renew(): Promise<void> {
		await this.inTurn(async () => {
			if (!this.isOver && this.version !== undefined) await this.write('atWork');
		});
	}

	/**
	 * The event has started the workflow, whatever others have written down of it meanwhile.
	 *
	 * @throws what the store throws
	 */
	async done(): Promise<void> {
		this.isOver = true;
		await this.inTurn(async () => {
			while (!(await this.write('done'))) {
				const found = await this.store.get(this.key);
				if (found && verdictOn(found, this.times)?.is === 'done') return;
				this.version = found?.version;
			}
		});
	}

	/**
	 * The event has not started the workflow: the next delivery may pass it on. Where that cannot be
	 * written down, it may when the lease is over.
	 *
	 * @throws what the store throws
	 */
	async free(): Promise<void> {
		this.isOver = true;
		// What was not claimed stops nobody.
		if (this.version !== undefined) await this.inTurn(async () => await this.write('free'));
	}

	/** @returns whether the record was still the one that this claim knows, or still absent */
	private async write(state: State): Promise<boolean> {
		const { store, key, version: known } = this;
		const record = written(state, this.times);
		// Where there may be no record, reading would need the right to list the bucket.
		const version =
			known === undefined
				? await store.create(key, record)
				: await store.replace(key, record, known);
		if (version !== undefined) this.version = version;
		return version !== undefined;
	}

	private async inTurn<T>(write: () => Promise<T>): Promise<T> {
		const turn = this.last.then(write);
		this.last = turn.catch(() => undefined);
		return await turn;
	}
}

/**
 * Events that start a workflow once, whichever process receives them, and however often.
 *
 * Before an event is passed on, it is claimed: of several processes at once, the store lets one. Then it
 * is written down that n8n has it, or that the next may try. Whose process dies in between has not said so
 * when the lease is over: then the event is passed on again, for it must never be lost.
 */
export class Events {
	/** @param trigger which trigger receives them: the same in all processes, and after a restart */
	constructor(
		private readonly stores: EventStores,
		private readonly trigger: string,
		private readonly times: EventTimes,
	) {}

	/**
	 * Claims an event: one write for one that is new.
	 *
	 * @throws what the store throws: then nobody knows whether it is claimed
	 */
	async claim(dedupeKey: string): Promise<EventVerdict> {
		const { store } = this.stores;
		const key = this.keyOf(dedupeKey);
		const atWork = written('atWork', this.times);
		for (let known: Kept | undefined; ; known = await store.get(key)) {
			const verdict = known && verdictOn(known, this.times);
			if (verdict) return verdict;
			const version = known
				? await store.replace(key, atWork, known.version)
				: await store.create(key, atWork);
			if (version !== undefined) return { is: 'ours', claim: this.claimOf(key, version) };
		}
	}

	/** An event that is passed on although the store could not be asked. */
	unclaimed(dedupeKey: string): EventClaim {
		return this.claimOf(this.keyOf(dedupeKey), undefined);
	}

	private claimOf(key: string, version: string | undefined): EventClaim {
		return new EventClaim(this.stores.lasting, key, this.times, version);
	}

	private keyOf(dedupeKey: string): string {
		const name = JSON.stringify([this.trigger, dedupeKey]);
		return `events/${createHash('sha256').update(name).digest('hex')}`;
	}
}
