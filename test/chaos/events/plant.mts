/** n8n as it runs somewhere: behind an address, stopped and started, edited and moved. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalAws } from '../../../local-aws/index.mts';
import { editAndPublish, editTrigger, isPublishing } from '../../n8n/editing.mts';
import type { N8nHome } from '../../n8n/n8n.mts';
import { freePort, until } from '../../n8n/process.mts';
import type { N8nServer } from '../../n8n/server.mts';
import type { Listener, Span } from './evidence.mts';
import { Front, type Proxy } from './front.mts';
import { isSubscribed, LISTENERS } from './listeners.mts';

export interface PlantOptions {
	aws: LocalAws;
	home: N8nHome;
	/** Whether n8n publishes workflows as it does since 2.41. */
	publication: 'on' | 'off';
	/** What is in front of it. */
	proxy: Proxy;
}

/** How long a person waits for a workflow to listen before publishing it again. */
const PATIENCE_MS = 20_000;
/** n8n gives up on a publication by itself. */
const PUBLISHING_MS = 120_000;
const MOST_PUBLICATIONS = 4;
const MOST_STARTS = 3;
const MOST_TRIES = 30;
const BEFORE_NEXT_TRY_MS = 2_000;

export class Plant {
	readonly front: Front;
	/** How often a workflow had to be published again because it did not listen. */
	publishedAgain = 0;
	/** How often n8n had to be started again because it did not get ready. */
	startedAgain = 0;
	/** When n8n's process began to end, and when it had ended. */
	readonly stops: Span[] = [];
	/** What could not be repaired. */
	readonly deaf: string[] = [];
	private readonly options: PlantOptions;
	private readonly port: number;
	private current: N8nServer | undefined;

	constructor(options: PlantOptions, port: number) {
		this.options = options;
		this.port = port;
		this.front = new Front(port, options.proxy);
	}

	get server(): N8nServer {
		if (!this.current) throw new Error('n8n does not run');
		return this.current;
	}

	/** For the first time: the workflows are published, and listen. */
	async open(): Promise<void> {
		await this.front.move(0);
		await this.start();
		for (const listener of LISTENERS) await this.publish(listener);
		await this.untilListening();
	}

	/** In order. */
	async restart(): Promise<void> {
		await this.end('stop');
		await this.start();
		await this.untilListening();
	}

	async kill(): Promise<void> {
		await this.end('kill');
		await this.start();
		await this.untilListening();
	}

	/** n8n gets another address. Who runs it publishes again, as n8n itself looks after nothing there since 2.41. */
	async move(choice: number): Promise<void> {
		await this.end('stop');
		await this.front.move(choice);
		await this.start();
		if (this.options.publication === 'on')
			for (const listener of LISTENERS) await this.publish(listener);
		await this.untilListening();
	}

	async edit(edit: typeof editTrigger): Promise<void> {
		for (const listener of LISTENERS) await this.publish(listener, edit);
		await this.untilListening();
	}

	async close(): Promise<void> {
		await this.current?.stop();
		await this.front.close();
	}

	private async end(how: 'stop' | 'kill'): Promise<void> {
		const from = Date.now();
		await this.server[how]();
		this.stops.push({ from, until: Date.now() });
	}

	/** What comes in while it starts may be more than it can take; then it is started again. */
	private async start(): Promise<void> {
		const { home, publication } = this.options;
		for (let tries = 1; ; tries++) {
			const from = Date.now();
			try {
				this.current = await home.serve(this.port, {
					WEBHOOK_URL: this.front.url,
					N8N_USE_WORKFLOW_PUBLICATION_SERVICE: String(publication === 'on'),
				});
				return;
			} catch (failure) {
				this.stops.push({ from, until: Date.now() });
				this.startedAgain += 1;
				if (tries === MOST_STARTS) throw failure;
			}
		}
	}

	/** n8n may refuse because AWS does; then the publisher tries again. */
	private async publish({ workflowId }: Listener, edit = editTrigger): Promise<void> {
		for (let tries = 1; ; tries++) {
			try {
				return await editAndPublish(this.server, workflowId, edit);
			} catch (failure) {
				if (tries === MOST_TRIES) throw failure;
				await wait(BEFORE_NEXT_TRY_MS);
			}
		}
	}

	private async untilListening(): Promise<void> {
		for (const listener of LISTENERS) {
			for (let times = 1; !(await this.hears(listener)); times++) {
				if (times === MOST_PUBLICATIONS) {
					this.deaf.push(`${listener.workflowId} at ${this.front.url}`);
					break;
				}
				this.publishedAgain += 1;
				await this.publish(listener);
			}
		}
	}

	/** Subscribed, and with a webhook that n8n knows: after a publication that failed it has none. */
	private async hears(listener: Listener): Promise<boolean> {
		const { aws } = this.options;
		await within(
			PUBLISHING_MS,
			async () => !(await isPublishing(this.server, listener.workflowId)),
		);
		return await within(
			PATIENCE_MS,
			async () => isSubscribed(aws, listener, this.front.url) && (await this.answers(listener)),
		);
	}

	/** What SNS did not sign is refused, but not as something that n8n does not know. */
	private async answers({ path }: Listener): Promise<boolean> {
		const url = `${this.server.url}${path}`;
		return await fetch(url, { method: 'POST', body: 'Anybody there?' }).then(
			({ status }) => status !== 404 && status !== 200,
			() => false,
		);
	}
}

async function within(ms: number, condition: () => Promise<boolean>): Promise<boolean> {
	return await until('n8n', condition, ms).then(
		() => true,
		() => false,
	);
}

export const newPlant = async (options: PlantOptions) => new Plant(options, await freePort());
