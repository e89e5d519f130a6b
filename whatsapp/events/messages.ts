import type { Change } from './change';
import { contentOf } from './content';
import { contextOf, conversationContextOf } from './context';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfMessage } from './keys';
import { listedEvents } from './listed';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { recipientOf, statusEvent } from './status';
import { isoTime } from './time';
import { known, phoneNumber, record, text } from '../../form/unknown';

/** Who wrote a message. */
export function senderOf(given: unknown): Person {
	const { from, from_user_id: userId, from_parent_user_id: parentUserId } = record(given);
	return {
		number: phoneNumber(from),
		userId: text(userId),
		parentUserId: text(parentUserId),
	};
}

/** A received message. */
export function messageEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const message = record(given);
	const { metadata, conversation_context: conversation } = record(change.value);
	const sender = identified(senderOf(message), contact);
	const id = text(message.id);
	const from = sender.number ?? null;
	const fromUserId = sender.userId ?? null;
	const groupId = text(message.group_id);
	const { text: words = '', ...content } = contentOf(message) ?? {};
	return {
		kind: 'message',
		type: text(message.type) ?? null,
		text: words,
		from,
		name: contact.name ?? null,
		timestamp: isoTime(message.timestamp) ?? timeOfChange(change),
		messageId: id ?? null,
		replyTo: groupId ?? from ?? fromUserId,
		recipientType: groupId === undefined ? 'individual' : 'group',
		...ownNumber(change, record(metadata)),
		...ownAccount(change),
		fromUserId,
		dedupeKey:
			id === undefined
				? keyOfContent(change, 'messages', given, contact.beside)
				: keyOfMessage(change, 'message', { id, given, beside: contact.beside }),
		...known({
			fromParentUserId: sender.parentUserId,
			...detailsOf(contact),
			groupId,
			...content,
			context: contextOf(message.context),
			referral: known(record(message.referral)),
			identity: known(record(message.identity)),
			conversationContext: conversationContextOf(conversation),
			errors: errorsOf(message.errors),
		}),
	};
}

/** Received messages, the statuses of sent ones, and errors: all come under the field "messages". */
export function messageEvents(change: Change): WhatsAppEvent[] {
	return listedEvents(change, 'unknown', {
		messages: {
			personOf: senderOf,
			eventOf: (given, contact) => messageEvent(change, contact, given),
		},
		statuses: {
			personOf: recipientOf,
			eventOf: (given, contact) => statusEvent(change, contact, given),
		},
	});
}
