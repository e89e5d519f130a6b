import type { Change } from './change';
import { notice, partNotice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { listedEvents } from './listed';
import { ownNumber } from './owner';
import { contactsAmong, identified, type Person } from './people';
import { isoTime } from './time';
import { known, list, phoneNumber, record, text } from './values';

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
	const number = ownNumber(change, record(record(change.value).metadata));
	return listedEvents(change, 'group', {
		groups: (given) => {
			const group = record(given);
			const members = {
				...number,
				event: text(group.type) ?? null,
				groupId: text(group.group_id) ?? null,
				timestamp: isoTime(group.timestamp) ?? timeOfChange(change),
				...known({ subject: text(group.subject), errors: errorsOf(group.errors) }),
			};
			return partNotice('group', change, { name: 'groups', given, members });
		},
	});
}

function customerOf(given: unknown): Person {
	const { wa_id: number, user_id: userId, parent_user_id: parentUserId } = record(given);
	return {
		number: phoneNumber(number),
		userId: text(userId),
		parentUserId: text(parentUserId),
	};
}

/** Who does, or no longer does, want marketing messages. */
export function userPreferenceEvents(change: Change): WhatsAppEvent[] {
	const { user_preferences: preferences, contacts, metadata } = record(change.value);
	const contactOf = contactsAmong(contacts, list(preferences).map(customerOf));
	return listedEvents(change, 'userPreference', {
		user_preferences: (given) => {
			const preference = record(given);
			const contact = contactOf(customerOf(given));
			const customer = identified(customerOf(given), contact);
			const members = {
				event: text(preference.value) ?? null,
				category: text(preference.category) ?? null,
				from: customer.number ?? null,
				name: contact.name ?? null,
				timestamp: isoTime(preference.timestamp) ?? timeOfChange(change),
				...ownNumber(change, record(metadata)),
				...known({
					fromUserId: customer.userId,
					fromParentUserId: customer.parentUserId,
					username: contact.username,
					identityKeyHash: contact.identityKeyHash,
					detail: text(preference.detail),
				}),
			};
			return partNotice('userPreference', change, { name: 'user_preferences', given, members });
		},
	});
}
