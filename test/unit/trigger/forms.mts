import { AROUND_ENTRY } from './published.mts';
import { isObject, jsonOf, type Json, type JsonObject } from './trees.mts';

const around = jsonOf({ ...AROUND_ENTRY, messageId: 'u' });
const event: JsonObject = isObject(around) ? around : {};
const { context: lists, ...withoutLists } = event;
const context = isObject(lists) ? lists : {};

export const withEntry = (whatsAppWebhookEntry: Json): Json => ({ ...event, whatsAppWebhookEntry });

const metas = (entry: Json) => ({ object: 'whatsapp_business_account', entry: [entry] });

/** All the forms in which an entry comes, as data; AWS writes its entry as a text. */
export const FORMS: Array<[name: string, form: (entry: Json) => Json]> = [
	['in AWS’s event', withEntry],
	['in Meta’s envelope in AWS’s event', (entry) => withEntry(metas(entry))],
	['in Meta’s envelope', metas],
	['beside the lists of AWS', (entry) => ({ ...context, ...metas(entry) })],
	[
		'in an event with the lists at the top',
		(whatsAppWebhookEntry) => ({ ...withoutLists, ...context, whatsAppWebhookEntry }),
	],
	['in a list', (entry) => [entry]],
	['by itself', (entry) => entry],
];

/** What SNS posts of a form. */
export function postOf(form: Json): string {
	if (!isObject(form) || form.whatsAppWebhookEntry === undefined) return JSON.stringify(form);
	const whatsAppWebhookEntry = JSON.stringify(form.whatsAppWebhookEntry);
	return JSON.stringify({ ...form, whatsAppWebhookEntry });
}
