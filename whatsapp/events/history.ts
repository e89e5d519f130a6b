import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { contentOf } from './content';
import { contextOf } from './context';
import { echoEvent, recipientOfEcho } from './echoes';
import { copyAs, partNotice, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { listedEvents, type Members } from './listed';
import { messageEvent, senderOf } from './messages';
import { ownNumber } from './owner';
import { detailsOf, identified, personNamedIn, type Contact, type Person } from './people';
import { isoTime } from './time';
import { known, list, phoneNumber, record, text } from '../../form/unknown';

/** A chunk of the history as chunks with a conversation each, and with whatever else it has. */
function conversationsIn(chunk: unknown): unknown[] {
	const { threads, ...others } = record(chunk);
	const all = list(threads);
	if (all.length === 0) return [chunk];
	const { metadata, ...rest } = others;
	const conversations = all.map((thread) => known({ metadata, threads: [thread] }));
	return Object.keys(rest).length === 0 ? conversations : [...conversations, { metadata, ...rest }];
}

const threadIn = (chunk: unknown) => record(list(record(chunk).threads)[0]);

/** The customer of a conversation. */
function customerOf(chunk: unknown): Person {
	const { id, context } = threadIn(chunk);
	const person = personNamedIn(context);
	return { ...person, number: person.number ?? phoneNumber(id) };
}

/** A message as it stands in a conversation. */
function oldMessage(given: unknown, own: string | null): IDataObject {
	const message = record(given);
	const from = phoneNumber(message.from);
	const isOutgoing = text(message.to) !== undefined || (own !== null && from === own);
	const { text: words = '', ...content } = contentOf(message) ?? {};
	return {
		direction: isOutgoing ? 'outgoing' : 'incoming',
		type: text(message.type) ?? null,
		text: words,
		from: from ?? null,
		timestamp: isoTime(message.timestamp) ?? null,
		messageId: text(message.id) ?? null,
		...known({
			to: phoneNumber(message.to),
			fromUserId: text(message.from_user_id),
			status: text(record(message.history_context).status)?.toLowerCase(),
			...content,
			context: contextOf(message.context),
			errors: errorsOf(message.errors),
		}),
	};
}

function conversationEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const { metadata, errors } = record(given);
	const { phase, chunk_order: chunkOrder, progress } = record(metadata);
	const thread = threadIn(given);
	const customer = identified(customerOf(given), contact);
	const own = ownNumber(change, record(record(change.value).metadata)).phoneNumber;
	const members = {
		from: customer.number ?? null,
		name: contact.name ?? null,
		messages: list(thread.messages).map((message) => oldMessage(message, own)),
		...known({
			fromUserId: customer.userId,
			fromParentUserId: customer.parentUserId,
			...detailsOf(contact),
			username: text(record(thread.context).username) ?? contact.username,
			phase,
			chunkOrder,
			progress,
			errors: errorsOf(errors),
		}),
	};
	return partNotice('history', change, { name: 'history', given, contact, members });
}

/**
 * What was said in the WhatsApp Business app before a number of it was connected: one event for each
 * conversation of a chunk, since a chunk can have thousands of messages; and later one for each file of
 * these messages. Source: Meta, history.
 */
export function historyEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const { history } = value;
	const apart = { ...change, value: { ...value, history: list(history).flatMap(conversationsIn) } };
	const lists: Record<string, Members> = {
		history: {
			personOf: customerOf,
			eventOf: (given, contact) => conversationEvent(change, contact, given),
		},
		messages: {
			personOf: senderOf,
			eventOf: (given, contact) => copyAs('history', change, messageEvent(change, contact, given)),
		},
		message_echoes: {
			personOf: recipientOfEcho,
			eventOf: (given, contact) => copyAs('history', change, echoEvent(change, contact, given)),
		},
	};
	return listedEvents(list(history).length === 0 ? change : apart, 'history', lists, 'history');
}
