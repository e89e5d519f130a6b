import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../change';
import { errorsOf, readMember, type EventKind } from '../event';
import { copiesAs, listedEvents, type ListReader } from '../listedEvents';
import { contentOf, contextOf } from '../messageTypes';
import { ownNumber } from '../owner';
import { detailsOf, personNamedIn, userIdsOf, type Person } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isoTime } from '../time';
import { known, list, record, text } from '../../../form/unknown';
import { echoes } from './echo.event';
import { messages } from './message.event';

/** A chunk of the history as chunks with a conversation each, and with whatever else it has. */
function conversationsIn(chunk: unknown): unknown[] {
	const { threads, metadata, ...rest } = record(chunk);
	const all = list(threads);
	if (all.length === 0) return [chunk];
	const conversations = all.map((thread) => known({ metadata, threads: [thread] }));
	return Object.keys(rest).length === 0 ? conversations : [...conversations, { metadata, ...rest }];
}

/** The change with a chunk for each conversation. */
function byConversation(change: Change): Change {
	const value = record(change.value);
	const chunks = list(value.history);
	return chunks.length === 0
		? change
		: { ...change, value: { ...value, history: chunks.flatMap(conversationsIn) } };
}

const threadIn = ({ threads }: IDataObject) => record(list(threads)[0]);

/** The customer of a conversation. */
function customerOf(chunk: IDataObject): Person {
	const { id, context } = threadIn(chunk);
	const person = personNamedIn(context);
	return { ...person, number: person.number ?? phoneNumber(id) };
}

/** A message as it stands in a conversation. */
function oldMessage(given: unknown, own: string | null): IDataObject {
	const message = record(given);
	const from = phoneNumber(message.from);
	const isOutgoing = text(message.to) !== undefined || (own !== null && from === own);
	const { text: body = '', ...content } = contentOf(message);
	return {
		direction: isOutgoing ? 'outgoing' : 'incoming',
		type: text(message.type) ?? null,
		text: body,
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

const conversations: ListReader = {
	personOf: customerOf,
	eventOf: readMember('history', ({ change, value, person: customer }) => {
		const { phase, chunk_order: chunkOrder, progress } = record(value.metadata);
		const thread = threadIn(value);
		const own = ownNumber(change).phoneNumber;
		return {
			from: customer.number ?? null,
			name: customer.name ?? null,
			messages: list(thread.messages).map((each) => oldMessage(each, own)),
			...known({
				...userIdsOf('from', customer),
				...detailsOf(customer),
				username: text(record(thread.context).username) ?? customer.username,
				phase,
				chunkOrder,
				progress,
				errors: errorsOf(value.errors),
			}),
		};
	}),
};

const readers = {
	history: conversations,
	messages: copiesAs('history', messages),
	message_echoes: copiesAs('history', echoes),
};

/**
 * What was said in the WhatsApp Business app before a number of it was connected: one event for each
 * conversation of a chunk, since a chunk can have thousands of messages; and later one for each file of
 * these messages. Source: Meta, history.
 */
export const history: EventKind = {
	kind: 'history',
	triggerOn: {
		name: 'App History',
		value: 'history',
		description:
			'Conversations held in the WhatsApp Business app before you connected it. One item for each conversation in a delivery, with all its messages.',
	},
	webhookFields: ['history'],
	isAboutNumber: true,
	read: (change) => listedEvents(byConversation(change), 'history', readers, 'history'),
};
