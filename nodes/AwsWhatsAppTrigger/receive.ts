import {
	NodeOperationError,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { verifyDelivery } from './verifyDelivery';
import type { WhatsAppEvent } from '../../whatsapp/events/event';
import { eventsIn } from '../../whatsapp/events/events';
import { memoryOf } from './memory';
import { passOnOnce } from './once/once';
import { ownRecord } from './once/ownRecord';
import { dropsDuplicates, formOf, mediaSettings, eventFilterOf } from './settings';
import { HttpError } from './httpError';
import { answerUnsubscription } from './subscription/unsubscribed';
import { matches } from '../../whatsapp/events/eventFilter';
import { withMedia } from './withMedia';

/** The items of the events, with their files if they are wanted. */
async function itemsOf(
	context: IWebhookFunctions,
	form: Form,
	events: WhatsAppEvent[],
): Promise<INodeExecutionData[]> {
	const settings = mediaSettings(form);
	return settings ? await withMedia(context, events, settings) : events.map((json) => ({ json }));
}

async function passOn(
	context: IWebhookFunctions,
	form: Form,
	events: WhatsAppEvent[],
): Promise<IWebhookResponseData> {
	if (events.length === 0) return {};
	const make = async (fresh: WhatsAppEvent[]) => await itemsOf(context, form, fresh);
	// Whoever tests a workflow may post the same message again and again.
	if (context.getMode() === 'manual' || !dropsDuplicates(form))
		return { workflowData: [await make(events)] };
	return await passOnOnce(context, ownRecord(context), events, make);
}

function refuse(context: IWebhookFunctions, { status, message }: HttpError): IWebhookResponseData {
	context.logger.warn(`WhatsApp trigger: answered ${status}. ${message}`);
	// Why it is not possible now is no business of whoever posted.
	const answer = status === 503 ? 'Try again later' : message;
	context.getResponseObject().status(status).type('text/plain').send(answer);
	return { noWebhookResponse: true };
}

/** Settings that cannot be read, or what nobody thought of: SNS tries again, and nothing starts. */
function refusalOf(failure: unknown): HttpError {
	if (failure instanceof HttpError) return failure;
	const reason =
		failure instanceof FieldError ? `${failure.message}. ${failure.description}` : String(failure);
	return new HttpError(503, `The trigger cannot take messages at this moment. ${reason}`);
}

/** What the trigger has to tell somebody. n8n makes a failed execution of it, which starts the error workflow. */
class Alarm extends Error {
	constructor(readonly problem: FieldError) {
		super(problem.message);
	}
}

/**
 * Subscribes again. Where it cannot, it raises an alarm, but only once: n8n answers that with 500, so
 * that SNS says it again.
 */
async function handleUnsubscription(
	context: IWebhookFunctions,
	form: Form,
	messageId: string,
): Promise<void> {
	const { seen } = memoryOf(context);
	const claimed = seen.claim([`unsubscribed:${messageId}`]) ?? new Set();
	if (claimed.size === 0) return;
	await answerUnsubscription(context, form).catch((failure: unknown) => {
		if (failure instanceof FieldError) {
			seen.settle(claimed);
			throw new Alarm(failure);
		}
		seen.release(claimed);
		throw failure;
	});
	seen.settle(claimed);
}

async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const form = formOf(context);
	const admitted = await verifyDelivery(context, form);
	if (admitted.kind === 'unsubscribed')
		await handleUnsubscription(context, form, admitted.messageId);
	if (admitted.kind !== 'published') return {};
	const wanted = eventFilterOf(form);
	const events = eventsIn(admitted.content).filter((event) => matches(event, wanted));
	return await passOn(context, form, events);
}

/**
 * What SNS posted, as items. Nothing that a stranger posts makes this throw: n8n would start a failed
 * execution for it.
 *
 * @throws NodeOperationError where SNS says that the trigger is no longer subscribed, and only a person
 * can change that
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await handle(context).catch((failure: unknown) => {
		if (!(failure instanceof Alarm)) return refuse(context, refusalOf(failure));
		const { message, description } = failure.problem;
		throw new NodeOperationError(context.getNode(), `${message}. ${description}`);
	});
}
