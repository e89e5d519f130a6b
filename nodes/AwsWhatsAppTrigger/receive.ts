import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { FieldError } from '../AwsWhatsApp/request/fieldError';
import type { Form } from '../AwsWhatsApp/request/form';
import { admit } from './admission';
import type { WhatsAppEvent } from './events/event';
import { eventsIn } from './events/events';
import { passOnOnce } from './once/once';
import { ownRecord } from './once/ownRecord';
import { dropsDuplicates, formOf, mediaSettings, wantedOf } from './settings';
import { Refusal } from './sns/refusal';
import { isWanted } from './wanted';
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
		const published = await admit(context, form);
		if (published === undefined) return {};
		const wanted = wantedOf(form);
		return await passOn(
			context,
			form,
			eventsIn(published).filter((event) => isWanted(event, wanted)),
		);
	} catch (failure) {
		return refuse(context, refusalOf(failure));
	}
}
