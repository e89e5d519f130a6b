import { setTimeout as delay } from 'node:timers/promises';
import type { Lane, Work } from '../../../nodes/AwsWhatsApp/request/lane.ts';

export type Outcome = { result: unknown } | { failure: unknown };

export interface Item {
	/** How long its form takes to be read, in milliseconds. */
	preparing?: number;
	/** What is wrong with its form. */
	bad?: Error;
	/** How long it is at work, in milliseconds. */
	working?: number;
	/** What its work fails with. */
	fails?: Error;
}

/** What happened in a lane, in the order in which it happened. */
export class Trace {
	readonly started: number[] = [];

	readonly prepared: number[] = [];

	readonly ended: number[] = [];

	most = 0;

	/** Items whose preparation was not yet finished when the first one started. */
	unpreparedAtStart?: number;

	private busy = 0;

	private readonly total: number;

	constructor(total: number) {
		this.total = total;
	}

	start(item: number): void {
		this.unpreparedAtStart ??= this.total - this.prepared.length;
		this.started.push(item);
		this.most = Math.max(this.most, ++this.busy);
	}

	end(item: number): void {
		this.busy--;
		this.ended.push(item);
	}
}

function prepare(index: number, item: Item, trace: Trace) {
	return async (): Promise<Work<string>> => {
		if (item.preparing !== undefined) await delay(item.preparing);
		trace.prepared.push(index);
		if (item.bad) throw item.bad;
		return async () => {
			trace.start(index);
			try {
				await delay(item.working ?? 0);
				if (item.fails) throw item.fails;
				return `done ${index}`;
			} finally {
				trace.end(index);
			}
		};
	};
}

/** Hands the items over as n8n does: all in one go. */
export async function runAll(
	lane: Lane<string>,
	items: Item[],
): Promise<{ trace: Trace; outcomes: Outcome[] }> {
	const trace = new Trace(items.length);
	const outcomes = await Promise.all(
		items.map(async (item, index) => {
			try {
				return { result: await lane.run(index, prepare(index, item, trace)) };
			} catch (failure) {
				return { failure };
			}
		}),
	);
	return { trace, outcomes };
}

/** Rejections that nobody listened to, which would end the n8n process. */
export function watchUnhandled(): { seen: unknown[]; stop(): Promise<void> } {
	const seen: unknown[] = [];
	const listener = (reason: unknown) => {
		seen.push(reason);
	};
	process.on('unhandledRejection', listener);
	return {
		seen,
		stop: async () => {
			await delay(20);
			process.off('unhandledRejection', listener);
		},
	};
}

export const times = (count: number, item: Item = {}): Item[] =>
	Array.from({ length: count }, () => ({ ...item }));
