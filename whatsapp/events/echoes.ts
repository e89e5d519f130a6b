import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { contentOf } from './content';
import { contextOf } from './context';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfMessage } from './keys';
import { listedEvents, type Members } from './listed';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { isRecord, known, phoneNumber, record, text } from '../../form/unknown';

/**
 * The message in an echo. Echoes of what another app has sent have what that app gave to WhatsApp inside,
 * and beside it what WhatsApp knows of its template or Flow.
 */
function messageIn(given: unknown): IDataObject {
	const { message, ...echo } = record(given);
	return isRecord(message) ? { ...echo, ...message, id: echo.id ?? message.id } : echo;
}

/** To whom a message went. */
export function recipientOfEcho(given: unknown): Person {
	const { to, to_user_id: userId, to_parent_user_id: parentUserId } = messageIn(given);
	return { number: phoneNumber(to), userId: text(userId), parentUserId: text(parentUserId) };
}

/** What is in a message that went out: an interactive one has buttons in it, not the one that was tapped. */
function contentSent(message: IDataObject): IDataObject {
	if (text(message.type) === 'interactive')
		return { text: text(record(record(message.interactive).body).text) };
	return contentOf(message) ?? {};
}

/** A message that went out, but not from here. */
export function echoEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const message = messageIn(given);
	const { metadata } = record(change.value);
	const own = ownNumber(change, record(metadata));
	const recipient = identified(recipientOfEcho(given), contact);
	const id = text(message.id);
	const groupId = text(message.group_id);
	const { text: words = '', ...content } = contentSent(message);
	return {
		kind: 'echo',
		type: text(message.type) ?? null,
		text: words,
		from: phoneNumber(message.from) ?? own.phoneNumber,
		to: recipient.number ?? null,
		name: contact.name ?? null,
		timestamp: isoTime(message.timestamp) ?? timeOfChange(change),
		messageId: id ?? null,
		recipientType: groupId === undefined ? 'individual' : 'group',
		field: change.field,
		...own,
		...ownAccount(change),
		dedupeKey:
			id === undefined
				? keyOfContent(change, 'echoes', given, contact.beside)
				: keyOfMessage(change, 'echo', { id, given, beside: contact.beside }),
		...known({
			toUserId: recipient.userId,
			toParentUserId: recipient.parentUserId,
			...detailsOf(contact),
			groupId,
			templateName: text(record(message.template).name),
			...content,
			context: contextOf(message.context),
			errors: errorsOf(message.errors),
		}),
	};
}

/**
 * What was written in the WhatsApp Business app of a number of yours, or what became of it there. Source:
 * Meta, smb_message_echoes.
 */
export function echoEvents(change: Change): WhatsAppEvent[] {
	const lists: Record<string, Members> = {
		message_echoes: {
			personOf: recipientOfEcho,
			eventOf: (given, contact) => echoEvent(change, contact, given),
		},
	};
	return listedEvents(change, 'echo', lists, 'echo');
}
