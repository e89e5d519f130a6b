import type { Change } from './change';
import { partNotice, timeOfChange, type WhatsAppEvent } from './event';
import { listedEvents, type Members } from './listed';
import { isoTime } from './time';
import { known, phoneNumber, record, text } from '../../form/unknown';

/**
 * What changed in the WhatsApp Business app of a number of yours: until now the contacts in its address
 * book. Source: Meta, smb_app_state_sync.
 */
export function appSyncEvents(change: Change): WhatsAppEvent[] {
	const lists: Record<string, Members> = {
		state_sync: {
			eventOf: (given, contact) => {
				const { type, action, contact: of, metadata } = record(given);
				const saved = record(of);
				const members = {
					event: text(action) ?? null,
					type: text(type) ?? null,
					from: phoneNumber(saved.phone_number) ?? null,
					name: text(saved.full_name) ?? null,
					timestamp: isoTime(record(metadata).timestamp) ?? timeOfChange(change),
					...known({
						firstName: text(saved.first_name),
						fromUserId: text(saved.user_id),
						fromParentUserId: text(saved.parent_user_id),
						username: text(saved.username),
					}),
				};
				return partNotice('appSync', change, { name: 'state_sync', given, contact, members });
			},
		},
	};
	return listedEvents(change, 'appSync', lists, 'appSync');
}
