import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { FieldError } from '../AwsWhatsApp/request/fieldError';
import type { Form } from '../AwsWhatsApp/request/form';
import { admit } from './admission';
import type { WhatsAppEvent } from './events/event';
import { eventsIn } from './events/events';
import { seenBy } from './seen';
import { dropsDuplicates, formOf, mediaSettings, wantedOf } from './settings';
import { Refusal } from './sns/refusal';
import { triggerId } from './subscription/identity';
import { isWanted } from './wanted';
import { withMedia } from './withMedia';

async function itemsOf(
	context: IWebhookFunctions,
	form: Form,
	events: WhatsAppEvent[],
): Promise<INodeExecutionData[]> {
	const settings = mediaSettings(form);
	if (!settings) return events.map((json) => ({ json }));
	return await Promise.all(events.map(async (event) => await withMedia(context, event, settings)));
}

/** The items of the events that were not passed on before. */
async function freshItems(
	context: IWebhookFunctions,
	form: Form,
	events: WhatsAppEvent[],
): Promise<INodeExecutionData[]> {
	// Whoever tests a workflow may post the same message again and again.
	if (context.getMode() === 'manual' || !dropsDuplicates(form))
		return await itemsOf(context, form, events);
	const data = context.getWorkflowStaticData('node');
	const seen = seenBy(triggerId(context));
	seen.restore(data.seen);
	const keys = events.map(({ dedupeKey }) => dedupeKey);
	// Answering that all is well would end the deliveries before it is certain.
	if (seen.isBusyWith(keys)) throw new Refusal(503, 'The same event is being worked on');
	const fresh = seen.claim(keys);
	let isDone = false;
	try {
		const first = new Set<string>();
		const unique = events.filter(({ dedupeKey }) => {
			const isNew = fresh.has(dedupeKey) && !first.has(dedupeKey);
			first.add(dedupeKey);
			return isNew;
		});
		const items = await itemsOf(context, form, unique);
		isDone = true;
		return items;
	} finally {
		if (isDone) seen.settle(fresh);
		else seen.release(fresh);
		if (fresh.size > 0) data.seen = seen.saved();
	}
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.logger.warn(`WhatsApp trigger: answered ${status}. ${message}`);
	// Why it is not possible now is no business of whoever posted.
	const answer = status === 503 ? 'Try again later' : message;
	context.getResponseObject().status(status).type('text/plain').send(answer);
	return { noWebhookResponse: true };
}

/** Settings that cannot be read, or what nobody thought of: SNS tries again, and nothing starts. */
function refusalOf(failure: unknown): Refusal {
	if (failure instanceof Refusal) return failure;
	const reason =
		failure instanceof FieldError ? `${failure.message}. ${failure.description}` : String(failure);
	return new Refusal(503, `The trigger cannot take messages at this moment. ${reason}`);
}

/**
 * What SNS posted, as items. Nothing is thrown: n8n would start a failed execution for whatever a
 * stranger posts.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const form = formOf(context);
		const admitted = await admit(context, form);
		if (admitted.kind === 'unsubscribed')
			context.logger.warn('SNS says that the subscription of this trigger was removed');
		if (admitted.kind !== 'published') return {};
		const wanted = wantedOf(form);
		const events = eventsIn(admitted.content).filter((event) => isWanted(event, wanted));
		const items = events.length === 0 ? [] : await freshItems(context, form, events);
		return items.length === 0 ? {} : { workflowData: [items] };
	} catch (failure) {
		return refuse(context, refusalOf(failure));
	}
}
