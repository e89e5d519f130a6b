import type { IDataObject } from 'n8n-workflow';
import { ACCOUNT_ID, changed, contact, keyOf, metadata, NUMBER_ID, WABA } from './published.mts';

const time = '1795509654';

const template = {
	message_template_id: 1689556908129832,
	message_template_name: 'order_confirmation',
	message_template_language: 'en_US',
};
const templateFacts = {
	templateId: '1689556908129832',
	templateName: 'order_confirmation',
	templateLanguage: 'en_US',
};

const NOTICES: Array<[field: string, kind: string, value: object, expected: IDataObject]> = [
	[
		'message_template_status_update',
		'template',
		{
			...template,
			event: 'REJECTED',
			message_template_category: 'MARKETING',
			reason: 'INVALID_FORMAT',
			rejection_info: { reason: 'x', recommendation: 'y' },
			disable_info: { disable_date: '1795509654' },
			other_info: { title: 'FIRST_PAUSE', description: 'z' },
		},
		{
			...templateFacts,
			event: 'REJECTED',
			templateCategory: 'MARKETING',
			reason: 'INVALID_FORMAT',
			rejectionInfo: { reason: 'x', recommendation: 'y' },
			disableInfo: { disable_date: '1795509654' },
			otherInfo: { title: 'FIRST_PAUSE', description: 'z' },
		},
	],
	[
		'message_template_quality_update',
		'template',
		{ ...template, previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' },
		{ ...templateFacts, previousQuality: 'GREEN', newQuality: 'YELLOW' },
	],
	[
		'template_category_update',
		'template',
		{
			...template,
			previous_category: 'UTILITY',
			new_category: 'MARKETING',
			correct_category: 'MARKETING',
			category_update_timestamp: 1795509654,
		},
		{
			...templateFacts,
			previousCategory: 'UTILITY',
			newCategory: 'MARKETING',
			correctCategory: 'MARKETING',
			categoryChangesAt: '2026-11-24T08:40:54.000Z',
		},
	],
	[
		'message_template_components_update',
		'template',
		{ ...template, message_template_element: 'Hi' },
		{ ...templateFacts, components: { body: 'Hi' } },
	],
	[
		'message_template_components_update',
		'template',
		{
			...template,
			message_template_title: 'Thanks',
			message_template_element: 'Hi {{1}}',
			message_template_footer: 'Nordwind',
			message_template_buttons: [
				{
					message_template_button_type: 'URL',
					message_template_button_text: 'Track',
					message_template_button_url: 'https://x.example/{{1}}',
				},
				{
					message_template_button_type: 'PHONE_NUMBER',
					message_template_button_text: 'Call',
					message_template_button_phone_number: '+4930901820',
				},
				{},
			],
		},
		{
			...templateFacts,
			components: {
				header: 'Thanks',
				body: 'Hi {{1}}',
				footer: 'Nordwind',
				buttons: [
					{ type: 'URL', text: 'Track', url: 'https://x.example/{{1}}' },
					{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+4930901820' },
				],
			},
		},
	],
	[
		'template_correct_category_detection',
		'template',
		{ ...template, category: 'UTILITY', correct_category: 'MARKETING' },
		{ ...templateFacts, templateCategory: 'UTILITY', correctCategory: 'MARKETING' },
	],
	[
		'account_update',
		'account',
		{
			event: 'DISABLED_UPDATE',
			ban_info: { waba_ban_state: 'DISABLE' },
			violation_info: { violation_type: 'SCAM' },
		},
		{ event: 'DISABLED_UPDATE', banState: 'DISABLE', violationType: 'SCAM' },
	],
	[
		'account_update',
		'account',
		{
			event: 'ACCOUNT_RESTRICTION',
			restriction_info: [
				{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1795509654 },
				{ restriction_type: 'RESTRICTED_UTILITY_TEMPLATES', remediation: 'Appeal' },
				'x',
			],
		},
		{
			restrictions: [
				{
					type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
					expiresAt: '2026-11-24T08:40:54.000Z',
				},
				{ type: 'RESTRICTED_UTILITY_TEMPLATES', remediation: 'Appeal' },
			],
		},
	],
	[
		'account_update',
		'account',
		{
			event: 'ACCOUNT_VIOLATION',
			violation_info: { violation_type: 'LOW_PICKUP_RATE', remediation: 'Answer more calls' },
			ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'April 17, 2025' },
		},
		{
			...{ violationType: 'LOW_PICKUP_RATE', remediation: 'Answer more calls' },
			...{ banState: 'SCHEDULE_FOR_DISABLE', banDate: 'April 17, 2025' },
		},
	],
	[
		'account_update',
		'account',
		{
			event: 'PARTNER_REMOVED',
			disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
		},
		{ reason: 'PRIMARY_INACTIVITY', initiatedBy: 'SYSTEM' },
	],
	[
		'business_username_updates',
		'account',
		{ display_phone_number: '4930901820', username: 'nordwind', status: 'approved' },
		{ phoneNumber: '+4930901820', username: 'nordwind', status: 'approved' },
	],
	[
		'business_username_update',
		'account',
		{ display_phone_number: '4930901820', status: 'deleted' },
		{ phoneNumber: '+4930901820', status: 'deleted' },
	],
	[
		'account_alerts',
		'account',
		{
			entity_type: 'BUSINESS',
			alert_info: {
				alert_severity: 'WARNING',
				alert_status: 'ACTIVE',
				alert_type: 'OBA_APPROVED',
				alert_description: 'd',
			},
		},
		{ event: 'OBA_APPROVED', severity: 'WARNING', description: 'd' },
	],
	['account_review_update', 'account', { decision: 'APPROVED' }, { decision: 'APPROVED' }],
	[
		'business_capability_update',
		'account',
		{ max_daily_conversations_per_business: 'TIER_250' },
		{ messagingLimit: 'TIER_250' },
	],
	[
		'phone_number_quality_update',
		'account',
		{ display_phone_number: '4930901820', event: 'ONBOARDING', current_limit: 'TIER_1K' },
		{ event: 'ONBOARDING', phoneNumber: '+4930901820', messagingLimit: 'TIER_1K' },
	],
	[
		'phone_number_name_update',
		'account',
		{
			display_phone_number: '4930901820',
			decision: 'REJECTED',
			requested_verified_name: 'Nordwind',
			rejection_reason: 'NAME_NOT_CONSISTENT',
		},
		{
			phoneNumber: '+4930901820',
			decision: 'REJECTED',
			requestedVerifiedName: 'Nordwind',
			reason: 'NAME_NOT_CONSISTENT',
		},
	],
	[
		'security',
		'account',
		{ display_phone_number: '4930901820', event: 'PIN_CHANGED', requester: '1' },
		{ phoneNumber: '+4930901820', event: 'PIN_CHANGED' },
	],
	['payment_configuration_update', 'account', { configuration_name: 'x' }, { event: null }],
	[
		'flows',
		'flow',
		{
			event: 'FLOW_STATUS_CHANGE',
			message: 'm',
			flow_id: '6627390910605886',
			old_status: 'DRAFT',
			new_status: 'PUBLISHED',
		},
		{
			event: 'FLOW_STATUS_CHANGE',
			message: 'm',
			flowId: '6627390910605886',
			oldStatus: 'DRAFT',
			newStatus: 'PUBLISHED',
		},
	],
	[
		'flows',
		'flow',
		{ event: 'ENDPOINT_LATENCY', flow_id: 1, alert_state: 'ACTIVATED', error_rate: 14.28 },
		{ event: 'ENDPOINT_LATENCY', flowId: '1', alertState: 'ACTIVATED' },
	],
	[
		'group_lifecycle_update',
		'group',
		{
			metadata,
			groups: [
				{ timestamp: '1795509654', group_id: 'g1', type: 'group_create', subject: 'Friends' },
			],
		},
		{
			event: 'group_create',
			groupId: 'g1',
			subject: 'Friends',
			originationPhoneNumberId: NUMBER_ID,
		},
	],
	[
		'group_lifecycle_update',
		'group',
		{
			groups: [
				{
					...{ group_id: 'g1', type: 'group_create', subject: 'Friends', request_id: 'r1' },
					...{ description: 'All', invite_link: 'https://chat.example/x' },
					...{ join_approval_mode: 'approval_required', timestamp: time },
				},
			],
		},
		{
			...{ subject: 'Friends', description: 'All', inviteLink: 'https://chat.example/x' },
			...{ joinApprovalMode: 'approval_required', requestId: 'r1' },
		},
	],
	[
		'group_participants_update',
		'group',
		{
			groups: [
				{
					...{ group_id: 'g1', type: 'group_participants_add', reason: 'invite_link' },
					added_participants: [
						{ wa_id: '4915112345678', user_id: 'DE.1', username: 'ada', input: 'DE.1' },
						{ user_id: 'IE.2' },
					],
					timestamp: time,
				},
			],
		},
		{
			reason: 'invite_link',
			addedParticipants: [
				{ phoneNumber: '+4915112345678', userId: 'DE.1', username: 'ada', input: 'DE.1' },
				{ userId: 'IE.2' },
			],
		},
	],
	[
		'group_participants_update',
		'group',
		{
			groups: [
				{
					...{ group_id: 'g1', type: 'group_participants_remove', initiated_by: 'business' },
					removed_participants: [{ wa_id: '4915112345678' }],
					failed_participants: [{ input: '15550001111', errors: [{ code: 131000 }] }, 7],
					timestamp: time,
				},
			],
		},
		{
			initiatedBy: 'business',
			removedParticipants: [{ phoneNumber: '+4915112345678' }],
			failedParticipants: [{ input: '15550001111', errors: [{ code: 131000 }] }],
		},
	],
	[
		'group_participant_update',
		'group',
		{
			groups: [
				{
					...{ group_id: 'g1', type: 'group_join_request_created', join_request_id: 'j1' },
					...{ wa_id: '4915112345678', user_id: 'DE.1', parent_user_id: 'DE.ENT.1' },
					...{ username: 'ada', timestamp: time },
				},
			],
		},
		{
			...{ joinRequestId: 'j1', participant: '+4915112345678', participantUserId: 'DE.1' },
			...{ participantParentUserId: 'DE.ENT.1', username: 'ada' },
		},
	],
	[
		'group_settings_update',
		'group',
		{
			groups: [
				{
					...{ group_id: 'g1', type: 'group_settings_update', timestamp: time },
					profile_picture: { mime_type: 'image/jpeg', sha256: 'p', update_successful: true },
					group_subject: { text: 'Friends', update_successful: true },
					group_description: { text: 'All', update_successful: false, errors: [{ code: 1 }] },
				},
			],
		},
		{
			settings: {
				picture: { mimeType: 'image/jpeg', sha256: 'p', isUpdated: true },
				subject: { text: 'Friends', isUpdated: true },
				description: { text: 'All', isUpdated: false, errors: [{ code: 1 }] },
			},
		},
	],
	['group_settings_update', 'group', { metadata }, { originationPhoneNumberId: NUMBER_ID }],
	[
		'user_preferences',
		'userPreference',
		{
			metadata,
			contacts: [contact],
			user_preferences: [
				{
					wa_id: '4915112345678',
					user_id: 'DE.1',
					detail: 'User requested to stop marketing messages',
					category: 'marketing_messages',
					value: 'stop',
					timestamp: 1795509654,
				},
			],
		},
		{
			event: 'stop',
			category: 'marketing_messages',
			from: '+4915112345678',
			fromUserId: 'DE.1',
			name: 'Ada Example',
			detail: 'User requested to stop marketing messages',
			timestamp: '2026-11-24T08:40:54.000Z',
			phoneNumber: '+4930901820',
		},
	],
];

describe('the item of a notice', () => {
	it.each(NOTICES)('reports %s as one of kind %s', (field, kind, value, expected) => {
		const [event, ...others] = changed(field, value);
		expect(others).toEqual([]);
		expect(event).toMatchObject({
			businessAccountId: ACCOUNT_ID,
			wabaId: WABA,
			field,
			kind,
			...expected,
		});
		expect(event?.timestamp).toMatch(/^2026-11-24T08:40:54/);
		expect(event?.original).toBeDefined();
	});

	it.each(NOTICES)('exists even if the notice %s is empty', (field, kind) => {
		expect(changed(field, {})).toMatchObject([{ kind, field }]);
	});

	it('reports errors that belong to no message', () => {
		const errors = [{ code: '131000', title: 'Something went wrong' }];
		expect(changed('messages', { metadata, errors })).toMatchObject([
			{ kind: 'error', errors: [{ code: 131000, title: 'Something went wrong' }] },
		]);
	});
});

describe('the item of a call', () => {
	it('says who calls', () => {
		const calls = [
			{
				id: 'wacid.A',
				from: '4915112345678',
				to: '4930901820',
				event: 'connect',
				timestamp: '1795509654',
				direction: 'USER_INITIATED',
				session: { sdp_type: 'offer', sdp: 'v=0' },
			},
		];
		expect(changed('calls', { metadata, contacts: [contact], calls })).toMatchObject([
			{
				kind: 'call',
				dedupeKey: keyOf('call', 'wacid.A', 'connect'),
				callId: 'wacid.A',
				event: 'connect',
				from: '+4915112345678',
				to: '+4930901820',
				name: 'Ada Example',
				direction: 'USER_INITIATED',
				originationPhoneNumberId: NUMBER_ID,
				original: calls[0],
			},
		]);
	});

	it('reports what happens to a call', () => {
		const statuses = [
			{
				id: 'wacid.A',
				timestamp: '1795509654',
				type: 'call',
				status: 'RINGING',
				recipient_id: '4915112345678',
			},
		];
		expect(changed('calls', { metadata, statuses })).toMatchObject([
			{
				kind: 'call',
				event: 'RINGING',
				dedupeKey: keyOf('call', 'wacid.A', 'RINGING'),
				to: '+4915112345678',
			},
		]);
	});

	const FACTS: Array<[name: string, call: object, expected: IDataObject]> = [
		['the button that was tapped', { cta_payload: 'support' }, { ctaPayload: 'support' }],
		['the link that was opened', { deeplink_payload: 'flyer' }, { deeplinkPayload: 'flyer' }],
		[
			'where its transcript is',
			{
				event: 'call_transcription_available',
				call_transcript: {
					document: { id: '1002', sha256: 'Y9', mime_type: 'application/json', url: 'https://x' },
				},
			},
			{
				event: 'call_transcription_available',
				transcript: { id: '1002', sha256: 'Y9', mimeType: 'application/json', url: 'https://x' },
			},
		],
		[
			'where its recording is',
			{
				event: 'call_recording_available',
				call_recording: { type: 'audio', audio: { id: '1003', mime_type: 'audio/ogg' } },
			},
			{ recording: { id: '1003', mimeType: 'audio/ogg' } },
		],
		['both payloads', { cta_payload: 'a', deeplink_payload: 'b' }, { ctaPayload: 'a' }],
		['no payload that is none', { cta_payload: { a: 1 } }, { event: 'connect' }],
		['no transcript that is none', { call_transcript: { document: 'x' } }, { event: 'connect' }],
	];

	it.each(FACTS)('reports %s', (_name, call, expected) => {
		const calls = [{ id: 'wacid.A', from: '4915112345678', event: 'connect', ...call }];
		const events = changed('calls', { metadata, calls });
		expect(events).toMatchObject([{ kind: 'call', ...expected, original: calls[0] }]);
	});

	it('reports the end of a call and errors', () => {
		const calls = [
			{
				id: 'wacid.A',
				event: 'terminate',
				status: 'COMPLETED',
				duration: 56,
				start_time: '1795509600',
			},
		];
		expect(changed('calls', { calls, errors: [{ code: 1 }] })).toMatchObject([
			{
				event: 'terminate',
				status: 'COMPLETED',
				duration: 56,
				startedAt: '2026-11-24T08:40:00.000Z',
			},
			{ kind: 'error', errors: [{ code: 1 }] },
		]);
	});
});
