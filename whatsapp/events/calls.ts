import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent, keyOfStatus } from './keys';
import { listedEvents, type Members } from './listed';
import { ownAccount, ownNumber } from './owner';
import { detailsOf, identified, type Contact, type Person } from './people';
import { isoTime } from './time';
import { known, phoneNumber, record, text } from '../../form/unknown';

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

/**
 * Whether a call, or a status of one, goes from the business to the customer. Who has your number is you,
 * whatever the direction is: Meta's own example of a call that you start names you as the callee.
 */
function isOutgoing(change: Change, call: IDataObject): boolean {
	const own = ownNumber(change, record(record(change.value).metadata)).phoneNumber;
	const [caller, callee] = [callerOf(call), calleeOf(call)];
	if (own !== null && caller.number !== callee.number) {
		if (caller.number === own) return true;
		if (callee.number === own) return false;
	}
	const direction = text(call.direction);
	if (direction !== undefined) return direction === 'BUSINESS_INITIATED';
	return !isKnown(caller) && isKnown(callee);
}

function customerOf(change: Change, given: unknown): Person {
	const call = record(given);
	return isOutgoing(change, call) ? calleeOf(call) : callerOf(call);
}

/** A file that WhatsApp made of a call. Its media ID is valid for seven days, its address for five minutes. */
function fileOf(value: unknown): IDataObject | undefined {
	const { id, mime_type: mimeType, sha256, url } = record(value);
	return known({
		id: text(id),
		mimeType: text(mimeType),
		sha256: text(sha256),
		url: text(url),
	});
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
				? keyOfContent(change, name, given, contact.beside)
				: keyOfStatus(change, 'call', {
						id,
						status: event ?? '',
						given: call,
						errors,
						beside: contact.beside,
					}),
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
			...detailsOf(contact),
			direction: text(call.direction),
			status: text(call.status),
			startedAt: isoTime(call.start_time),
			endedAt: isoTime(call.end_time),
			duration: call.duration,
			bizOpaqueCallbackData: text(call.biz_opaque_callback_data),
			ctaPayload: text(call.cta_payload),
			deeplinkPayload: text(call.deeplink_payload),
			transcript: fileOf(record(call.call_transcript).document),
			recording: fileOf(record(call.call_recording).audio),
			errors,
		}),
	};
}

/**
 * Calls and their statuses, one event each. Sources: Meta, "Calling API", webhooks; "Call transcription";
 * "Call recording".
 */
export function callEvents(change: Change): WhatsAppEvent[] {
	const read = (name: string): Members => ({
		personOf: (given) => customerOf(change, given),
		eventOf: (given, contact) => callEvent(change, name, contact, given),
	});
	return listedEvents(change, 'call', { calls: read('calls'), statuses: read('statuses') });
}
