import { Allowances } from './allowance';
import { CanceledError } from '../errors/errors';
import { orCanceled, pause } from './pause';

/** The pause after a throttled request, in ms: it doubles while nothing gets through. */
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 5_000;

/**
 * How long nothing may get through, in ms, and how often the pace is cut, before it is of no use to go on
 * trying: AWS may ask for a longer pause.
 */
const PATIENCE_MS = 40_000;
const PATIENT_CUTS = 3;
/** Then the requests that still have to be tried once leave at this rate, to come to an end. */
const STUCK_RATE = 2;

/** Below the rate that got through, so that the next requests do. */
const CUT = 0.8;
/** How steeply it gets faster again; AWS's own value. */
const STEEPNESS = 0.4;
/** Requests a second; the slowest is for the time in which nothing gets through. */
const SLOWEST = 0.5;
/** Where nothing has got through yet that would tell a rate. */
const FIRST_GUESS = 10;
/** High enough to count as unlimited: no run reaches it. */
const UNLIMITED = 1000;

/** The time without a request, in ms, after which what was known of the quota is outdated. */
const FORGOTTEN_AFTER_MS = 30_000;

/** The window, in ms, over which the rate that gets through is measured, and the shortest that tells. */
const WINDOW_MS = 1000;
const SHORTEST_WINDOW_MS = 100;

