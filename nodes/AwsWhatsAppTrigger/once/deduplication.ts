import { createHash } from 'node:crypto';

/** Characters of a key in the record: 72 bits, so that two events do not share one by chance. */
const KEY_LENGTH = 12;
/** A minute since 1970 in base 36, which has five digits from 1970's first years until 2085. */
const TIME_LENGTH = 5;
const ENTRY_LENGTH = KEY_LENGTH + TIME_LENGTH;
const MINUTE_MS = 60_000;
/**
 * How long an event is known. SNS repeats a delivery for at most an hour. Much longer would be
 * wrong: a notice without an ID or a time of its own may come again because the same happened again.
 */
const KNOWN_FOR_MINUTES = 120;
export const KNOWN_FOR_MS = KNOWN_FOR_MINUTES * MINUTE_MS;
/** How many of the latest events are known in memory, and how many of them survive a restart. */
const MOST_IN_MEMORY = 10_000;
const MOST_SAVED = 1_000;

/** `free`: it was done, but n8n has refused it afterwards, whatever has been saved of it. */
type State = 'atWork' | 'done' | 'free';

interface Entry {
	state: State;
	/** Minutes since 1970. */
	since: number;
}

/** Which events have started a workflow, as far as one process and what it has saved can tell. */
export class SeenEvents {
	private readonly entries = new Map<string, Entry>();

	/** Nothing in these is new; every post is given one of them or the other. */
	private lastSaved = '';

	private lastRestored = '';

	/** @param now the time in ms since 1970 */
	constructor(private readonly now = Date.now) {}

	/** Whether any event is being passed on at this moment. */
	get isAtWork(): boolean {
		return [...this.entries.values()].some(({ state }) => state === 'atWork');
	}

	/** Adds what an earlier process, or another one, has saved. */
	restore(saved: unknown): void {
		if (typeof saved !== 'string' || saved === this.lastSaved || saved === this.lastRestored)
			return;
		let isAllTaken = true;
		for (let at = 0; at + ENTRY_LENGTH <= saved.length; at += ENTRY_LENGTH) {
			const key = saved.slice(at, at + KEY_LENGTH);
			const since = Number.parseInt(saved.slice(at + KEY_LENGTH, at + ENTRY_LENGTH), 36);
			// Saved before the clock was put back: it counts once that minute has come again.
			if (since > this.minute()) isAllTaken = false;
			else if (!this.entries.has(key)) this.entries.set(key, { state: 'done', since });
		}
		if (isAllTaken) this.lastRestored = saved;
		this.forget();
	}

	/**
	 * What to save: the latest events, oldest first, in entries of the same length. What is at work is not
	 * among them: if n8n ends now, its next delivery has to be passed on.
	 */
	saved(): string {
		const done = [...this.entries].filter(([, { state }]) => state === 'done').slice(-MOST_SAVED);
		this.lastSaved = done
			.map(([key, { since }]) => key + since.toString(36).padStart(TIME_LENGTH, '0'))
			.join('');
		return this.lastSaved;
	}

	/**
	 * Of these events, those that nobody has claimed yet, which are at work from now on; undefined where
	 * one of them is at work already.
	 */
	claim(dedupeKeys: string[]): Set<string> | undefined {
		this.forget();
		const oldest = this.minute() - KNOWN_FOR_MINUTES;
		const stateOf = (key: string) => {
			const { state, since = oldest } = this.entries.get(short(key)) ?? {};
			return state === 'done' && since < oldest ? 'free' : state;
		};
		if (dedupeKeys.some((key) => stateOf(key) === 'atWork')) return undefined;
		const fresh = new Set(dedupeKeys.filter((key) => stateOf(key) !== 'done'));
		this.set(fresh, 'atWork');
		return fresh;
	}

	/** The events are with n8n, since that long ago in ms. */
	settle(dedupeKeys: Iterable<string>, agoMs = 0): void {
		this.set(dedupeKeys, 'done', agoMs);
		this.forget();
	}

	/** n8n has not taken the events: the next delivery may pass them on. */
	release(dedupeKeys: Iterable<string>): void {
		this.set(dedupeKeys, 'free');
	}

	private minute(): number {
		return Math.floor(this.now() / MINUTE_MS);
	}

	/** The latest change comes last, so that what is oldest is forgotten first. */
	private set(dedupeKeys: Iterable<string>, state: State, agoMs = 0): void {
		const since = this.minute() - Math.floor(agoMs / MINUTE_MS);
		for (const dedupeKey of dedupeKeys) {
			const key = short(dedupeKey);
			this.entries.delete(key);
			this.entries.set(key, { state, since });
		}
	}

	private forget(): void {
		const oldest = this.minute() - KNOWN_FOR_MINUTES;
		for (const [key, { state, since }] of this.entries) {
			if (since >= oldest && this.entries.size <= MOST_IN_MEMORY) return;
			if (state !== 'atWork') this.entries.delete(key);
		}
	}
}

function short(dedupeKey: string): string {
	return createHash('sha256').update(dedupeKey).digest('base64url').slice(0, KEY_LENGTH);
}
