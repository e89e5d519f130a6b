import type { IDataObject } from 'n8n-workflow';
import { APP_SAMPLES, HANDOVERS } from './appSamples.mts';
import { TYPES } from './messageTypes.mts';
import { metadata, WAMID } from './published.mts';

const NUMBER = '4915112345678';
const time = '1795509654';

const contact = {
	profile: { name: 'Ada Example', username: 'ada', country_code: 'DE' },
	wa_id: NUMBER,
	user_id: 'DE.1',
	parent_user_id: 'DE.ENT.1',
	identity_key_hash: 'hash-1',
};

const message = {
	from: NUMBER,
	from_user_id: 'DE.1',
	from_parent_user_id: 'DE.ENT.1',
	id: WAMID,
	timestamp: time,
	type: 'text',
	text: { body: 'Hello' },
	context: { from: '4930901820', id: 'wamid.B', referred_product: { catalog_id: '1' } },
	referral: { source_id: '120', welcome_message: { text: 'Hi' } },
	identity: { acknowledged: true, created_timestamp: time, hash: 'h' },
};

const error = {
	code: 131049,
	title: 'Not delivered',
	message: 'Not delivered',
	error_data: { details: 'To maintain a healthy ecosystem' },
	href: 'https://developers.facebook.com/docs',
};

const status = {
	id: WAMID,
	status: 'failed',
	timestamp: time,
	recipient_id: NUMBER,
	recipient_user_id: 'DE.1',
	recipient_parent_user_id: 'DE.ENT.1',
	biz_opaque_callback_data: 'order-4711',
	template_id: '123',
	conversation: { id: 'c1', expiration_timestamp: time, origin: { type: 'utility' } },
	pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
	errors: [error],
};

const groupStatus = {
	id: WAMID,
	status: 'read',
	timestamp: time,
	recipient_id: 'Y2FwaV9ncm91cDox',
	recipient_type: 'group',
	recipient_participant_id: NUMBER,
	participant_recipient_id: NUMBER,
	recipient_participant_user_id: 'DE.1',
};

const payment = {
	id: WAMID,
	status: 'failed',
	timestamp: time,
	recipient_id: NUMBER,
	type: 'payment',
	payment: {
		reference_id: 'order-1',
		amount: { value: 100, offset: 100 },
		currency: 'INR',
		transaction: { id: 't-1', type: 'upi', status: 'failed', method: { type: 'upi' } },
	},
};

const call = {
	id: 'wacid.A',
	from: NUMBER,
	to: '4930901820',
	event: 'connect',
	timestamp: time,
	direction: 'USER_INITIATED',
	session: { sdp_type: 'offer', sdp: 'v=0' },
	cta_payload: 'support_button',
	deeplink_payload: 'flyer',
};

const transcript = {
	id: 'wacid.A',
	from: NUMBER,
	from_user_id: 'DE.1',
	event: 'call_transcription_available',
	timestamp: time,
	call_transcript: {
		document: { id: '1002764', sha256: 'Y9vv', mime_type: 'application/json', url: 'https://x' },
	},
};

const callStatus = {
	id: 'wacid.A',
	type: 'call',
	status: 'RINGING',
	recipient_id: NUMBER,
	timestamp: time,
};

const template = {
	event: 'REJECTED',
	message_template_id: 1689556908129832,
	message_template_name: 'order_confirmation',
	message_template_language: 'en_US',
	reason: 'INVALID_FORMAT',
	rejection_info: { reason: 'x', recommendation: 'y' },
};

const member = { wa_id: NUMBER, user_id: 'DE.1', username: 'ada', input: NUMBER };

const participants = {
	timestamp: time,
	group_id: 'g1',
	type: 'group_participants_remove',
	request_id: 'r1',
	initiated_by: 'business',
	removed_participants: [member],
	failed_participants: [{ input: '15550001111', errors: [{ code: 131000, title: 'No' }] }],
};

const settings = {
	timestamp: time,
	group_id: 'g1',
	type: 'group_settings_update',
	profile_picture: { mime_type: 'image/jpeg', sha256: 'p', update_successful: true },
	group_description: { text: 'All', update_successful: false, errors: [{ code: 1 }] },
};

