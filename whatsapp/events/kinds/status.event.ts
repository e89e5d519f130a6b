import type { IDataObject } from 'n8n-workflow';
import { errorsOf, timeOf, type EventKind } from '../event';
import { keyOfStatus } from '../keys';
import type { ListReader } from '../listedEvents';
import { ownerMembers } from '../owner';
import { detailsOf, isSomebody, userIdsOf, type Person } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isoTime } from '../time';
import { flag, known, record, text, texts } from '../../../form/unknown';

/** AWS gives up with a sentence where other statuses are a word: "Message retries exhausted, …". */
const GAVE_UP = /retries exhausted/i;

function outcomeOf(given: IDataObject) {
	const status = text(given.status);
	const errors = errorsOf(given.errors);
	return status !== undefined && GAVE_UP.test(status)
		? { status: 'failed', errors: errors ?? [{ title: status }] }
		: { status: status?.toLowerCase() ?? null, errors };
}

function conversationOf(value: unknown): IDataObject | undefined {
	const { id, expiration_timestamp: expiration, origin } = record(value);
	const originType = text(record(origin).type);
	return known({ id: text(id), originType, expiresAt: isoTime(expiration) });
}

function pricingOf(value: unknown): IDataObject | undefined {
	const pricing = record(value);
	return known({
		billable: flag(pricing.billable),
		model: text(pricing.pricing_model),
		...texts(pricing, 'type', 'category'),
	});
}

/** The words of a member's name; who takes part in a group is a recipient without being called one. */
function wordsOf(name: string): string {
	const words = new Set(name.split('_'));
	if (words.has('participant')) words.delete('recipient');
	return [...words].sort().join(' ');
}

/**
 * The texts of a status by the words of their names, in whatever order: Meta writes both
 * "recipient_participant_id" and "participant_recipient_id", "recipient_parent_user_id" and
 * "parent_recipient_user_id". The first of several counts.
 */
function inAnyWordOrder(status: IDataObject): (name: string) => string | undefined {
	const there = Object.entries(status).filter(([, value]) => text(value) !== undefined);
	const byWords = new Map(there.reverse().map(([name, value]) => [wordsOf(name), text(value)]));
	return (name) => byWords.get(wordsOf(name));
}

/** Whom a status names. Only in a group it is about one of several members. */
function namedIn(status: IDataObject) {
	const textOf = inAnyWordOrder(status);
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
	personOf: (value) => namedIn(value).person,
	eventOf: (member) => {
		const { change, given, value, person } = member;
		const outcome = outcomeOf(value);
		const messageId = text(value.id);
		const { awsMessageId } = change.envelope;
		const { isGroup, recipient, person: named } = namedIn(value);
		// Members of a group that are not named are distinguished by the whole status.
		const beside = person.beside ?? (isGroup && !isSomebody(named) ? given : undefined);
		const recognized = { ...member, person: { beside } };
		return {
			kind: 'status',
			status: outcome.status,
			to: (isGroup ? text(value.recipient_id) : person.number) ?? null,
			timestamp: timeOf(value.timestamp, change),
			messageId: messageId ?? null,
			awsMessageId: awsMessageId ?? null,
			recipientType: isGroup ? 'group' : 'individual',
			...ownerMembers(change),
			dedupeKey: keyOfStatus(recognized, 'status', messageId ?? awsMessageId, outcome),
			...known({
				name: person.name,
				...detailsOf(person),
				...userIdsOf('to', isGroup ? recipient : person),
				...(isGroup && { participant: person.number, ...userIdsOf('participant', person) }),
				identityKeyHash: text(value.recipient_identity_key_hash) ?? person.identityKeyHash,
				...texts(value, 'biz_opaque_callback_data', 'type', 'template_id'),
				conversation: conversationOf(value.conversation),
				// For groups Meta has written it inside the conversation as well.
				pricing: pricingOf(value.pricing ?? record(value.conversation).pricing),
				payment: known(record(value.payment)),
				errors: outcome.errors,
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
