/** The right of an item to be one of those that are at work. */
export interface Slot {
	/**
	 * Does something meanwhile of which the limit is not to be the reason to wait: the next item begins.
	 * Afterwards the item goes on before those that have not begun.
	 */
	outside<T>(work: () => Promise<T>): Promise<T>;
	/** The rest of the item needs none. */
	leave(): void;
}

/** How many items may be under way for each that may be at work. */
const UNDER_WAY = 1.5;

/** A number of slots, and those who wait for one. */
export class Slots {
	private readonly returning: Array<() => void> = [];

	private readonly fresh: Array<() => void> = [];

	private free: number;

	constructor(private readonly width: number) {
		this.free = width;
	}

	/** How many items are under way at most, those outside included. One alone keeps the order of all items. */
	get most(): number {
		return this.width === 1 ? 1 : Math.ceil(this.width * UNDER_WAY);
	}

	/** Waits for a slot. */
	async take(): Promise<Slot> {
		await this.enter(this.fresh);
		let isHeld = true;
		const leave = () => {
			if (isHeld) this.give();
			isHeld = false;
		};
		return {
			leave,
			outside: async (work) => {
				if (this.width === 1) return await work();
				leave();
				try {
					return await work();
				} finally {
					await this.enter(this.returning);
					isHeld = true;
				}
			},
		};
	}

	private async enter(queue: Array<() => void>): Promise<void> {
		if (this.free > 0) this.free--;
		else await new Promise<void>((resolve) => queue.push(resolve));
	}

	private give(): void {
		const next = this.returning.shift() ?? this.fresh.shift();
		if (next) next();
		else this.free++;
	}
}