const components = {
	message_template_id: 1689556908129832,
	message_template_name: 'order_confirmation',
	message_template_language: 'en_US',
	message_template_title: 'Thanks',
	message_template_element: 'Hi {{1}}',
	message_template_footer: 'Nordwind',
	message_template_buttons: [
		{
			message_template_button_type: 'URL',
			message_template_button_text: 'Track',
			message_template_button_url: 'https://x.example/{{1}}',
		},
	],
};

const restriction = {
	event: 'ACCOUNT_RESTRICTION',
	restriction_info: [
		{
			restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
			expiration: 1795509654,
			remediation: 'Wait',
		},
	],
};

const group = { timestamp: time, group_id: 'g1', type: 'group_create', subject: 'Friends' };

const preference = {
	wa_id: NUMBER,
	user_id: 'DE.1',
	detail: 'User requested to stop marketing messages',
	category: 'marketing_messages',
	value: 'stop',
	timestamp: 1795509654,
};

export interface Sample {
	name: string;
	field: string;
	value: IDataObject;
}

const LISTED: Sample[] = [
	{ name: 'a message', field: 'messages', value: { contacts: [contact], messages: [message] } },
	{ name: 'a status', field: 'messages', value: { contacts: [contact], statuses: [status] } },
	{ name: 'a status in a group', field: 'messages', value: { statuses: [groupStatus] } },
	{ name: 'a payment', field: 'messages', value: { statuses: [payment] } },
	{ name: 'errors', field: 'messages', value: { errors: [error] } },
	{ name: 'a call', field: 'calls', value: { contacts: [contact], calls: [call] } },
	{ name: 'a transcript', field: 'calls', value: { calls: [transcript] } },
	{ name: 'a status of a call', field: 'calls', value: { statuses: [callStatus] } },
	{ name: 'groups', field: 'group_lifecycle_update', value: { groups: [group] } },
	{ name: 'participants', field: 'group_participants_update', value: { groups: [participants] } },
	{ name: 'settings of a group', field: 'group_settings_update', value: { groups: [settings] } },
	...APP_SAMPLES,
	{
		name: 'preferences',
		field: 'user_preferences',
		value: { contacts: [contact], user_preferences: [preference] },
	},
	...TYPES.map(([name, typed]) => ({
		name,
		field: 'messages',
		value: { messages: [{ id: WAMID, from: NUMBER, timestamp: time, ...typed }] },
	})),
];

const WHOLE: Sample[] = [
	{ name: 'a template', field: 'message_template_status_update', value: template },
	{
		name: 'a quality',
		field: 'phone_number_quality_update',
		value: { display_phone_number: '4930901820', event: 'ONBOARDING', current_limit: 'TIER_1K' },
	},
	{
		name: 'an alert',
		field: 'account_alerts',
		value: {
			entity_type: 'PHONE_NUMBER',
			entity_id: '106853218861309',
			alert_info: { alert_type: 'OBA_APPROVED', alert_severity: 'WARNING' },
		},
	},
	{
		name: 'a Flow',
		field: 'flows',
		value: { event: 'FLOW_STATUS_CHANGE', flow_id: '66', old_status: 'DRAFT', new_status: 'X' },
	},
	{ name: 'texts of a template', field: 'message_template_components_update', value: components },
	{ name: 'a restriction', field: 'account_update', value: restriction },
	{
		name: 'a username',
		field: 'business_username_updates',
		value: { display_phone_number: '4930901820', username: 'nordwind', status: 'approved' },
	},
	...HANDOVERS,
	{ name: 'news', field: 'holograms', value: { id: 7, parts: [{ id: 'a' }, 'b'] } },
];

/** A value of each kind of change that WhatsApp tells, with all its usual members. */
export const SAMPLES: Sample[] = [
	...LISTED.map(({ value, ...sample }) => ({
		...sample,
		value: { messaging_product: 'whatsapp', metadata, ...value },
	})),
	...WHOLE,
];
