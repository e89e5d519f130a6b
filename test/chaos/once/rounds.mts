import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../n8n/process.mts';
import { randomFor } from '../gateway/fate.mts';
import { DECISIONS, type Evidence } from './judge.mts';
import type { Plant, Sending } from './plant.mts';

/** How long AWS takes for a message, and S3 for a record, in ms: long enough to be killed meanwhile. */
const SEND_MS = 150;
const S3_MS = 20;

/** How often the worker is killed that sends, and not the other one. */
const AT_WORK = 0.8;

/** The last of a list are not waited for: they would be sent before a worker is dead. */
const MOST_OF_THEM = 0.9;

/** How often workers are killed at most before a list is left alone. */
const MOST_KILLS = 3;

export const roundsOf = (rounds: number, items: number): Sending[] =>
	Array.from({ length: rounds }, (_, i) => ({
		id: `round ${i + 1}`,
		items,
		decision: DECISIONS[i % DECISIONS.length] ?? 'fail',
	}));

/**
 * Sends a list: a random worker is killed at a random moment, then the workflow is run again, which may
 * happen to it once more, and so on until an execution comes to its end.
 */
export async function runRound(plant: Plant, round: Sending, seed: number): Promise<Evidence> {
	const random = randomFor(seed, round.id);
	plant.aws.faults.clear();
	plant.aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs: SEND_MS });
	plant.aws.faults.add({ kind: 'slow', service: 's3', delayMs: S3_MS });
	let killed = 0;
	let execution = await plant.begin(round);
	for (let kills = 0; kills < MOST_KILLS && (kills === 0 || random() < 0.4); kills++) {
		const before = plant.arrived(round).length;
		const more = Math.floor(random() * (round.items - before) * MOST_OF_THEM);
		const isThere = async () =>
			plant.workerOf(execution) !== undefined && plant.arrived(round).length >= before + more;
		// Where all that is left is not known, nothing arrives any more.
		await until('the moment', isThere, 20_000).catch(() => undefined);
		await wait(random() * SEND_MS);
		const atWork = plant.workerOf(execution);
		const other = plant.workers.find((each) => each !== atWork);
		const worker = random() < AT_WORK ? atWork : other;
		if (!worker) throw new Error('There is no worker to kill');
		await plant.replace(worker);
		if (worker === atWork) killed++;
		execution = await plant.begin(round);
	}
	return await plant.evidence(round, execution, killed);
}
