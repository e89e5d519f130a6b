import { createHash } from 'node:crypto';

/** Characters of a key in the record: 72 bits, so that two events do not share one by chance. */
const KEY_LENGTH = 12;
/** How many of the latest events are known in memory, and how many of them survive a restart. */
const MOST_IN_MEMORY = 10_000;
const MOST_SAVED = 2_000;

type State = 'working' | 'done';

/**
 * Which events have been passed on already. Amazon SNS delivers at least once, and n8n gives webhooks no
 * access to its own record of duplicates.
 */
export class SeenEvents {
	private readonly states = new Map<string, State>();
	private lastSaved = '';

	/** Adds what an earlier process, or another one, has saved. */
	restore(saved: unknown): void {
		if (typeof saved !== 'string' || saved === this.lastSaved) return;
		for (let at = 0; at + KEY_LENGTH <= saved.length; at += KEY_LENGTH) {
			const key = saved.slice(at, at + KEY_LENGTH);
			if (!this.states.has(key)) this.states.set(key, 'done');
		}
	}

	/**
	 * What to save: the latest events, oldest first, in keys of the same length. What is being worked on
	 * is not among them: if n8n ends now, its next delivery has to be passed on.
	 */
	saved(): string {
		const done = [...this.states].filter(([, state]) => state === 'done').map(([key]) => key);
		this.lastSaved = done.slice(-MOST_SAVED).join('');
		return this.lastSaved;
	}

	/** Whether one of these events is being passed on at this moment. */
	isBusyWith(dedupeKeys: string[]): boolean {
		return dedupeKeys.some((key) => this.states.get(short(key)) === 'working');
	}

	/** Of these events, those that nobody has claimed yet; from now on they are. */
	claim(dedupeKeys: string[]): Set<string> {
		const fresh = new Set(dedupeKeys.filter((key) => !this.states.has(short(key))));
		for (const key of fresh) this.states.set(short(key), 'working');
		return fresh;
	}

	/** The events are with n8n. */
	settle(dedupeKeys: Iterable<string>): void {
		for (const key of dedupeKeys) this.states.set(short(key), 'done');
		this.forgetOldest();
	}

	/** The events could not be passed on: the next delivery may. */
	release(dedupeKeys: Iterable<string>): void {
		for (const key of dedupeKeys) this.states.delete(short(key));
	}

	private forgetOldest(): void {
		for (const [key, state] of this.states) {
			if (this.states.size <= MOST_IN_MEMORY) return;
			if (state === 'done') this.states.delete(key);
		}
	}
}

function short(dedupeKey: string): string {
	return createHash('sha256').update(dedupeKey).digest('base64url').slice(0, KEY_LENGTH);
}

/** By trigger: executions of the same trigger overlap, and each has its own copy of what was saved. */
const records = new Map<string, SeenEvents>();

export function seenBy(trigger: string): SeenEvents {
	const record = records.get(trigger) ?? new SeenEvents();
	records.set(trigger, record);
	return record;
}

export function forgetSeenBy(trigger: string): void {
	records.delete(trigger);
}
