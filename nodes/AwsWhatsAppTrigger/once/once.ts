import {
	sleep,
	type IWebhookFunctions,
	type INodeExecutionData,
	type IWebhookResponseData,
} from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import { HttpError } from '../httpError';
import { memoryOf, saveAfterPost } from '../memory';
import type { EventMemory } from './eventMemory';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * n8n answers a post when it has saved the execution and, where it limits how many run at once, when the
 * execution's turn has come. SNS brings no event back after an hour, so nothing is lost by waiting longer.
 */
const LONGEST_MS = 2 * 60 * 60_000;
const PAUSE_MS = 250;

/** Waits until n8n has answered a post. @returns whether it took what came of it: a refusal says that it has not */
export async function isTaken(response: Response): Promise<boolean> {
	if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
	// The sender may have hung up while n8n is still at work.
	const until = Date.now() + LONGEST_MS;
	while (!response.writableEnded && Date.now() < until) await sleep(PAUSE_MS);
	return response.writableEnded && response.statusCode >= 200 && response.statusCode < 300;
}

/** The first of each of the events that may be passed on. */
function firstOfEach(events: WhatsAppEvent[], fresh: ReadonlySet<string>): WhatsAppEvent[] {
	const found = new Set<string>();
	return events.filter(({ dedupeKey }) => {
		const isFirst = fresh.has(dedupeKey) && !found.has(dedupeKey);
		found.add(dedupeKey);
		return isFirst;
	});
}

/**
 * Passes on those events that have not started the workflow yet.
 *
 * @param memory which have
 * @param itemsOf makes the items; if that fails, the next delivery may pass the events on
 * @throws HttpError 503 where one of the events is being passed on at this moment
 */
export async function passOnOnce(
	context: IWebhookFunctions,
	memory: EventMemory,
	events: WhatsAppEvent[],
	itemsOf: (events: WhatsAppEvent[]) => Promise<INodeExecutionData[]>,
): Promise<IWebhookResponseData> {
	const arrived = Date.now();
	const claimed = await memory.claim(events.map(({ dedupeKey }) => dedupeKey));
	// Answering that all is well would end the deliveries before it is certain.
	if (!claimed) throw new HttpError(503, 'The same event is already being processed');
	if (claimed.fresh.size === 0) return {};
	const settle = () => {
		claimed.settle();
		saveAfterPost(context, arrived);
	};
	const items = await itemsOf(firstOfEach(events, claimed.fresh)).catch((failure: unknown) => {
		claimed.end(false);
		throw failure;
	});
	// A refusal by n8n frees the events, even after they were settled below.
	void isTaken(context.getResponseObject())
		.then((isDone) => {
			claimed.end(isDone);
			if (isDone) saveAfterPost(context, arrived);
		})
		.catch((failure: unknown) =>
			context.logger.error(`WhatsApp trigger: recording the event failed. ${String(failure)}`),
		);
	return {
		workflowData: [items],
		/**
		 * n8n asks what to answer when it has saved the execution, and saves the static data right after
		 * that, before it answers: this is the moment to write the events down. (What was written before is
		 * lost, as n8n builds the workflow again from the same data in between. Read in n8n 2.41,
		 * `executeWebhook`; versions that ask earlier answer earlier, too.)
		 */
		get webhookResponse() {
			settle();
			return undefined;
		},
	};
}

/**
 * Does what a message of SNS asks for, unless that was done for it before, or is being done at this moment.
 *
 * @param work if that fails, the next delivery of the message may do it
 */
export async function doOnce<T>(
	context: IWebhookFunctions,
	key: string,
	work: () => Promise<T>,
): Promise<T | undefined> {
	const { seen } = memoryOf(context);
	const fresh = seen.claim([key]);
	if (!fresh?.size) return undefined;
	const result = await work().catch((failure: unknown) => {
		seen.release(fresh);
		throw failure;
	});
	seen.settle(fresh);
	return result;
}
