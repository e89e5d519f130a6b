import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { contentOf } from './content';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfMessage } from './keys';
import { listedEvents } from './listed';
import { ownAccount, ownNumber } from './owner';
import { contactsAmong, identified, type Contact, type Person } from './people';
import { recipientOf, statusEvent } from './status';
import { isoTime } from './time';
import { asGiven, flag, known, list, phoneNumber, record, text } from './values';

function senderOf(given: unknown): Person {
	const { from, from_user_id: userId, from_parent_user_id: parentUserId } = record(given);
	return {
		number: phoneNumber(from),
		userId: text(userId),
		parentUserId: text(parentUserId),
	};
}

function contextOf(value: unknown): IDataObject | undefined {
	const { from, id, forwarded, frequently_forwarded: often, referred_product } = record(value);
	const { catalog_id: catalogId, product_retailer_id: product } = record(referred_product);
	return known({
		messageId: text(id),
		from: phoneNumber(from),
		forwarded: flag(forwarded),
		frequentlyForwarded: flag(often),
		referredProduct: known({ catalogId: text(catalogId), productRetailerId: text(product) }),
	});
}

function messageEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const message = record(given);
	const { metadata } = record(change.value);
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
			id === undefined ? keyOfContent(change, 'messages', given) : keyOfMessage(change, id),
		...known({
			fromParentUserId: sender.parentUserId,
			username: contact.username,
			groupId,
			...content,
			context: contextOf(message.context),
			referral: known(record(message.referral)),
			identity: known(record(message.identity)),
			identityKeyHash: contact.identityKeyHash,
			errors: errorsOf(message.errors),
		}),
		original: asGiven(given),
	};
}

/** Received messages, the statuses of sent ones, and errors: all come under the field "messages". */
export function messageEvents(change: Change): WhatsAppEvent[] {
	const { messages, statuses, contacts } = record(change.value);
	const people = [...list(messages).map(senderOf), ...list(statuses).map(recipientOf)];
	const contactOf = contactsAmong(contacts, people);
	return listedEvents(change, 'unknown', {
		messages: (given) => messageEvent(change, contactOf(senderOf(given)), given),
		statuses: (given) => statusEvent(change, contactOf(recipientOf(given)), given),
	});
}
