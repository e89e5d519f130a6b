/** n8n in queue mode with two workers, and workflows that send the same messages once. */
import type { LocalAws } from '../../../local-aws/index.mts';
import { itemsOf } from '../../n8n/execution.mts';
import { openQueueDemo, type QueueDemo } from '../../n8n/queue-demo.mts';
import type { QueueWorker } from '../../n8n/queue-worker.mts';
import { SEND_MANY, sendMany } from '../../n8n/send-many.mts';
import type { Decision, Evidence } from './judge.mts';

/** How long, in ms, a request may take; what was begun by a killed worker counts as not known 20 s after that. */
const TIMEOUT_MS = 3_000;

/** Longer than any execution that nobody kills, the wait for what is not known included. */
const LONGEST_MS = 240_000;

/** A list of messages to be sent, each once. */
export interface Sending {
	/** Of its workflow, too. */
	id: string;
	items: number;
	decision: Decision;
}

/** Every list has people of its own, who are told apart by their numbers. */
const firstNumber = (index: number) => 10_000_000 + index * 10_000;
const numberOf = (index: number, n: number) => `+49151${firstNumber(index) + n}`;

const workflowOf = (aws: LocalAws, { id, items, decision }: Sending, index: number) =>
	sendMany(
		aws,
		id,
		items,
		{
			to: `=+49151{{ ${firstNumber(index)} + $json.n }}`,
			options: { onceKey: `=${id} {{ $json.n }}`, ifNotKnown: decision },
			requestOptions: { timeout: TIMEOUT_MS },
		},
		{ onError: 'continueRegularOutput' },
	);

export class Plant {
	/** The workers that run now. */
	workers: readonly QueueWorker[];
	private readonly demo: QueueDemo;
	private readonly sendings: readonly Sending[];

	private constructor(demo: QueueDemo, sendings: readonly Sending[]) {
		this.demo = demo;
		this.sendings = sendings;
		this.workers = [...demo.queue.workers];
	}

	static async open(sendings: readonly Sending[]): Promise<Plant> {
		const demo = await openQueueDemo({
			concurrency: 5,
			workflowsFor: (aws) => sendings.map((sending, i) => workflowOf(aws, sending, i)),
		});
		return new Plant(demo, sendings);
	}

	get aws(): LocalAws {
		return this.demo.aws;
	}

	recipients({ id, items }: Sending): string[] {
		const index = this.sendings.findIndex((each) => each.id === id);
		return Array.from({ length: items }, (_, i) => numberOf(index, i + 1));
	}

	/** Who of a list has got a message so far, each time. */
	arrived(sending: Sending): string[] {
		const recipients = new Set(this.recipients(sending));
		return this.aws.phone.messages.map(({ to }) => to).filter((to) => recipients.has(to));
	}

	async begin({ id }: Sending): Promise<string> {
		return await this.demo.queue.execute(id);
	}

	/** The one that carries out an execution, if one has begun. */
	workerOf(executionId: string): QueueWorker | undefined {
		return this.demo.queue.whichWorker(executionId);
	}

	/** The items of an execution that comes to its end. */
	async itemsOf(executionId: string): Promise<unknown[]> {
		const execution = await this.demo.queue.ended(executionId, LONGEST_MS);
		if (execution.status !== 'success') {
			throw new Error(`Execution ${executionId}: ${execution.status} ${execution.error?.message}`);
		}
		return itemsOf(execution, SEND_MANY.send).map(({ json }) => json);
	}

	/** Kills a worker; another one takes its place. */
	async replace(worker: QueueWorker): Promise<void> {
		await worker.kill('SIGKILL');
		this.workers = this.workers.filter((each) => each !== worker);
		this.workers = [...this.workers, await this.demo.queue.startWorker()];
	}

	async evidence(sending: Sending, executionId: string, killed: number): Promise<Evidence> {
		const items = await this.itemsOf(executionId);
		const { decision } = sending;
		return {
			decision,
			recipients: this.recipients(sending),
			arrived: this.arrived(sending),
			items,
			killed,
		};
	}

	async close(): Promise<void> {
		await this.demo.dispose();
	}
}
