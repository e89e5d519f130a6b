import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfStatus } from './keys';
import { listedEvents } from './listed';
import { ownAccount, ownNumber } from './owner';
import { contactsAmong, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { asGiven, known, list, phoneNumber, record, text } from './values';

const callerOf = (call: IDataObject): Person => ({
	number: phoneNumber(call.from),
	userId: text(call.from_user_id),
	parentUserId: text(call.from_parent_user_id),
});

const calleeOf = (call: IDataObject): Person => ({
	number: phoneNumber(call.to ?? call.recipient_id),
	userId: text(call.to_user_id ?? call.recipient_user_id),
	parentUserId: text(call.to_parent_user_id ?? call.recipient_parent_user_id),
});

const isKnown = ({ number, userId }: Person) => number !== undefined || userId !== undefined;

/** Whether a call, or a status of one, goes from the business to the customer. */
function isOutgoing(change: Change, call: IDataObject): boolean {
	const direction = text(call.direction);
	if (direction !== undefined) return direction === 'BUSINESS_INITIATED';
	const own = ownNumber(change, record(record(change.value).metadata)).phoneNumber;
	const [caller, callee] = [callerOf(call), calleeOf(call)];
	return isKnown(caller) ? caller.number === own : isKnown(callee) && callee.number !== own;
}

function customerOf(change: Change, given: unknown): Person {
	const call = record(given);
	return isOutgoing(change, call) ? calleeOf(call) : callerOf(call);
}

function callEvent(change: Change, name: string, contact: Contact, given: unknown): WhatsAppEvent {
	const call = record(given);
	const { metadata } = record(change.value);
	const id = text(call.id);
	const event = text(call.event) ?? text(call.status) ?? null;
	const errors = errorsOf(call.errors);
	const toCustomer = isOutgoing(change, call);
	const caller = identified(callerOf(call), toCustomer ? {} : contact);
	const callee = identified(calleeOf(call), toCustomer ? contact : {});
	return {
		kind: 'call',
		dedupeKey:
			id === undefined
				? keyOfContent(change, name, given)
				: keyOfStatus(change, 'call', { id, status: event ?? '', given: call, errors }),
		callId: id ?? null,
		event,
		timestamp: isoTime(call.timestamp) ?? timeOfChange(change),
		from: caller.number ?? null,
		to: callee.number ?? null,
		name: contact.name ?? null,
		...ownNumber(change, record(metadata)),
		...ownAccount(change),
		...known({
			fromUserId: caller.userId,
			fromParentUserId: caller.parentUserId,
			toUserId: callee.userId,
			toParentUserId: callee.parentUserId,
			username: contact.username,
			identityKeyHash: contact.identityKeyHash,
			direction: text(call.direction),
			status: text(call.status),
			startedAt: isoTime(call.start_time),
			endedAt: isoTime(call.end_time),
			duration: call.duration,
			bizOpaqueCallbackData: text(call.biz_opaque_callback_data),
			errors,
		}),
		original: asGiven(given),
	};
}

/** Calls and their statuses, one event each. Source: Meta, "Calling API", webhooks. */
export function callEvents(change: Change): WhatsAppEvent[] {
	const { calls, statuses, contacts } = record(change.value);
	const people = [...list(calls), ...list(statuses)].map((given) => customerOf(change, given));
	const contactOf = contactsAmong(contacts, people);
	const read = (name: string) => (given: unknown) =>
		callEvent(change, name, contactOf(customerOf(change, given)), given);
	return listedEvents(change, 'call', { calls: read('calls'), statuses: read('statuses') });
}
