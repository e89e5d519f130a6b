import { readWhole, timeOf, type EventKind } from '../event';
import { conversationContextOf } from '../messageTypes';
import { phoneNumber } from '../phoneNumbers';
import { known, record, text } from '../../../form/unknown';

/**
 * Conversations that were handed to this app, or taken from it: the app that has one answers. Source: Meta,
 * "Conversation Routing", messaging_handovers.
 */
export const handover: EventKind = {
	kind: 'handover',
	triggerOn: {
		name: 'Conversation Handover',
		value: 'handovers',
		description: 'A conversation was handed over to your app, or taken away from it',
	},
	webhookFields: ['messaging_handovers'],
	isAboutNumber: true,
	read: readWhole('handover', (value, change) => {
		const event = text(value.type);
		const details = record(event === undefined ? undefined : value[event]);
		const sender = record(value.sender);
		return {
			event: event ?? null,
			from: phoneNumber(sender.phone_number) ?? null,
			timestamp: timeOf(value.timestamp, change),
			...known({
				fromUserId: text(sender.user_id),
				fromParentUserId: text(sender.parent_user_id),
				previousOwner: text(details.previous_owner_role ?? details.previous_owner_app_role),
				newOwner: text(details.new_owner_role),
				note: text(details.metadata),
				conversationContext: conversationContextOf(details.conversation_context),
			}),
		};
	}),
};
