import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import { HttpError } from '../httpError';
import { isTaken } from './answered';
import type { Claim, EventRecord } from './record';

/** The first of each of the events that may be passed on. */
function freshOf(events: WhatsAppEvent[], { fresh }: Claim): WhatsAppEvent[] {
	const first = new Set<string>();
	return events.filter(({ dedupeKey }) => {
		const isFirst = fresh.has(dedupeKey) && !first.has(dedupeKey);
		first.add(dedupeKey);
		return isFirst;
	});
}

/**
 * What n8n gets. It asks what to answer when it has saved the execution, and saves the static data right
 * after that, before it answers: that is the moment to write the events down. (What was written before is
 * lost, as n8n builds the workflow anew over the same data in between. Read in n8n 2.41,
 * `executeWebhook`; versions that ask earlier answer earlier, too.)
 */
function taken(items: INodeExecutionData[], claim: Claim): IWebhookResponseData {
	return {
		workflowData: [items],
		get webhookResponse() {
			void claim.settle();
			return undefined;
		},
	};
}

/** The events are done when n8n has answered that it has taken them; a refusal frees them. */
async function follow(context: IWebhookFunctions, claim: Claim): Promise<void> {
	const isDone = await isTaken(context.getResponseObject());
	await (isDone ? claim.settle() : claim.release());
}

/**
 * Passes on those events that have not started the workflow yet.
 *
 * @param itemsOf makes the items; if that fails, the events are free again
 * @throws HttpError 503 where one of the events is being passed on at this moment
 */
export async function passOnOnce(
	context: IWebhookFunctions,
	record: EventRecord,
	events: WhatsAppEvent[],
	itemsOf: (events: WhatsAppEvent[]) => Promise<INodeExecutionData[]>,
): Promise<IWebhookResponseData> {
	const claim = await record.claim(events.map(({ dedupeKey }) => dedupeKey));
	// Answering that all is well would end the deliveries before it is certain.
	if (!claim) throw new HttpError(503, 'The same event is being worked on');
	if (claim.fresh.size === 0) return {};
	const items = await itemsOf(freshOf(events, claim)).catch(async (failure: unknown) => {
		await claim.release();
		throw failure;
	});
	void follow(context, claim).catch((failure: unknown) =>
		context.logger.error(`WhatsApp trigger: the record of events failed. ${String(failure)}`),
	);
	return taken(items, claim);
}
