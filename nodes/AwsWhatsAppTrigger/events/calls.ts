import type { IDataObject } from 'n8n-workflow';
import { ownAccount, ownNumber, type Change } from './change';
import { dedupeKeyOf, notice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { isoTime, known, list, phoneNumber, record, text } from './values';

function callEvent(change: Change, value: IDataObject, given: unknown): WhatsAppEvent {
	const call = record(given);
	const metadata = record(value.metadata);
	const [contact] = list(value.contacts).map(record);
	const id = text(call.id);
	const event = text(call.event) ?? text(call.status) ?? null;
	return {
		kind: 'call',
		dedupeKey: id === undefined ? dedupeKeyOf(change, given) : `call:${id}:${event ?? ''}`,
		callId: id ?? null,
		event,
		timestamp: isoTime(call.timestamp) ?? timeOfChange(change),
		from: phoneNumber(call.from) ?? null,
		to: phoneNumber(call.to ?? call.recipient_id) ?? null,
		name: text(record(contact?.profile).name) ?? null,
		...ownNumber(change, metadata),
		phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
		...ownAccount(change),
		...known({
			fromUserId: text(call.from_user_id),
			toUserId: text(call.to_user_id ?? call.recipient_user_id),
			direction: text(call.direction),
			status: text(call.status),
			startedAt: isoTime(call.start_time),
			endedAt: isoTime(call.end_time),
			duration: call.duration,
			bizOpaqueCallbackData: text(call.biz_opaque_callback_data),
			errors: errorsOf(call.errors),
		}),
		original: (given ?? null) as IDataObject,
	};
}

/** Calls and their statuses, one event each. Source: Meta, "Calling API", webhooks. */
export function callEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const errors = errorsOf(value.errors);
	const events = [...list(value.calls), ...list(value.statuses)].map((call) =>
		callEvent(change, value, call),
	);
	if (errors !== undefined) events.push(notice('error', change, { errors }));
	return events.length > 0 ? events : [notice('call', change)];
}
