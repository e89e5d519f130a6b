import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../change';
import { errorsOf, timeOf, type EventKind } from '../event';
import { keyOfStatus } from '../keys';
import { listedEvents, type ListReader } from '../listedEvents';
import { ownerMembers, ownNumber } from '../owner';
import { detailsOf, personWho, userIdsOf, type Person } from '../people';
import { phoneNumber } from '../phoneNumbers';
import { isoTime } from '../time';
import { known, record, text, texts } from '../../../form/unknown';

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

/** A file that WhatsApp made of a call. Its media ID is valid for seven days, its address for five minutes. */
const fileOf = (value: unknown) => known(texts(record(value), 'id', 'mime_type', 'sha256', 'url'));

const calls: ListReader = {
	personOf: (call, change) => (isOutgoing(change, call) ? calleeOf(call) : callerOf(call)),
	eventOf: (member) => {
		const { change, value, person } = member;
		const id = text(value.id);
		const event = text(value.event) ?? text(value.status) ?? null;
		const errors = errorsOf(value.errors);
		const toCustomer = isOutgoing(change, value);
		const caller = toCustomer ? callerOf(value) : person;
		const callee = toCustomer ? person : calleeOf(value);
		return {
			kind: 'call',
			dedupeKey: keyOfStatus(member, 'call', id, { status: event, errors }),
			callId: id ?? null,
			event,
			timestamp: timeOf(value.timestamp, change),
			from: caller.number ?? null,
			to: callee.number ?? null,
			name: person.name ?? null,
			...ownerMembers(change),
			...known({
				...userIdsOf('from', caller),
				...userIdsOf('to', callee),
				...detailsOf(person),
				...texts(value, 'direction', 'status'),
				startedAt: isoTime(value.start_time),
				endedAt: isoTime(value.end_time),
				duration: value.duration,
				...texts(value, 'biz_opaque_callback_data', 'cta_payload', 'deeplink_payload'),
				transcript: fileOf(record(value.call_transcript).document),
				recording: fileOf(record(value.call_recording).audio),
				errors,
			}),
		};
	},
};

/** Calls and their statuses. Sources: Meta, "Calling API", "Call transcription", "Call recording". */
export const call: EventKind = {
	kind: 'call',
	triggerOn: {
		name: 'Call',
		value: 'calls',
		description: 'Incoming and outgoing calls, their status, recordings and transcripts',
	},
	webhookFields: ['calls'],
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'call', { calls, statuses: calls }),
};
