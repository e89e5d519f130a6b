import { readWhole, type EventKind } from '../event';
import { isoTime } from '../time';
import { known, knownList, record, text, texts } from '../../../form/unknown';

/** What an account may not do for a while, and what to do about it. */
const restrictionsOf = (value: unknown) =>
	knownList(value, ({ restriction_type: type, expiration, remediation }) => ({
		type: text(type),
		expiresAt: isoTime(expiration),
		remediation: text(remediation),
	}));

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
	read: readWhole('account', (value) => {
		const violation = record(value.violation_info);
		const ban = record(value.ban_info);
		const disconnection = record(value.disconnection_info);
		const alert = record(value.alert_info);
		return {
			event: text(value.event) ?? text(alert.alert_type ?? value.alert_type) ?? null,
			...known({
				decision: text(value.decision),
				reason: text(value.rejection_reason ?? disconnection.reason),
				severity: text(alert.alert_severity ?? value.alert_severity),
				description: text(alert.alert_description ?? value.alert_description),
				requestedVerifiedName: text(value.requested_verified_name),
				messagingLimit: text(value.max_daily_conversations_per_business ?? value.current_limit),
				banState: text(ban.waba_ban_state),
				banDate: text(ban.waba_ban_date),
				...texts(violation, 'violation_type', 'remediation'),
				restrictions: restrictionsOf(value.restriction_info),
				initiatedBy: text(disconnection.initiated_by),
				status: text(value.status ?? value.solution_status),
				username: text(value.username),
			}),
		};
	}),
};
