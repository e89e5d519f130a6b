import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalAws, type LocalAws } from '../../../local-aws/index.mts';
import { localCredential } from '../../n8n/demo.mts';
import { deactivate } from '../../n8n/live.mts';
import { createN8nHome } from '../../n8n/n8n.mts';
import { randomFor } from '../gateway/fate.mts';
import type { Violation } from '../violation.mts';
import type { Database } from './database.mts';
import { eventsMarkedIn, type Evidence } from './evidence.mts';
import type { Proxy } from './front.mts';
import { Incidents } from './incidents.mts';
import { outcomesOf, violationsIn, type Outcome } from './judge.mts';
import { confirmedEndpoints, LISTENERS, workflowsFor } from './listeners.mts';
import { newPlant, type Plant } from './plant.mts';
import { Publisher } from './publisher.mts';
import { dues, incidentsAtAws, incidentsAtN8n, ROUND } from './schedule.mts';

export interface EventsRun {
	seed: number;
	/** How long events are published, at least. */
	seconds: number;
	/** How often everything must go wrong in n8n before the run ends, however long that takes. */
	rounds: number;
	/** Events a second. */
	rate: number;
	publication: 'on' | 'off';
	proxy: Proxy;
	/** How long a second of SNS's retry policies takes, in seconds. */
	pace: number;
	/** The triggers' option 'Max Events per Second'; without it a backlog comes all at once. */
	limit?: number;
	/** Receives the progress. */
	tell(text: string): void;
	/** With a folder of its own. */
	startDatabase(folder: string): Promise<Database>;
}

export interface EventsResult {
	evidence: Evidence;
	outcomes: Outcome[];
	violations: Violation[];
	publishedAgain: number;
	startedAgain: number;
	seconds: number;
}

/** What piled up while n8n was away comes at the pace that the triggers' option allows. */
const SETTLE_SECONDS = 1_200;
const ENDING_SECONDS = 10;
/** A trigger may unsubscribe in its own time. */
const FAREWELL_SECONDS = 10;

const N8N_SETTINGS = {
	// n8n sets up an isolate for every post to a community webhook: two cores take 10 a second that way.
	N8N_EXPRESSION_ENGINE: 'legacy',
	EXECUTIONS_DATA_PRUNE: 'false',
	N8N_RUNNERS_ENABLED: 'false',
};

/** Events, and everything that goes wrong meanwhile; then what happened to each of them. */
export async function runEvents(options: EventsRun): Promise<EventsResult> {
	const started = performance.now();
	const folder = await mkdtemp(join(tmpdir(), 'chaos-events-'));
	const open: Array<() => Promise<unknown>> = [
		async () => await rm(folder, { recursive: true, force: true }),
	];
	try {
		const aws = await startLocalAws();
		open.push(aws.close);
		const database = await options.startDatabase(folder);
		open.push(database.close);
		const home = await createN8nHome({
			tarball: process.env.AWS_WHATSAPP_TARBALL ?? '',
			env: { ...N8N_SETTINGS, ...database.env },
		});
		open.push(home.dispose);
		Object.assign(aws.sns.deliveries.settings, {
			pace: options.pace,
			random: randomFor(options.seed, 'deliveries'),
		});
		await home.importCredentials([localCredential(aws)]);
		await home.importWorkflows(workflowsFor(aws, options.limit));
		const { publication, proxy } = options;
		const plant = await newPlant({ aws, home, publication, proxy });
		open.push(async () => await plant.close());
		await plant.open();

		const publisher = new Publisher(aws, folder);
		const incidents = new Incidents(aws, plant, database, options.tell);
		await happenAll(options, publisher, incidents);
		options.tell('waiting until SNS has nothing left to deliver');
		await settle(aws, plant, database);
		const leftovers = await farewell(aws, plant);
		await plant.close();

		const evidence = await collect(aws, plant, publisher, incidents, database);
		const outcomes = outcomesOf(evidence);
		return {
			evidence,
			outcomes,
			violations: [
				...violationsIn(outcomes),
				...plant.deaf.map((what) => ({ rule: 'n8n listens again' as const, text: what })),
				...leftovers.map((what) => ({ rule: 'nothing left in AWS' as const, text: what })),
			],
			publishedAgain: plant.publishedAgain,
			startedAgain: plant.startedAgain,
			seconds: (performance.now() - started) / 1000,
		};
	} finally {
		for (const close of open.reverse()) await close();
	}
}

/** Until the time is over and enough has gone wrong. */
async function happenAll(
	{ seed, seconds, rate, rounds }: EventsRun,
	publisher: Publisher,
	incidents: Incidents,
): Promise<void> {
	const until = performance.now() + seconds * 1000;
	const stopped = new AbortController();
	const isLate = () => stopped.signal.aborted || performance.now() > until;
	const publishing = publisher.publishAll(dues(seed, seconds * 10, rate), stopped.signal);
	const atAws = incidents.go(incidentsAtAws(seed), isLate);
	try {
		await incidents.go(incidentsAtN8n(seed), (done) => isLate() && done >= rounds * ROUND);
	} finally {
		stopped.abort();
		await Promise.all([publishing, atAws]);
	}
}

/**
 * Until SNS has nothing on its way but to addresses that n8n has left, and n8n has ended what it began; but
 * what it saved while its database was locked it never runs and never ends.
 */
async function settle(aws: LocalAws, plant: Plant, database: Database): Promise<void> {
	aws.faults.clear();
	const isDelivering = async () =>
		aws.sns.deliveries.underWay.some(({ endpoint }) => endpoint.startsWith(plant.front.url));
	await whileBusy(isDelivering, SETTLE_SECONDS);
	await whileBusy(async () => (await database.unfinished()) > 0, ENDING_SECONDS);
}

async function whileBusy(isBusy: () => Promise<boolean>, seconds: number): Promise<void> {
	const until = performance.now() + seconds * 1000;
	while ((await isBusy()) && performance.now() < until) await wait(500);
}

/** Deactivates all workflows; returns what they leave behind in AWS. */
async function farewell(aws: LocalAws, plant: Plant): Promise<string[]> {
	for (const { workflowId } of LISTENERS) await deactivate(plant.server, workflowId);
	await whileBusy(async () => confirmedEndpoints(aws).length > 0, FAREWELL_SECONDS);
	return confirmedEndpoints(aws).map((endpoint) => `a subscription of ${endpoint}`);
}

async function collect(
	aws: LocalAws,
	plant: Plant,
	publisher: Publisher,
	incidents: Incidents,
	database: Database,
): Promise<Evidence> {
	const { attempts, dropped, deadLetters } = aws.sns.deliveries;
	const executions = await database.executions();
	return {
		listeners: LISTENERS,
		events: [...publisher.events.values()],
		publications: [...aws.sns.publications],
		attempts: [...attempts],
		undelivered: [...dropped, ...deadLetters].map(({ endpoint, reason, message }) => ({
			endpoint,
			reason,
			messageId: message.MessageId ?? '',
		})),
		executions: executions.map(({ data, ...row }) => ({ ...row, events: eventsMarkedIn(data) })),
		stops: plant.stops,
		incidents: incidents.past,
		addresses: plant.front.addresses.map((address, i, all) =>
			// The front is closed by now, which does not mean that n8n had left the last one.
			i === all.length - 1 ? { ...address, until: Infinity } : address,
		),
	};
}