/** What a pace needs of the world; tests give their own. */
export interface Clock {
	now(): number;
	pause(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

const REAL: Clock = { now: () => Date.now(), pause };

/**
 * The pace at which requests leave that share a quota of AWS. There is no limit until AWS
 * throttles one. Then all that follow wait, and leave somewhat slower than they got through before; in
 * time the pace recovers. This is the idea of AWS's adaptive retry mode (AWS SDKs and Tools Reference
 * Guide, "Retry behavior"), with one cut for all requests that were under way together.
 */
export class Pace {
	/** Requests a second. */
	private rate = Infinity;

	/** When the next request may leave. */
	private nextAt = 0;

	/** Requests waiting for their turn, in order. */
	private line: Promise<void> = Promise.resolve();

	private waiting = 0;

	/** When the pace was cut last; what had left before was throttled by the same overload. */
	private cutAt = -Infinity;

	/** When requests went on after that. */
	private resumedAt = -Infinity;

	/** What was too fast then, in requests a second. */
	private tooFast = Infinity;

	/** Times at which requests got through, within the window. */
	private passes: number[] = [];

	private firstAt?: number;

	/** How many cuts there were since a request got through. */
	private cutsInARow = 0;

	private stuckSince?: number;

	/** How many requests got through. */
	private passed = 0;

	private usedAt = 0;

	constructor(private readonly clock: Clock = REAL) {}

	/** Whether nothing has got through for so long that waiting on is of no use. */
	get isStuck(): boolean {
		if (this.stuckSince === undefined || this.cutsInARow < PATIENT_CUTS) return false;
		return this.clock.now() - this.stuckSince >= PATIENCE_MS;
	}

	/** Grows whenever a request gets through. */
	get progress(): number {
		return this.passed;
	}

	/** Waits until the next request may leave; those who ask first leave first. @throws CanceledError */
	async turn(signal: AbortSignal | undefined): Promise<void> {
		const now = this.clock.now();
		if (this.waiting === 0 && now - this.usedAt > FORGOTTEN_AFTER_MS) this.forgetQuota();
		if (this.rate === Infinity && this.waiting === 0 && this.nextAt <= now) {
			this.usedAt = now;
			return;
		}
		this.waiting++;
		const mine = this.line.then(async () => await this.slot(signal));
		this.line = mine.then(
			() => undefined,
			() => undefined,
		);
		try {
			await orCanceled(mine, signal);
		} finally {
			this.waiting--;
		}
	}

	/** A request got through: it was not throttled, whatever its result. */
	pass(): void {
		const now = this.clock.now();
		this.passed++;
		this.firstAt ??= now;
		this.cutsInARow = 0;
		this.stuckSince = undefined;
		if ((this.passes[0] ?? now) < now - 2 * WINDOW_MS) this.forget(now);
		this.passes.push(now);
		if (this.rate === Infinity) return;
		this.rate = Math.max(this.rate, this.recovered((now - this.resumedAt) / 1000));
		if (this.rate >= UNLIMITED) this.rate = Infinity;
	}

	/**
	 * The rate some seconds after a cut: soon near the one that was too fast, there for a while, and then
	 * faster and faster. (CUBIC, RFC 9438, as AWS's adaptive retry mode uses it.)
	 */
	private recovered(seconds: number): number {
		const untilThere = Math.cbrt((this.tooFast * (1 - CUT)) / STEEPNESS);
		return STEEPNESS * (seconds - untilThere) ** 3 + this.tooFast;
	}

	/**
	 * A request was throttled: everything waits, and goes on slower.
	 *
	 * @param leftAt when it had left, in ms since 1970
	 * @param askedMs how long AWS asks to wait
	 */
	throttle(leftAt: number, askedMs: number): void {
		const now = this.clock.now();
		// Where it is of no use, those that still have to be tried are not to wait for it one by one.
		if (!this.isStuck) this.nextAt = Math.max(this.nextAt, now + askedMs);
		this.stuckSince ??= now;
		if (leftAt <= this.cutAt) return;
		this.cutAt = now;
		this.tooFast = this.fastNow(now);
		this.rate = Math.max(SLOWEST, this.tooFast * CUT);
		const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.cutsInARow);
		this.cutsInARow++;
		// At least half of it, so that others who share the quota do not all come back at once.
		const pauseMs = this.isStuck ? 0 : longest * (0.5 + Math.random() / 2);
		this.nextAt = Math.max(this.nextAt, now + pauseMs);
		this.resumedAt = this.nextAt;
	}

	/** The rate that is too fast, in requests a second: what got through, or half of it where nothing did. */
	private fastNow(now: number): number {
		if (this.cutsInARow > 0) return this.rate / 2 / CUT;
		// What has got through since a pause says nothing yet.
		if (now - this.resumedAt < WINDOW_MS) return this.rate;
		this.forget(now);
		if (this.passes.length === 0) return Math.min(this.rate / 2, FIRST_GUESS) / CUT;
		const sinceFirst = now - (this.firstAt ?? now);
		const measuredMs = Math.max(SHORTEST_WINDOW_MS, Math.min(WINDOW_MS, sinceFirst));
		return Math.min(this.rate, (this.passes.length * 1000) / measuredMs);
	}

	/** But not how long AWS has asked to wait. */
	private forgetQuota(): void {
		this.rate = Infinity;
		this.cutsInARow = 0;
		this.stuckSince = undefined;
		this.firstAt = undefined;
		this.passes = [];
	}

	private forget(now: number): void {
		this.passes = this.passes.filter((at) => at > now - WINDOW_MS);
	}

	private async slot(signal: AbortSignal | undefined): Promise<void> {
		if (signal?.aborted) throw new CanceledError();
		for (let now = this.clock.now(); now < this.nextAt; now = this.clock.now()) {
			await this.clock.pause(this.nextAt - now, signal);
		}
		const rate = this.isStuck ? Math.max(this.rate, STUCK_RATE) : this.rate;
		this.usedAt = this.clock.now();
		this.nextAt = Math.max(this.nextAt, this.usedAt) + 1000 / rate;
	}
}

/** The paces of all that share AWS's quotas: one for each thing that AWS counts by itself. */
export class Paces {
	/** What the user or WhatsApp allows beside them. */
	readonly allowances = new Allowances();

	private readonly paces = new Map<string, Pace>();

	of(quota: string): Pace {
		const existing = this.paces.get(quota);
		if (existing) return existing;
		const pace = new Pace();
		this.paces.set(quota, pace);
		return pace;
	}
}

/** More credentials than any installation sends with at the same time. */
const MOST_CREDENTIALS = 500;

const pacesOfCredentials = new Map<string, Paces>();

/**
 * The paces of a credential, for all workflows of this n8n process: AWS's quotas are those of an
 * account, and many small executions must not stop each other.
 */
export function pacesOf(credential: string): Paces {
	const paces = pacesOfCredentials.get(credential) ?? new Paces();
	// The one that was used last goes last.
	pacesOfCredentials.delete(credential);
	pacesOfCredentials.set(credential, paces);
	const [oldest] = pacesOfCredentials.keys();
	if (pacesOfCredentials.size > MOST_CREDENTIALS && oldest !== undefined) {
		pacesOfCredentials.delete(oldest);
	}
	return paces;
}
