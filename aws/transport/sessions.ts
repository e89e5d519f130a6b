import { StsUnavailable } from '../errors/errors';
import type { AwsKeys } from './signing';

/** The keys of an assumed role. */
export interface Session {
	keys: AwsKeys;
	/** When AWS stops accepting them, in ms since 1970. */
	expiresAt: number;
}

/** How long before its end a session is renewed: five minutes, or a tenth of a short session. */
const MARGIN_MS = 5 * 60 * 1000;
const MARGIN_SHARE = 0.1;

/** More roles, or more values of an expression in a role's fields, than any installation has at once. */
const MOST_ENTRIES = 1000;

interface Held extends Session {
	obtainedAt: number;
	renewAt: number;
}

interface Entry {
	held?: Held;
	/** The request for a new session that is on its way. */
	pending?: Promise<Held>;
}

/**
 * The sessions of this n8n process. They are kept in memory only, so that no key of a role ever gets
 * into n8n's database. All who need the same new session at the same time wait for one request.
 */
export class Sessions {
	private readonly entries = new Map<string, Entry>();

	/** @param now the clock, in ms since 1970 */
	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * The keys of a session that is good for some time yet, obtained if there is none.
	 *
	 * @param refusedAt a session obtained at that time or before is not good any more
	 * @throws whatever `assume` throws, which is not remembered: the next caller asks again
	 */
	async provide(
		id: string,
		assume: () => Promise<Session>,
		refusedAt = -Infinity,
	): Promise<AwsKeys> {
		const now = this.now();
		const entry = this.entries.get(id) ?? {};
		const { held } = entry;
		// A time in the future would refuse every later session.
		const isRefused = held !== undefined && held.obtainedAt <= Math.min(refusedAt, now);
		if (held && !isRefused && now < held.renewAt) return held.keys;

		this.entries.set(id, entry);
		entry.pending ??= this.obtain(id, entry, assume).finally(() => {
			delete entry.pending;
		});
		const renewed = await entry.pending.catch((failure: unknown) => {
			const canWait = failure instanceof StsUnavailable && held && !isRefused;
			if (!canWait || this.now() >= held.expiresAt) throw failure;
			// Still good, so the renewal is put off by half of what is left.
			held.renewAt = (this.now() + held.expiresAt) / 2;
			return held;
		});
		return renewed.keys;
	}

	private async obtain(id: string, entry: Entry, assume: () => Promise<Session>): Promise<Held> {
		const { keys, expiresAt } = await assume().catch((failure: unknown) => {
			if (!entry.held) this.entries.delete(id);
			throw failure;
		});
		const obtainedAt = this.now();
		const margin = Math.min(MARGIN_MS, (expiresAt - obtainedAt) * MARGIN_SHARE);
		entry.held = { keys, expiresAt, obtainedAt, renewAt: expiresAt - margin };
		this.dropOthers(id);
		return entry.held;
	}

	/** Drops what has expired, and the oldest where there are too many; but not the one just obtained. */
	private dropOthers(kept: string): void {
		const now = this.now();
		for (const [id, { held, pending }] of this.entries) {
			if (id === kept || pending) continue;
			const isOver = !held || held.expiresAt <= now;
			if (isOver || this.entries.size > MOST_ENTRIES) this.entries.delete(id);
		}
	}
}
