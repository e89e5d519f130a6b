import type { IDataObject } from 'n8n-workflow';

const NUMBER = '4915112345678';
const OWN = '4930901820';
const time = '1795509654';

export const person = {
	profile: { name: 'Ada Example', username: 'ada', country_code: 'DE' },
	wa_id: NUMBER,
	user_id: 'DE.1',
	parent_user_id: 'DE.ENT.1',
};

const incoming = {
	from: NUMBER,
	from_user_id: 'DE.1',
	id: 'wamid.in',
	timestamp: time,
	type: 'text',
	text: { body: 'Is it open?' },
};
const outgoing = {
	from: OWN,
	to: NUMBER,
	to_user_id: 'DE.1',
	to_parent_user_id: 'DE.ENT.1',
	id: 'wamid.out',
	timestamp: time,
	type: 'text',
	text: { body: 'Until six.' },
};
const media = { id: '1013859600285441', mime_type: 'image/jpeg', sha256: '29ed', caption: 'Door' };

/** The text of a conversation so far, as WhatsApp hands it over. */
export const conversation_context = {
	type: 'summary',
	summary: { text: 'Ada asks when it opens.' },
};

interface Sample {
	name: string;
	field: string;
	value: IDataObject;
}

/**
 * What comes where a number is also used in the WhatsApp Business app, or by several apps. Shapes: Meta,
 * smb_message_echoes, history, smb_app_state_sync, standby, messaging_handovers.
 */
export const APP_SAMPLES: Sample[] = [
	{
		name: 'an echo',
		field: 'smb_message_echoes',
		value: { contacts: [person], message_echoes: [outgoing] },
	},
	{
		name: 'an echo of a picture',
		field: 'smb_message_echoes',
		value: {
			message_echoes: [{ ...outgoing, type: 'image', text: undefined, image: media }],
		},
	},
	{
		name: 'an echo taken back',
		field: 'smb_message_echoes',
		value: {
			message_echoes: [
				{ ...outgoing, type: 'revoke', revoke: { original_message_id: 'wamid.before' } },
			],
		},
	},
	{
		name: 'a conversation of the history',
		field: 'history',
		value: {
			history: [
				{
					metadata: { phase: 1, chunk_order: 2, progress: 55 },
					threads: [
						{
							id: NUMBER,
							context: { wa_id: NUMBER, user_id: 'DE.1', username: 'ada' },
							messages: [
								{ ...incoming, history_context: { status: 'READ' } },
								{ ...outgoing, history_context: { status: 'DELIVERED' } },
								{
									from: NUMBER,
									id: 'wamid.file',
									timestamp: time,
									type: 'media_placeholder',
									history_context: { status: 'PLAYED' },
								},
							],
						},
					],
				},
			],
		},
	},
	{
		name: 'a history that is not shared',
		field: 'history',
		value: {
			history: [
				{
					errors: [
						{
							code: 2593109,
							title: 'History sharing is turned off by the business from the WhatsApp Business App',
							message: 'History sync is turned off by the business',
							error_data: { details: 'The business declined' },
						},
					],
				},
			],
		},
	},
	{
		name: 'a file of the history',
		field: 'history',
		value: {
			contacts: [person],
			messages: [{ ...incoming, type: 'image', text: undefined, image: media }],
		},
	},
	{
		name: 'a file of the history that was sent',
		field: 'history',
		value: {
			contacts: [person],
			message_echoes: [{ ...outgoing, type: 'image', text: undefined, image: media }],
		},
	},
	{
		name: 'a contact of the app',
		field: 'smb_app_state_sync',
		value: {
			state_sync: [
				{
					type: 'contact',
					contact: {
						full_name: 'Ada Example',
						first_name: 'Ada',
						phone_number: NUMBER,
						user_id: 'DE.1',
						username: 'ada',
					},
					action: 'add',
					metadata: { timestamp: time },
				},
			],
		},
	},
	{
		name: 'a message on standby',
		field: 'standby',
		value: { standby: { contacts: [person], messages: [incoming] } },
	},
	{
		name: 'an echo on standby',
		field: 'standby',
		value: {
			standby: {
				message_echoes: [
					{
						id: 'wamid.other',
						timestamp: time,
						message: {
							messaging_product: 'whatsapp',
							to: NUMBER,
							type: 'interactive',
							interactive: { type: 'flow', body: { text: 'Book here' }, action: { name: 'flow' } },
						},
						flow: { id: '66', status: 'PUBLISHED', categories: ['APPOINTMENT_BOOKING'] },
					},
				],
			},
		},
	},
	{
		name: 'a status on standby',
		field: 'standby',
		value: {
			standby: {
				statuses: [
					{
						id: 'wamid.other',
						status: 'delivered',
						timestamp: time,
						recipient_id: NUMBER,
						pricing: { billable: true, pricing_model: 'PMP', category: 'service' },
					},
				],
			},
		},
	},
	{
		name: 'errors on standby',
		field: 'standby',
		value: { standby: { errors: [{ code: 131051, title: 'Message type unknown' }] } },
	},
	{
		name: 'a message that comes with what was said before',
		field: 'messages',
		value: { contacts: [person], messages: [incoming], conversation_context },
	},
];

const owner = { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' };
const handover = {
	messaging_product: 'whatsapp',
	sender: { phone_number: NUMBER },
	recipient: { phone_number_id: '106853218861309', display_phone_number: OWN },
	timestamp: time,
};

/** Changes that are one event as a whole. */
export const HANDOVERS: Sample[] = [
	{
		name: 'a conversation that was given',
		field: 'messaging_handovers',
		value: {
			...handover,
			type: 'control_passed',
			control_passed: {
				...owner,
				previous_owner_app_id: '1066355071287456',
				metadata: 'Asks for a person',
				conversation_context,
			},
		},
	},
	{
		name: 'a conversation that was taken',
		field: 'messaging_handovers',
		value: {
			...handover,
			type: 'control_taken',
			control_taken: { ...owner, metadata: 'Control taken via service message' },
		},
	},
];
