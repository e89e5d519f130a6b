import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { notice, partNotice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { listedEvents } from './listed';
import { ownNumber } from './owner';
import { detailsOf, identified, personNamedIn } from './people';
import { isoTime } from './time';
import { known, list, record, text } from '../../form/unknown';

/** The texts of a template. Source: Meta, message_template_components_update. */
function componentsOf(value: IDataObject): IDataObject | undefined {
	const buttons = list(value.message_template_buttons).map((given) => {
		const button = record(given);
		return known({
			type: text(button.message_template_button_type),
			text: text(button.message_template_button_text),
			url: text(button.message_template_button_url),
			phoneNumber: text(button.message_template_button_phone_number),
		});
	});
	const there = buttons.filter((button) => button !== undefined);
	return known({
		header: text(value.message_template_title),
		body: text(value.message_template_element),
		footer: text(value.message_template_footer),
		buttons: there.length === 0 ? undefined : there,
	});
}

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
				templateCategory: text(value.message_template_category ?? value.category),
				components: componentsOf(value),
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

/** What an account may not do for a while, and what to do about it. */
function restrictionsOf(value: unknown): IDataObject[] | undefined {
	const restrictions = list(value).map((given) => {
		const { restriction_type: type, expiration, remediation } = record(given);
		return known({
			type: text(type),
			expiresAt: isoTime(expiration),
			remediation: text(remediation),
		});
	});
	const there = restrictions.filter((restriction) => restriction !== undefined);
	return there.length === 0 ? undefined : there;
}

/** What happens to business accounts and phone numbers: limits, quality, names, reviews, security. */
export function accountEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const { violation_type: violationType, remediation } = record(value.violation_info);
	const { waba_ban_state: banState, waba_ban_date: banDate } = record(value.ban_info);
	const { reason, initiated_by: initiatedBy } = record(value.disconnection_info);
	const alert = record(value.alert_info);
	return [
		notice('account', change, {
			event: text(value.event) ?? text(alert.alert_type ?? value.alert_type) ?? null,
			...known({
				decision: text(value.decision),
				reason: text(value.rejection_reason ?? reason),
				severity: text(alert.alert_severity ?? value.alert_severity),
				description: text(alert.alert_description ?? value.alert_description),
				requestedVerifiedName: text(value.requested_verified_name),
				messagingLimit: text(value.max_daily_conversations_per_business ?? value.current_limit),
				banState: text(banState),
				banDate: text(banDate),
				violationType: text(violationType),
				remediation: text(remediation),
				restrictions: restrictionsOf(value.restriction_info),
				initiatedBy: text(initiatedBy),
				status: text(value.status ?? value.solution_status),
				username: text(value.username),
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

/** Who does, or no longer does, want marketing messages. */
export function userPreferenceEvents(change: Change): WhatsAppEvent[] {
	const number = ownNumber(change, record(record(change.value).metadata));
	return listedEvents(change, 'userPreference', {
		user_preferences: {
			personOf: personNamedIn,
			eventOf: (given, contact) => {
				const preference = record(given);
				const customer = identified(personNamedIn(given), contact);
				const members = {
					event: text(preference.value) ?? null,
					category: text(preference.category) ?? null,
					from: customer.number ?? null,
					name: contact.name ?? null,
					timestamp: isoTime(preference.timestamp) ?? timeOfChange(change),
					...number,
					...known({
						fromUserId: customer.userId,
						fromParentUserId: customer.parentUserId,
						...detailsOf(contact),
						detail: text(preference.detail),
					}),
				};
				return partNotice('userPreference', change, {
					name: 'user_preferences',
					given,
					contact,
					members,
				});
			},
		},
	});
}
