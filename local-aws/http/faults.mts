import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from './random.mts';
import type { RecordedRequest } from './recorder.mts';
import type { Answer } from './service.mts';

export const faultKinds = [
	'throttle',
	'error',
	'slow',
	'cutBefore',
	'cutAfter',
	'answerBefore',
	'answerAfter',
] as const;

export interface Fault {
	kind: (typeof faultKinds)[number];
	service?: string;
	action?: string;
	matches?: (request: RecordedRequest) => boolean;
	/** Between 0 and 1; without it every matching request is hit. */
	probability?: number;
	/** How many requests are hit before the fault wears off. */
	times?: number;
	status?: number;
	errorName?: string;
	message?: string;
	retryAfterSeconds?: number;
	delayMs?: number;
	/** What is answered in place of the service, before or after it has done its work. */
	answer?: Answer;
}

interface ArmedFault {
	fault: Fault;
	hitsLeft: number;
	random: () => number;
}

/** The things that go wrong on purpose. */
export class Faults {
	#armed: ArmedFault[] = [];
	#added = 0;
	#delays = new AbortController();

	add(fault: Fault): Fault {
		this.#added += 1;
		this.#armed.push({
			fault,
			hitsLeft: fault.times ?? Infinity,
			random: seededRandom(this.#added),
		});
		return fault;
	}

	remove(fault: Fault): void {
		this.#armed = this.#armed.filter((armed) => armed.fault !== fault);
	}

	clear(): void {
		this.#armed = [];
	}

	/** Also starts the random sequences again and gives up on requests that are being delayed. */
	reset(): void {
		this.clear();
		this.#added = 0;
		this.#delays.abort();
		this.#delays = new AbortController();
	}

	/** Waits out the delays that hit this request, then says what else goes wrong with it, if anything. */
	async strike(request: RecordedRequest): Promise<Fault | undefined> {
		for (const armed of [...this.#armed]) {
			if (!this.#hits(armed, request)) continue;
			if (armed.fault.kind !== 'slow') return armed.fault;
			if (!(await this.#outlasts(armed.fault.delayMs ?? 0))) return { kind: 'cutBefore' };
		}
		return undefined;
	}

	async #outlasts(delayMs: number): Promise<boolean> {
		const { signal } = this.#delays;
		return await wait(delayMs, true, { signal }).catch(() => false);
	}

	#hits(armed: ArmedFault, request: RecordedRequest): boolean {
		const { service, action, matches, probability } = armed.fault;
		if (armed.hitsLeft <= 0) return false;
		if (service !== undefined && service !== request.service) return false;
		if (action !== undefined && action !== request.action) return false;
		if (matches && !matches(request)) return false;
		if (probability !== undefined && armed.random() >= probability) return false;
		armed.hitsLeft -= 1;
		return true;
	}
}
