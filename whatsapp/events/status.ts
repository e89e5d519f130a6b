import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfStatus } from './keys';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { flag, known, phoneNumber, record, text } from '../../form/unknown';
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

const isSomebody = (person: Person) => Object.values(person).some((each) => each !== undefined);

/** Whom a status names. Only in a group it is about one of several members. */
function namedIn(status: IDataObject) {
	// Meta orders the words of such names in several ways.
	const said = byWords(status, /participant|recipient/);
	const personNamed = (who: 'participant' | 'recipient'): Person => ({
		number: phoneNumber(said(`${who}_id`)),
		userId: said(`${who}_user_id`),
		parentUserId: said(`${who}_parent_user_id`),
	});
	const [participant, recipient] = [personNamed('participant'), personNamed('recipient')];
	const isGroup = text(status.recipient_type) === 'group' || isSomebody(participant);
	return { isGroup, recipient, person: isGroup ? participant : recipient };
}

/** The person whom a status is about. */
export const recipientOf = (given: unknown): Person => namedIn(record(given)).person;

/** What became of a message that was sent. */
export function statusEvent(change: Change, contact: Contact, given: unknown): WhatsAppEvent {
	const status = record(given);
	const { metadata } = record(change.value);
	const { status: name, errors } = outcomeOf(status);
	const messageId = text(status.id);
	const { awsMessageId } = change.envelope;
	const id = messageId ?? awsMessageId;
	const { isGroup, recipient, person: named } = namedIn(status);
	const person = identified(named, contact);
	const participant: Person = isGroup ? person : {};
	const group = isGroup ? recipient : person;
	// Of members whom nobody names, all that is told tells one from another.
	const beside = contact.beside ?? (isGroup && !isSomebody(named) ? given : undefined);
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
				? keyOfContent(change, 'statuses', given, beside)
				: keyOfStatus(change, 'status', { id, status: name ?? '', given: status, errors, beside }),
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
