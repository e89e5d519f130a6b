import { sleep } from 'n8n-workflow';

/** How long to wait, in ms, and for what. */
export interface TimeLimits {
	/** From the end of the request to the answer, or to its head where the body is a stream. */
	answer: number;
	/** Between two pieces of a stream, in either direction. */
	idle: number;
	/** For all of it. */
	whole: number;
}

/** AWS passes most requests on to WhatsApp, which may take its time. */
const LONGEST_ANSWER_MS = 120_000;
const LONGEST_IDLE_MS = 30_000;

/** The slowest connection, in bytes per second, over which a file is still worth waiting for. */
const SLOWEST_BYTES = 50_000;

/**
 * The time limits of a request.
 *
 * @param timeout what the user set in the node's Request Options, in ms; then nothing takes longer
 * that does not move
 * @param bytes what has to be carried besides the request itself
 */
export function timeLimits(timeout?: number, bytes = 0): TimeLimits {
	const wanted = timeout !== undefined && timeout > 0 ? timeout : Infinity;
	const answer = wanted === Infinity ? LONGEST_ANSWER_MS : wanted;
	return {
		answer,
		idle: Math.min(wanted, LONGEST_IDLE_MS),
		whole: answer + Math.ceil((bytes / SLOWEST_BYTES) * 1000),
	};
}

/** How exactly limits are kept, in ms. */
const RESOLUTION_MS = 250;

/** All waits that are under way, in one list with one clock: a timer each would cost more. */
const waits = new Set<Wait>();
let isWatching = false;

async function watch(): Promise<void> {
	if (isWatching) return;
	isWatching = true;
	while (waits.size > 0) {
		await sleep(RESOLUTION_MS);
		const now = Date.now();
		for (const wait of waits) wait.check(now);
	}
	isWatching = false;
}

/** One wait with a limit, which can be put off while something moves, but not beyond the whole. */
export class Wait {
	private readonly controller = new AbortController();

	private readonly began = Date.now();

	private due: number;

	private end: number;

	private passed?: string;

	/** @param limits the first of them is that for the answer, since it may come at once */
	constructor(
		private readonly limits: TimeLimits,
		private readonly canceled: AbortSignal | undefined,
	) {
		this.end = this.began + limits.whole;
		this.due = Math.min(this.began + limits.answer, this.end);
		canceled?.addEventListener('abort', this.cancel, { once: true });
		if (canceled?.aborted) this.cancel();
		waits.add(this);
		void watch();
	}

	/** Ends what is waited for: at the limit, or when the execution is canceled. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** Which limit has passed, in words; undefined while none has. */
	get overdue(): string | undefined {
		return this.passed;
	}

	/** Something moves: the next piece may take as long as a piece may take. */
	moves(): void {
		this.until(this.limits.idle);
	}

	/** All has been sent: the answer may take as long as an answer may take. */
	sent(): void {
		this.until(this.limits.answer);
	}

	/** This many bytes are still to come. */
	expect(bytes: number): void {
		this.end = Math.max(this.end, Date.now() + timeLimits(this.limits.answer, bytes).whole);
		this.moves();
	}

	/** It is over, well or not. */
	done(): void {
		waits.delete(this);
		this.canceled?.removeEventListener('abort', this.cancel);
	}

	/** Ends it before its time. */
	stop(): void {
		this.done();
		this.controller.abort();
	}

	check(now: number): void {
		if (now < this.due) return;
		const seconds = Math.round((now - this.began) / 100) / 10;
		this.passed = `no response within ${seconds} s`;
		this.stop();
	}

	private until(ms: number): void {
		this.due = Math.min(Date.now() + ms, this.end);
	}

	private readonly cancel = () => this.stop();
}
