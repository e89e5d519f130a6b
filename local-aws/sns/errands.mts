/** What is under way and may be broken off, all of it at once. Thousands at a time must not slow each other down. */
export class Errands {
	isStopped = false;
	readonly #ends = new Set<() => void>();

	async pause(ms: number): Promise<void> {
		if (ms <= 0 || this.isStopped) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				this.#ends.delete(end);
				resolve();
			};
			const timer = setTimeout(end, ms);
			this.#ends.add(end);
		});
	}

	/** Work that is broken off after this long, or when everything is. */
	async within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const controller = new AbortController();
		const end = () => controller.abort();
		const timer = setTimeout(end, ms);
		this.#ends.add(end);
		try {
			return await work(controller.signal);
		} finally {
			clearTimeout(timer);
			this.#ends.delete(end);
		}
	}

	stop(): void {
		this.isStopped = true;
		for (const end of [...this.#ends]) end();
	}
}
