import { wholeEvent } from '../event';
import type { EventKind } from '../eventKind';
import { isoTime } from '../time';
import { known, knownList, record, text } from '../../../form/unknown';

/** What an account may not do for a while, and what to do about it. */
const restrictionsOf = (value: unknown) =>
	knownList(value, (given) => {
		const { restriction_type: type, expiration, remediation } = record(given);
		return known({
			type: text(type),
			expiresAt: isoTime(expiration),
			remediation: text(remediation),
		});
	});

/** What happens to business accounts and phone numbers: limits, quality, names, reviews, security. */
export const account: EventKind = {
	kind: 'account',
	triggerOn: {
		name: 'Account Update',
		value: 'accountUpdates',
		description: 'Limits, quality, names and reviews of your accounts and numbers',
	},
	webhookFields: [
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
	],
	read: (change) => {
		const value = record(change.value);
		const { violation_type: violationType, remediation } = record(value.violation_info);
		const { waba_ban_state: banState, waba_ban_date: banDate } = record(value.ban_info);
		const { reason, initiated_by: initiatedBy } = record(value.disconnection_info);
		const alert = record(value.alert_info);
		return [
			wholeEvent('account', change, {
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
	},
};
