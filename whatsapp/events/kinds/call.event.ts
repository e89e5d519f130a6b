import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../change';
import { errorsOf } from '../errors';
import { timeOf } from '../event';
import type { EventKind } from '../eventKind';
import { keyOfStatus } from '../keys';
import { listedEvents, type ListReader } from '../listedEvents';
import { ownerMembers, ownNumber } from '../owner';
import { detailsOf, identified, personWho, userIdsOf, type Person } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isoTime } from '../time';
import { known, record, text } from '../../../form/unknown';

const callerOf = (call: IDataObject) => personWho('from', call);

/** Calls have "to", their statuses "recipient". */
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
	const own = ownNumber(change).phoneNumber;
	const [caller, callee] = [callerOf(call), calleeOf(call)];
	if (own !== null && caller.number !== callee.number) {
		if (caller.number === own) return true;
		if (callee.number === own) return false;
	}
	const direction = text(call.direction);
	if (direction !== undefined) return direction === 'BUSINESS_INITIATED';
	return !isKnown(caller) && isKnown(callee);
}

function customerOf(given: unknown, change: Change): Person {
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

const calls: ListReader = {
	personOf: customerOf,
	eventOf: (member) => {
		const { change, given, contact } = member;
		const value = record(given);
		const id = text(value.id);
		const event = text(value.event) ?? text(value.status) ?? null;
		const errors = errorsOf(value.errors);
		const toCustomer = isOutgoing(change, value);
		const caller = identified(callerOf(value), toCustomer ? {} : contact);
		const callee = identified(calleeOf(value), toCustomer ? contact : {});
		return {
			kind: 'call',
			dedupeKey: keyOfStatus(member, 'call', id, { status: event, errors }),
			callId: id ?? null,
			event,
			timestamp: timeOf(value.timestamp, change),
			from: caller.number ?? null,
			to: callee.number ?? null,
			name: contact.name ?? null,
			...ownerMembers(change),
			...known({
				...userIdsOf('from', caller),
				...userIdsOf('to', callee),
				...detailsOf(contact),
				direction: text(value.direction),
				status: text(value.status),
				startedAt: isoTime(value.start_time),
				endedAt: isoTime(value.end_time),
				duration: value.duration,
				bizOpaqueCallbackData: text(value.biz_opaque_callback_data),
				ctaPayload: text(value.cta_payload),
				deeplinkPayload: text(value.deeplink_payload),
				transcript: fileOf(record(value.call_transcript).document),
				recording: fileOf(record(value.call_recording).audio),
				errors,
			}),
		};
	},
};

/**
 * Calls and their statuses, one event each. Sources: Meta, "Calling API", webhooks; "Call transcription";
 * "Call recording".
 */
export const call: EventKind = {
	kind: 'call',
	triggerOn: {
		name: 'Call',
		value: 'calls',
		description: 'Incoming and outgoing calls, their status, recordings and transcripts',
	},
	webhookFields: ['calls'],
	read: (change) => listedEvents(change, 'call', { calls, statuses: calls }),
};
