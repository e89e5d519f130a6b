import type { IDataObject } from 'n8n-workflow';
import { ownAccount, ownNumber, type Change } from './change';
import { dedupeKeyOf, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { flag, isoTime, known, phoneNumber, record, text } from './values';

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

/** What became of a message that was sent. */
export function statusEvent(change: Change, value: IDataObject, given: unknown): WhatsAppEvent {
	const status = record(given);
	const metadata = record(value.metadata);
	const { status: name, errors } = outcomeOf(status);
	const id = text(status.id);
	const { awsMessageId } = change.envelope;
	const isGroup = text(status.recipient_type) === 'group';
	const participant = text(status.recipient_participant_id ?? status.recipient_participant_user_id);
	const identity = [id ?? awsMessageId, name, participant].filter(Boolean).join(':');
	return {
		kind: 'status',
		status: name,
		to: (isGroup ? text(status.recipient_id) : phoneNumber(status.recipient_id)) ?? null,
		timestamp: isoTime(status.timestamp) ?? timeOfChange(change),
		messageId: id ?? null,
		awsMessageId: awsMessageId ?? null,
		recipientType: isGroup ? 'group' : 'individual',
		...ownNumber(change, metadata),
		phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
		...ownAccount(change),
		dedupeKey:
			id === undefined && awsMessageId === undefined
				? dedupeKeyOf(change, given)
				: `status:${identity}`,
		...known({
			toUserId: text(status.recipient_user_id),
			toParentUserId: text(status.recipient_parent_user_id),
			participant: phoneNumber(status.recipient_participant_id),
			participantUserId: text(status.recipient_participant_user_id),
			identityKeyHash: text(status.recipient_identity_key_hash),
			bizOpaqueCallbackData: text(status.biz_opaque_callback_data),
			type: text(status.type),
			templateId: text(status.template_id),
			conversation: conversationOf(status.conversation),
			pricing: pricingOf(status.pricing),
			payment: known(record(status.payment)),
			errors,
		}),
		original: (given ?? null) as IDataObject,
	};
}
