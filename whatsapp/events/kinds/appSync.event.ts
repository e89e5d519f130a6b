import { readMember, timeOf, type EventKind } from '../event';
import { listedEvents, type ListReader } from '../listedEvents';
import { phoneNumber } from '../phoneNumbers';
import { known, record, text } from '../../../form/unknown';

/** Until now only contacts are synchronized. */
const synchronized: ListReader = {
	eventOf: readMember('appSync', ({ change, value }) => {
		const { type, action, contact: saved, metadata } = value;
		const contact = record(saved);
		return {
			event: text(action) ?? null,
			type: text(type) ?? null,
			from: phoneNumber(contact.phone_number) ?? null,
			name: text(contact.full_name) ?? null,
			timestamp: timeOf(record(metadata).timestamp, change),
			...known({
				firstName: text(contact.first_name),
				fromUserId: text(contact.user_id),
				fromParentUserId: text(contact.parent_user_id),
				username: text(contact.username),
			}),
		};
	}),
};

/** What changed in the WhatsApp Business app of a number of yours. Source: Meta, smb_app_state_sync. */
export const appSync: EventKind = {
	kind: 'appSync',
	triggerOn: {
		name: 'App Sync',
		value: 'appSync',
		description: 'A contact in the WhatsApp Business app was added, changed or removed',
	},
	webhookFields: ['smb_app_state_sync'],
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'appSync', { state_sync: synchronized }, 'appSync'),
};
