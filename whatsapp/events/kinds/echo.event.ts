import type { IDataObject } from 'n8n-workflow';
import { errorsOf, timeOf, type EventKind } from '../event';
import { keyOfMessage } from '../keys';
import { listedEvents, type ListReader } from '../listedEvents';
import { contentOf, contextOf } from '../messageTypes';
import { ownerMembers } from '../owner';
import { detailsOf, personWho, userIdsOf } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isRecord, known, record, text } from '../../../form/unknown';

/**
 * The message in an echo. Echoes of what another app has sent have what that app gave to WhatsApp inside,
 * and beside it what WhatsApp knows of its template or Flow.
 */
function messageIn({ message, ...echoed }: IDataObject): IDataObject {
	return isRecord(message) ? { ...echoed, ...message, id: echoed.id ?? message.id } : echoed;
}

/** What is in a message that went out: an interactive one has buttons in it, not the one that was tapped. */
function contentSent(message: IDataObject): IDataObject {
	if (text(message.type) === 'interactive')
		return { text: text(record(record(message.interactive).body).text) };
	return contentOf(message);
}

/** Messages that went out, but not from here. */
export const echoes: ListReader = {
	personOf: (value) => personWho('to', messageIn(value)),
	eventOf: (member) => {
		const { change, value, person: recipient } = member;
		const message = messageIn(value);
		const own = ownerMembers(change);
		const id = text(message.id);
		const groupId = text(message.group_id);
		const { text: body = '', ...content } = contentSent(message);
		return {
			kind: 'echo',
			type: text(message.type) ?? null,
			text: body,
			from: phoneNumber(message.from) ?? own.phoneNumber,
			to: recipient.number ?? null,
			name: recipient.name ?? null,
			timestamp: timeOf(message.timestamp, change),
			messageId: id ?? null,
			recipientType: groupId === undefined ? 'individual' : 'group',
			field: change.field,
			...own,
			dedupeKey: keyOfMessage({ ...member, list: 'echoes' }, 'echo', id),
			...known({
				...userIdsOf('to', recipient),
				...detailsOf(recipient),
				groupId,
				templateName: text(record(message.template).name),
				...content,
				context: contextOf(message.context),
				errors: errorsOf(message.errors),
			}),
		};
	},
};

/** What was written in the WhatsApp Business app, or became of it. Source: Meta, smb_message_echoes. */
export const echo: EventKind = {
	kind: 'echo',
	triggerOn: {
		name: 'App Echo',
		value: 'echoes',
		description: 'Someone sends a message from the WhatsApp Business app of one of your numbers',
	},
	webhookFields: ['message_echoes', 'smb_message_echoes'],
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'echo', { message_echoes: echoes }, 'echo'),
};
