import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfStatus } from './keys';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { flag, known, list, phoneNumber, record, text } from './values';
import { byWords } from './words';

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

/** Somebody whom a status names as this; Meta orders the words of such names in several ways. */
function personNamed(who: 'participant' | 'recipient', status: IDataObject): Person {
	const said = byWords(status);
	return {
		number: phoneNumber(said(`${who}_id`)),
		userId: said(`${who}_user_id`),
		parentUserId: said(`${who}_parent_user_id`),
	};
}

const isSomebody = (person: Person) => Object.values(person).some((each) => each !== undefined);

/** Only in a group a status is about one of several members. */
const isOfGroup = (status: IDataObject) =>
	text(status.recipient_type) === 'group' || isSomebody(personNamed('participant', status));

/** The person whom a status is about. */
export function recipientOf(given: unknown): Person {
	const status = record(given);
	return personNamed(isOfGroup(status) ? 'participant' : 'recipient', status);
}

/**
 * What tells a status that names nobody from others: who stands beside it, and its place. Meta leaves
 * out the participant where the number and the ID are not the ones to which the message went.
 */
function besideOf({ value }: Change, given: unknown): unknown {
	const { contacts, statuses } = record(value);
	if (isSomebody(recipientOf(given)) || list(contacts).length === 0) return undefined;
	return [contacts, list(statuses).indexOf(given)];
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
	const participant: Person = isGroup ? person : {};
	const group = isGroup ? personNamed('recipient', status) : person;
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
				: keyOfStatus(change, 'status', {
						...{ id, status: name ?? '', given: status, errors },
						beside: besideOf(change, given),
					}),
		...known({
			name: contact.name,
			...detailsOf(contact),
			toUserId: group.userId,
			toParentUserId: group.parentUserId,
			participant: participant.number,
			participantUserId: participant.userId,
			participantParentUserId: participant.parentUserId,
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
