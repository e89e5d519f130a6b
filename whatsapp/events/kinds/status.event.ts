import type { IDataObject } from 'n8n-workflow';
import { errorsOf } from '../errors';
import { timeOf } from '../event';
import type { EventKind } from '../eventKind';
import { keyOfStatus } from '../keys';
import type { ListReader } from '../listedEvents';
import { ownerMembers } from '../owner';
import { detailsOf, identified, userIdsOf, type Person } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isoTime } from '../time';
import { inAnyWordOrder } from '../wordOrder';
import { flag, known, record, text } from '../../../form/unknown';

/** AWS gives up with a sentence where other statuses are a word: "Message retries exhausted, …". */
const GAVE_UP = /retries exhausted/i;

interface Outcome {
	status: string | null;
	errors?: IDataObject[];
}

function outcomeOf(given: IDataObject): Outcome {
	const status = text(given.status);
	const errors = errorsOf(given.errors);
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
	const textOf = inAnyWordOrder(status, /participant|recipient/);
	const personNamed = (who: 'participant' | 'recipient'): Person => ({
		number: phoneNumber(textOf(`${who}_id`)),
		userId: textOf(`${who}_user_id`),
		parentUserId: textOf(`${who}_parent_user_id`),
	});
	const [participant, recipient] = [personNamed('participant'), personNamed('recipient')];
	const isGroup = text(status.recipient_type) === 'group' || isSomebody(participant);
	return { isGroup, recipient, person: isGroup ? participant : recipient };
}

/** What became of messages that were sent. */
export const statuses: ListReader = {
	personOf: (given) => namedIn(record(given)).person,
	eventOf: (member) => {
		const { change, given, contact } = member;
		const value = record(given);
		const { status: outcome, errors } = outcomeOf(value);
		const messageId = text(value.id);
		const { awsMessageId } = change.envelope;
		const { isGroup, recipient, person: named } = namedIn(value);
		const person = identified(named, contact);
		// Members of a group that are not named are distinguished by the whole status.
		const beside = contact.beside ?? (isGroup && !isSomebody(named) ? given : undefined);
		return {
			kind: 'status',
			status: outcome,
			to: (isGroup ? text(value.recipient_id) : person.number) ?? null,
			timestamp: timeOf(value.timestamp, change),
			messageId: messageId ?? null,
			awsMessageId: awsMessageId ?? null,
			recipientType: isGroup ? 'group' : 'individual',
			...ownerMembers(change),
			dedupeKey: keyOfStatus(
				{ ...member, contact: { beside } },
				'status',
				messageId ?? awsMessageId,
				{ status: outcome, errors },
			),
			...known({
				name: contact.name,
				...detailsOf(contact),
				...userIdsOf('to', isGroup ? recipient : person),
				...(isGroup && { participant: person.number, ...userIdsOf('participant', person) }),
				identityKeyHash: text(value.recipient_identity_key_hash) ?? contact.identityKeyHash,
				bizOpaqueCallbackData: text(value.biz_opaque_callback_data),
				type: text(value.type),
				templateId: text(value.template_id),
				conversation: conversationOf(value.conversation),
				// For groups Meta has written it inside the conversation as well.
				pricing: pricingOf(value.pricing ?? record(value.conversation).pricing),
				payment: known(record(value.payment)),
				errors,
			}),
		};
	},
};

/** What became of messages that were sent. They come under the webhook field of messages. */
export const status: EventKind = {
	kind: 'status',
	triggerOn: {
		name: 'Message Status',
		value: 'statuses',
		description: 'A message you sent was accepted, delivered, read or failed',
	},
};
