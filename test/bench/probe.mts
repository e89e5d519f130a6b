/**
 * Loaded into n8n's process (`node --import`), where it watches what its order says, and writes a record
 * when the process ends. Which part of it concerns the node under test is decided afterwards, from the
 * times that n8n itself notes.
 */
import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { PROBE_VARIABLE, type ProbeOrder, type ProbeRecord } from './watch.mts';

const TICK_MS = 5;
/** Shorter holds are everyday life. */
const LEAST_HOLD_MS = 20;
/** Collecting 400 MB takes half a second, and the node is to get ahead in between. */
const REST = 4;
const PROFILE_INTERVAL_MICROSECONDS = 500;

/** Finer than Date.now(), and never set back. */
const now = () => performance.timeOrigin + performance.now();

/**
 * Node.js's own histogram knows how long the loop was held, but not when. What is added to it from one
 * look to the next happened in between. It is never reset, since it would not see a hold that begins
 * right then, and a timer of ours alone would see a hold in two pieces where other timers came first.
 */
function watchHolds(record: ProbeRecord): () => void {
	const histogram = monitorEventLoopDelay({ resolution: TICK_MS });
	histogram.enable();
	let [count, sumMs] = [0, 0];
	setInterval(() => {
		if (histogram.count === count) return;
		const added = histogram.count - count;
		const addedMs = (histogram.mean * histogram.count) / 1e6 - sumMs;
		// Two holds between two looks count as one, though never as more than the longest of all.
		const ms = Math.min(addedMs - added * TICK_MS, histogram.max / 1e6 - TICK_MS);
		if (ms >= LEAST_HOLD_MS) record.holds.push([now(), ms]);
		count += added;
		sumMs += addedMs;
	}, TICK_MS).unref();
	return () => {
		record.longestHoldMs = histogram.max / 1e6 - TICK_MS;
	};
}

/** Without the garbage, two looks differ by what is really held. */
function watchHeap(record: ProbeRecord, everyMs: number): void {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect !== 'function') throw new Error('No garbage collection to be had');
	const look = () => {
		const began = now();
		collect();
		const { heapUsed, external } = process.memoryUsage();
		record.heap.push([now(), heapUsed + external]);
		setTimeout(look, Math.max(everyMs, REST * (now() - began))).unref();
	};
	setTimeout(look, everyMs).unref();
}

/** What the system gave to the process, which is what a server runs out of. */
function watchProcess(record: ProbeRecord, everyMs: number): void {
	setInterval(() => record.rss.push([now(), process.memoryUsage.rss()]), everyMs).unref();
}

function watchProcessor(record: ProbeRecord): () => void {
	const session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.setSamplingInterval', { interval: PROFILE_INTERVAL_MICROSECONDS });
	session.post('Profiler.start');
	const startedAt = now();
	return () => {
		// The answer comes at once, even in a process that is ending.
		session.post('Profiler.stop', (_error, { profile }: Profiler.StopReturnType) => {
			record.profile = { startedAt, cpu: profile };
		});
	};
}

const given = process.env[PROBE_VARIABLE];
if (given !== undefined && isMainThread) {
	const order = JSON.parse(given) as ProbeOrder;
	const record: ProbeRecord = { holds: [], longestHoldMs: Number.NaN, heap: [], rss: [] };
	const ends: Array<() => void> = [];
	if (order.holds) ends.push(watchHolds(record));
	if (order.heapEveryMs !== undefined) watchHeap(record, order.heapEveryMs);
	if (order.rssEveryMs !== undefined) watchProcess(record, order.rssEveryMs);
	if (order.profile) ends.push(watchProcessor(record));
	process.on('exit', () => {
		for (const end of ends) end();
		writeFileSync(order.file, JSON.stringify(record));
	});
}
