import { appSyncEvents } from './appSync';
import { callEvents } from './calls';
import { changesIn } from './change';
import { echoEvents } from './echoes';
import { notice, type EventReader, type WhatsAppEvent } from './event';
import { groupEvents } from './groups';
import { handoverEvents } from './handovers';
import { historyEvents } from './history';
import { messageEvents } from './messages';
import { accountEvents, flowEvents, templateEvents, userPreferenceEvents } from './notices';
import { standbyEvents } from './standby';

/** By Meta's name of the field that changed. Source: Meta, "Webhooks reference". */
const READERS = new Map<string, EventReader>([
	['messages', messageEvents],
	['calls', callEvents],
	['flows', flowEvents],
	['history', historyEvents],
	['message_echoes', echoEvents],
	['messaging_handovers', handoverEvents],
	['smb_app_state_sync', appSyncEvents],
	['smb_message_echoes', echoEvents],
	['standby', standbyEvents],
	['user_preferences', userPreferenceEvents],
	...[
		'message_template_components_update',
		'message_template_quality_update',
		'message_template_status_update',
		'template_category_update',
		'template_correct_category_detection',
	].map((field): [string, EventReader] => [field, templateEvents]),
	...[
		'account_alerts',
		'account_review_update',
		'account_settings_update',
		'account_update',
		'business_capability_update',
		'business_status_update',
		'business_username_update',
		'business_username_updates',
		'partner_solutions',
		'payment_configuration_update',
		'phone_number_name_update',
		'phone_number_quality_update',
		'security',
	].map((field): [string, EventReader] => [field, accountEvents]),
	...[
		'group_lifecycle_update',
		'group_participant_update',
		'group_participants_update',
		'group_settings_update',
		'group_status_update',
	].map((field): [string, EventReader] => [field, groupEvents]),
]);

/**
 * The events in what AWS End User Messaging Social published to its topic: one for each message,
 * status, call and notice. What is not known becomes an event of kind "unknown" with all that came.
 */
export function eventsIn(published: string): WhatsAppEvent[] {
	return changesIn(published).flatMap((change) => {
		const reader = READERS.get(change.field);
		return reader ? reader(change) : [notice('unknown', change)];
	});
}
