const SECOND_MS = 1_000;

/** AWS's quota: so many requests within any one second. A refused request does not count. */
export class Quota {
	private readonly perSecond: number;
	private passed: number[] = [];

	constructor(perSecond: number) {
		this.perSecond = perSecond;
	}

	/** Whether one more may pass at this time, in ms; if so, it has. */
	takes(now: number): boolean {
		this.passed = this.passed.filter((at) => now - at < SECOND_MS);
		if (this.passed.length >= this.perSecond) return false;
		this.passed.push(now);
		return true;
	}
}
