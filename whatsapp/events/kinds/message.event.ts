import { errorsOf, timeOf, type EventKind } from '../event';
import { keyOfMessage } from '../keys';
import { listedEvents, type ListReader } from '../listedEvents';
import { contentOf, contextOf, conversationContextOf } from '../messageTypes';
import { ownerMembers } from '../owner';
import { detailsOf, personWho } from '../people';
import { known, record, text } from '../../../form/unknown';
import { statuses } from './status.event';

/** Received messages. */
export const messages: ListReader = {
	personOf: (message) => personWho('from', message),
	eventOf: (member) => {
		const { change, value: message, person: sender } = member;
		const id = text(message.id);
		const from = sender.number ?? null;
		const fromUserId = sender.userId ?? null;
		const groupId = text(message.group_id);
		const { text: body = '', ...content } = contentOf(message);
		return {
			kind: 'message',
			type: text(message.type) ?? null,
			text: body,
			from,
			name: sender.name ?? null,
			timestamp: timeOf(message.timestamp, change),
			messageId: id ?? null,
			replyTo: groupId ?? from ?? fromUserId,
			recipientType: groupId === undefined ? 'individual' : 'group',
			...ownerMembers(change),
			fromUserId,
			dedupeKey: keyOfMessage(member, 'message', id),
			...known({
				fromParentUserId: sender.parentUserId,
				...detailsOf(sender),
				groupId,
				...content,
				context: contextOf(message.context),
				referral: known(record(message.referral)),
				identity: known(record(message.identity)),
				conversationContext: conversationContextOf(record(change.value).conversation_context),
				errors: errorsOf(message.errors),
			}),
		};
	},
};

/** Received messages. The statuses of sent ones, and errors, come under the same field. */
export const message: EventKind = {
	kind: 'message',
	triggerOn: {
		name: 'Message',
		value: 'messages',
		description: 'A customer writes, taps a button, fills in a form or sends a file',
	},
	webhookFields: ['messages'],
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'unknown', { messages, statuses }),
};
