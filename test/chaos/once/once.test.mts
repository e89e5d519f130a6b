/**
 * Messages with keys in n8n's queue mode: two rounds of what `npm run chaos -- once` does twenty times, and a
 * worker killed in each phase of a message.
 */
import { whyNoPostgres } from '../../n8n/postgres.mts';
import { until } from '../../n8n/process.mts';
import { whyNoRedis } from '../../n8n/redis.mts';
import { judge, type Evidence } from './judge.mts';
import { Plant, type Sending } from './plant.mts';
import { roundsOf, runRound } from './rounds.mts';

jest.setTimeout(600_000);

const ITEMS = 30;
/** The message with which a worker is killed. */
const NTH = 8;

type Request = Plant['aws']['requests'][number];

const isRecord = ({ path }: Request) => path.includes('/n8n-whatsapp/v1/sends/');
const isClaim = (request: Request) =>
	isRecord(request) && request.headers['if-none-match'] !== undefined;

/** What a worker has just asked for when it is killed; the stand-in goes on to do it. */
const PHASES: Array<[phase: string, isIt: (request: Request) => boolean]> = [
	['claims a message', isClaim],
	['sends a message', ({ action }) => action === 'SendWhatsAppMessage'],
	[
		'writes down what became of a message',
		(request) => isRecord(request) && request.headers['if-match'] !== undefined,
	],
];

const sendings: Sending[] = PHASES.map(([id], i) => ({
	id,
	items: ITEMS,
	decision: i === 1 ? 'sendAgain' : 'fail',
}));

const missing = whyNoPostgres() ?? whyNoRedis();
const whereServicesAre = missing === undefined ? describe : describe.skip;
const because = missing === undefined ? '' : ` (skipped: ${missing})`;

whereServicesAre(`messages with keys, by workers that are killed${because}`, () => {
	const rounds = roundsOf(2, 150);
	let plant: Plant;

	beforeAll(async () => {
		plant = await Plant.open([...rounds, ...sendings]);
	});
	afterAll(async () => await plant?.close());

	it.each(rounds)('go out once each: $id, $decision', async (round) => {
		const evidence = await runRound(plant, round, 1);
		expect(judge(evidence)).toEqual([]);
		expect(evidence.items).toHaveLength(round.items);
	});

	describe('in the moment when a worker', () => {
		const evidence = new Map<string, Evidence>();

		beforeAll(async () => {
			for (const [i, [id, isIt]] of PHASES.entries()) {
				const sending = sendings[i];
				if (sending) await killedWhile(sending, isIt);
				expect(plant.arrived({ id, items: ITEMS, decision: 'fail' }).length).toBeLessThan(ITEMS);
			}
			const again = await Promise.all(
				sendings.map(async (sending) => ({ sending, execution: await plant.begin(sending) })),
			);
			for (const { sending, execution } of again) {
				evidence.set(sending.id, await plant.evidence(sending, execution, 1));
			}
		});

		/** Kills the worker that carries a list out, when it asks for that for the nth time. */
		async function killedWhile(sending: Sending, isIt: (request: Request) => boolean) {
			const { aws } = plant;
			aws.faults.clear();
			const execution = await plant.begin(sending);
			await until('a worker to begin', async () => plant.workerOf(execution) !== undefined);
			const worker = plant.workerOf(execution);
			if (!worker) throw new Error('No worker has begun');
			let asked = 0;
			let isKilled = false;
			aws.faults.add({
				kind: 'slow',
				matches: (request) => {
					if (!isIt(request) || ++asked !== NTH) return false;
					isKilled = true;
					process.kill(worker.pid, 'SIGKILL');
					return true;
				},
			});
			await until('the kill', async () => isKilled, 60_000);
			aws.faults.clear();
			await plant.replace(worker);
		}

		it.each(PHASES)('%s, it goes out once all the same', (phase) => {
			const found = evidence.get(phase);
			if (!found) throw new Error('There is no evidence');
			expect(judge(found)).toEqual([]);
		});

		it('claims a message, or sends it, the item is not known, or sent again where that is chosen', () => {
			const [claimed, sent] = sendings.map(({ id }) => evidence.get(id));
			expect(claimed?.items.filter((item) => 'error' in Object(item)).length).toBeGreaterThan(0);
			expect(sent?.arrived.length).toBeGreaterThan(ITEMS);
		});
	});
});
