import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, LocalAws } from '../../../local-aws/index.mts';
import { editAnotherNode, editTrigger } from '../../n8n/editing.mts';
import type { Database } from './database.mts';
import type { Incident, IncidentKind } from './evidence.mts';
import type { Plant } from './plant.mts';
import type { Planned } from './schedule.mts';

/** Longer than SNS waits for an answer, and than n8n may wait for a file. */
const HANG_MS = 60_000;

const FAULTS: Partial<Record<IncidentKind, Fault>> = {
	'SNS fails': { kind: 'error', service: 'sns' },
	'SNS throttles': { kind: 'throttle', service: 'sns' },
	'social messaging fails': { kind: 'error', service: 'socialMessaging' },
	'social messaging throttles': { kind: 'throttle', service: 'socialMessaging' },
	'S3 hangs': { kind: 'slow', service: 's3', delayMs: HANG_MS },
};

/** Makes things go wrong as planned, and records from when to when. */
export class Incidents {
	readonly past: Incident[] = [];
	private readonly aws: LocalAws;
	private readonly plant: Plant;
	private readonly database: Database;
	private readonly tell: (text: string) => void;

	constructor(aws: LocalAws, plant: Plant, database: Database, tell: (text: string) => void) {
		this.aws = aws;
		this.plant = plant;
		this.database = database;
		this.tell = tell;
	}

	/** One after the other, until it is time to stop; what has begun is completed. */
	async go(plan: Iterator<Planned, never>, isOver: (done: number) => boolean): Promise<void> {
		for (let done = 0; !isOver(done); done++) {
			const planned = plan.next().value;
			await wait(planned.pauseMs);
			if (isOver(done)) return;
			const incident: Incident = { kind: planned.kind, from: Date.now(), until: Infinity };
			this.past.push(incident);
			await this.happen(planned);
			incident.until = Date.now();
			this.tell(`${incident.kind}, for ${((incident.until - incident.from) / 1000).toFixed(1)} s`);
		}
	}

	/** Resolves once everything works again. */
	private async happen({ kind, durationMs, choice }: Planned): Promise<void> {
		switch (kind) {
			case 'database locked':
				return await this.database.lock(durationMs);
			case 'n8n restarted':
				return await this.plant.restart();
			case 'n8n killed':
				return await this.plant.kill();
			case 'n8n moved':
				return await this.plant.move(choice);
			case 'workflow published':
				return await this.plant.edit(choice < 0.7 ? editTrigger : editAnotherNode);
			default:
				return await this.ail(FAULTS[kind], durationMs);
		}
	}

	private async ail(fault: Fault | undefined, durationMs: number): Promise<void> {
		if (!fault) return;
		// A fault is known by its identity, so each is a new one.
		const added = this.aws.faults.add({ ...fault });
		await wait(durationMs);
		this.aws.faults.remove(added);
	}
}
