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
import { BucketMemory } from './once/bucketMemory';
import { ProcessMemory, type EventMemory } from './once/eventMemory';
import { doOnce, passOnOnce } from './once/once';
import { sharedEvents } from './once/sharedEvents';
import { memoryOf } from './memory';
import { eventFilterOf, formOf, mediaSettings, remembersIn, withBucket } from './settings';
import { HttpError } from './httpError';
import { confirm } from './subscription/confirmation';
import { answerUnsubscribed } from './subscription/unsubscribed';
import { matches } from '../../whatsapp/events/eventFilter';
import { withMedia } from './withMedia';

function eventMemory(context: IWebhookFunctions, place: 'n8n' | 's3'): EventMemory {
	const { seen } = memoryOf(context);
	return place === 's3' ? new BucketMemory(seen, sharedEvents(context)) : new ProcessMemory(seen);
}

async function passOn(
	context: IWebhookFunctions,
	form: Form,
	content: string,
): Promise<IWebhookResponseData> {
	const arrived = Date.now();
	const filter = eventFilterOf(form);
	const events = eventsIn(content).filter((event) => matches(event, filter));
	if (events.length === 0) return {};
	const make = async (fresh: WhatsAppEvent[]): Promise<INodeExecutionData[]> => {
		const settings = mediaSettings(await withBucket(context, form));
		if (!settings) return fresh.map((json) => ({ json }));
		return await withMedia(context, fresh, settings, arrived);
	};
	const place = remembersIn(form);
	// Testing a workflow may mean posting the same message again and again.
	if (context.getMode() === 'manual' || !place) return { workflowData: [await make(events)] };
	return await passOnOnce(context, eventMemory(context, place), events, make);
}

function refuse(context: IWebhookFunctions, { status, message }: HttpError): IWebhookResponseData {
	context.logger.warn(`WhatsApp trigger: answered ${status}. ${message}`);
	// The sender need not know why it is not possible now.
	const answer = status === 503 ? 'Try again later' : message;
	context.getResponseObject().status(status).type('text/plain').send(answer);
	return { noWebhookResponse: true };
}

/** Settings that cannot be read, or what nobody thought of: SNS tries again, and nothing starts. */
function refusalOf(failure: unknown): HttpError {
	if (failure instanceof HttpError) return failure;
	const reason =
		failure instanceof FieldError ? `${failure.message}. ${failure.description}` : String(failure);
	return new HttpError(503, `The trigger cannot accept messages at the moment. ${reason}`);
}

/** @returns what only a person can change, if SNS says that the trigger is no longer subscribed */
async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData | FieldError> {
	const form = formOf(context);
	const delivery = await verifyDelivery(context, form);
	switch (delivery.kind) {
		case 'published':
			return await passOn(context, form, delivery.content);
		case 'confirmation':
			await confirm(context, delivery);
			return {};
		case 'unsubscribed': {
			const answer = async () => await answerUnsubscribed(context, form);
			return (await doOnce(context, `unsubscribed:${delivery.messageId}`, answer)) ?? {};
		}
	}
}

/**
 * What SNS posted, as items. Nothing that a stranger posts makes this throw: n8n would start a failed
 * execution for it.
 *
 * @throws NodeOperationError where SNS says that the trigger is no longer subscribed, and only a person
 * can change that. n8n makes a failed execution of it, which starts the error workflow. It answers with
 * 500 as well, so that SNS repeats the message: hence this is thrown only once for each.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = await handle(context).catch((failure: unknown) =>
		refuse(context, refusalOf(failure)),
	);
	if (!(response instanceof FieldError)) return response;
	const { message, description } = response;
	throw new NodeOperationError(context.getNode(), `${message}. ${description}`);
}
