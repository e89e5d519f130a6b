/** Lets so many through in a second, one after the other, and the others wait for their turn. */
export class Throttle {
	#next = 0;

	/** How many milliseconds whoever comes now has to wait. */
	turn(perSecond: number, now: number): number {
		const turn = Math.max(this.#next, now);
		this.#next = turn + 1000 / perSecond;
		return turn - now;
	}
}
