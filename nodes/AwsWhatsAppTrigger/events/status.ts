import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfStatus } from './keys';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { flag, known, phoneNumber, record, text } from './values';

/** AWS gives up with a sentence where other statuses are a word: "Message retries exhausted, …". */
const GAVE_UP = /retries exhausted/i;

interface Outcome {
	status: string | null;
	errors?: IDataObject[];
}

function outcomeOf({ status: given, errors: listed }: IDataObject): Outcome {
	const status = text(given);
	const errors = errorsOf(listed);
	if (status === undefined) return { status: null, errors };
	if (!GAVE_UP.test(status)) return { status: status.toLowerCase(), errors };
	return { status: 'failed', errors: errors ?? [{ title: status }] };
}

function conversationOf(value: unknown): IDataObject | undefined {
	const { id, expiration_timestamp: expiration, origin } = record(value);
	return known({
		id: text(id),
		originType: text(record(origin).type),
		expiresAt: isoTime(expiration),
	});
}

function pricingOf(value: unknown): IDataObject | undefined {
	const { billable, pricing_model: model, type, category } = record(value);
	return known({
		billable: flag(billable),
		model: text(model),
		type: text(type),
		category: text(category),
	});
}

const isOfGroup = (status: IDataObject) => text(status.recipient_type) === 'group';

/** In a group, which of its members a status is about; Meta has written these members in two ways. */
function participantOf(status: IDataObject): Person {
	return {
		number: phoneNumber(status.recipient_participant_id ?? status.participant_recipient_id),
		userId: text(status.recipient_participant_user_id ?? status.participant_recipient_user_id),
	};
}

/** The person whom a status is about. */
export function recipientOf(given: unknown): Person {
	const status = record(given);
	return isOfGroup(status)
		? participantOf(status)
		: {
				number: phoneNumber(status.recipient_id),
				userId: text(status.recipient_user_id),
				parentUserId: text(status.recipient_parent_user_id),
			};
}

/** What became of a message that was sent. */
export function statusEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const status = record(given);
	const { metadata } = record(change.value);
	const { status: name, errors } = outcomeOf(status);
	const messageId = text(status.id);
	const { awsMessageId } = change.envelope;
	const id = messageId ?? awsMessageId;
	const isGroup = isOfGroup(status);
	const person = identified(recipientOf(status), contact);
	const participant = isGroup ? person : participantOf(status);
	return {
		kind: 'status',
		status: name,
		to: (isGroup ? text(status.recipient_id) : person.number) ?? null,
		timestamp: isoTime(status.timestamp) ?? timeOfChange(change),
		messageId: messageId ?? null,
		awsMessageId: awsMessageId ?? null,
		recipientType: isGroup ? 'group' : 'individual',
		...ownNumber(change, record(metadata)),
		...ownAccount(change),
		dedupeKey:
			id === undefined
				? keyOfContent(change, 'statuses', given)
				: keyOfStatus(change, 'status', { id, status: name ?? '', given: status, errors }),
		...known({
			name: contact.name,
			...detailsOf(contact),
			toUserId: isGroup ? text(status.recipient_user_id) : person.userId,
			toParentUserId: isGroup ? text(status.recipient_parent_user_id) : person.parentUserId,
			participant: participant.number,
			participantUserId: participant.userId,
			identityKeyHash: text(status.recipient_identity_key_hash) ?? contact.identityKeyHash,
			bizOpaqueCallbackData: text(status.biz_opaque_callback_data),
			type: text(status.type),
			templateId: text(status.template_id),
			conversation: conversationOf(status.conversation),
			// For groups Meta has written it inside the conversation as well.
			pricing: pricingOf(status.pricing ?? record(status.conversation).pricing),
			payment: known(record(status.payment)),
			errors,
		}),
	};
}
