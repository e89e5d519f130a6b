/** Lets a number of callers through per second, one after the other, while the others wait for their turn. */
export class Throttle {
	#next = 0;

	/** How many milliseconds the next caller has to wait. */
	turn(perSecond: number, now: number): number {
		const turn = Math.max(this.#next, now);
		this.#next = turn + 1000 / perSecond;
		return turn - now;
	}
}
