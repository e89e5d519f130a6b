import { CanceledError } from '../../../aws/errors/errors.ts';
import type { Clock } from '../../../aws/transport/pace.ts';

/** A clock that jumps to the next time that something waits for, so that minutes pass in no time. */
export class FakeClock implements Clock {
	time = 1_000_000;

	private sleepers: Array<{ at: number; wake: () => void }> = [];

	now = () => this.time;

	pause = async (ms: number, signal: AbortSignal | undefined) => {
		await new Promise<void>((resolve, reject) => {
			if (signal?.aborted) return reject(new CanceledError());
			signal?.addEventListener('abort', () => reject(new CanceledError()), { once: true });
			this.sleepers.push({ at: this.time + ms, wake: resolve });
		});
	};

	/** Lets time pass until nobody sleeps any more, or for at most this many ms. */
	async run(ms = Infinity): Promise<void> {
		const end = this.time + ms;
		for (;;) {
			for (let i = 0; i < 50; i++) await Promise.resolve();
			const [next] = this.sleepers.sort((a, b) => a.at - b.at);
			if (!next || next.at > end) return;
			this.sleepers.shift();
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
	}
}
