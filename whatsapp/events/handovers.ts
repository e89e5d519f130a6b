import type { Change } from './change';
import { conversationContextOf } from './context';
import { notice, timeOfChange, type WhatsAppEvent } from './event';
import { isoTime } from './time';
import { known, phoneNumber, record, text } from '../../form/unknown';

/**
 * Conversations that were given to this app, or taken from it: who has one is to answer. Source: Meta,
 * "Conversation Routing", messaging_handovers.
 */
export function handoverEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const event = text(value.type);
	const details = record(event === undefined ? undefined : value[event]);
	const sender = record(value.sender);
	return [
		notice('handover', change, {
			event: event ?? null,
			from: phoneNumber(sender.phone_number) ?? null,
			timestamp: isoTime(value.timestamp) ?? timeOfChange(change),
			...known({
				fromUserId: text(sender.user_id),
				fromParentUserId: text(sender.parent_user_id),
				previousOwner: text(details.previous_owner_role ?? details.previous_owner_app_role),
				newOwner: text(details.new_owner_role),
				note: text(details.metadata),
				conversationContext: conversationContextOf(details.conversation_context),
			}),
		}),
	];
}
