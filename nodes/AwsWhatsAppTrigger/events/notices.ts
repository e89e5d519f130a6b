import type { IDataObject } from 'n8n-workflow';
import { ownNumber, type Change } from './change';
import { dedupeKeyOf, notice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { isoTime, known, list, phoneNumber, record, text } from './values';

/** What happens to templates: review, quality, category, content. */
export function templateEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	return [
		notice('template', change, {
			event: text(value.event) ?? null,
			templateId: text(value.message_template_id) ?? null,
			templateName: text(value.message_template_name) ?? null,
			templateLanguage: text(value.message_template_language) ?? null,
			...known({
				templateCategory: text(value.message_template_category),
				reason: text(value.reason),
				previousQuality: text(value.previous_quality_score),
				newQuality: text(value.new_quality_score),
				previousCategory: text(value.previous_category),
				newCategory: text(value.new_category),
				correctCategory: text(value.correct_category),
				categoryChangesAt: isoTime(value.category_update_timestamp),
				disableInfo: known(record(value.disable_info)),
				otherInfo: known(record(value.other_info)),
				rejectionInfo: known(record(value.rejection_info)),
			}),
		}),
	];
}

/** What happens to business accounts and phone numbers: limits, quality, names, reviews, security. */
export function accountEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const alert = record(value.alert_info);
	return [
		notice('account', change, {
			event: text(value.event) ?? text(alert.alert_type ?? value.alert_type) ?? null,
			...known({
				phoneNumber: phoneNumber(value.display_phone_number ?? value.phone_number),
				decision: text(value.decision),
				reason: text(value.rejection_reason),
				severity: text(alert.alert_severity ?? value.alert_severity),
				description: text(alert.alert_description ?? value.alert_description),
				requestedVerifiedName: text(value.requested_verified_name),
				messagingLimit: text(value.max_daily_conversations_per_business ?? value.current_limit),
				banState: text(record(value.ban_info).waba_ban_state),
				violationType: text(record(value.violation_info).violation_type),
			}),
		}),
	];
}

/** What happens to Flows: status and health of their endpoints. */
export function flowEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	return [
		notice('flow', change, {
			event: text(value.event) ?? null,
			flowId: text(value.flow_id) ?? null,
			...known({
				message: text(value.message),
				oldStatus: text(value.old_status),
				newStatus: text(value.new_status),
				alertState: text(value.alert_state),
				errors: errorsOf(value.errors),
			}),
		}),
	];
}

/** What happens to groups; one notice may be about several. */
export function groupEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const number = ownNumber(change, record(value.metadata));
	const groups = list(value.groups);
	if (groups.length === 0) return [notice('group', change, number)];
	return groups.map((given) => {
		const group = record(given);
		return {
			...notice('group', change, {
				...number,
				event: text(group.type) ?? null,
				groupId: text(group.group_id) ?? null,
				...known({ subject: text(group.subject), errors: errorsOf(group.errors) }),
			}),
			dedupeKey: dedupeKeyOf(change, given),
			timestamp: isoTime(group.timestamp) ?? timeOfChange(change),
			original: (given ?? null) as IDataObject,
		};
	});
}

/** Who does, or no longer does, want marketing messages. */
export function userPreferenceEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const metadata = record(value.metadata);
	const preferences = list(value.user_preferences);
	const [contact] = list(value.contacts).map(record);
	if (preferences.length === 0) return [notice('userPreference', change)];
	return preferences.map((given) => {
		const preference = record(given);
		return {
			...notice('userPreference', change, {
				event: text(preference.value) ?? null,
				category: text(preference.category) ?? null,
				from: phoneNumber(preference.wa_id) ?? null,
				name: text(record(contact?.profile).name) ?? null,
				...ownNumber(change, metadata),
				phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
				...known({ fromUserId: text(preference.user_id), detail: text(preference.detail) }),
			}),
			dedupeKey: dedupeKeyOf(change, given),
			timestamp: isoTime(preference.timestamp) ?? timeOfChange(change),
			original: (given ?? null) as IDataObject,
		};
	});
}
