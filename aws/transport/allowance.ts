/** How many of something may follow each other at once, and the ms after which there is one more. */
export interface Allowance {
	burst: number;
	everyMs: number;
}

/** As many as may be known before those that are full again are forgotten. */
const TIDY_UP_AT = 1_000;

/**
 * What has been used of allowances, each under a key of its own. (The generic cell rate algorithm of
 * ATM networks, ITU-T I.371: a bucket of tokens as a single time.)
 */
export class Allowances {
	/** When each is full again, in ms since 1970. */
	private readonly fullAt = new Map<string, number>();

	private tidyUpAt = TIDY_UP_AT;

	/** Uses one. @returns the ms after which it may be used, 0 if at once */
	use(key: string, { burst, everyMs }: Allowance, now = Date.now()): number {
		const fullAt = Math.max(this.fullAt.get(key) ?? 0, now) + everyMs;
		this.fullAt.set(key, fullAt);
		if (this.fullAt.size > this.tidyUpAt) this.tidyUp(now);
		return Math.max(0, fullAt - now - burst * everyMs);
	}

	/** One that was not used after all, since nobody waited for it. */
	giveBack(key: string, { everyMs }: Allowance): void {
		const fullAt = this.fullAt.get(key);
		if (fullAt !== undefined) this.fullAt.set(key, fullAt - everyMs);
	}

	private tidyUp(now: number): void {
		for (const [key, fullAt] of this.fullAt) if (fullAt <= now) this.fullAt.delete(key);
		this.tidyUpAt = Math.max(TIDY_UP_AT, 2 * this.fullAt.size);
	}
}
