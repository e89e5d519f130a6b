import type { IDataObject } from 'n8n-workflow';

const media = {
	id: '1013859600285441',
	mime_type: 'image/jpeg',
	sha256: '29ed500fa64eb55fc19dc4124acb300e5dcca0f822a301ae99944db',
};
const mediaFacts = {
	id: '1013859600285441',
	mimeType: 'image/jpeg',
	sha256: '29ed500fa64eb55fc19dc4124acb300e5dcca0f822a301ae99944db',
};
const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';

/** Every type of the reference: what WhatsApp sends, and what the item has besides the common fields. */
export const TYPES: Array<[name: string, message: object, expected: IDataObject]> = [
	[
		'a text',
		{ type: 'text', text: { body: 'Do you have it in blue?' } },
		{ text: 'Do you have it in blue?' },
	],
	[
		'an image with a caption',
		{ type: 'image', image: { ...media, caption: 'This one', url } },
		{ text: 'This one', media: { kind: 'image', ...mediaFacts, caption: 'This one', url } },
	],
	[
		'an image without one',
		{ type: 'image', image: media },
		{ text: '', media: { kind: 'image', ...mediaFacts } },
	],
	[
		'a video',
		{ type: 'video', video: { ...media, mime_type: 'video/mp4' } },
		{ text: '', media: { kind: 'video', ...mediaFacts, mimeType: 'video/mp4' } },
	],
	[
		'a voice note',
		{ type: 'audio', audio: { ...media, mime_type: 'audio/ogg; codecs=opus', voice: true } },
		{
			text: '',
			media: { kind: 'audio', ...mediaFacts, mimeType: 'audio/ogg; codecs=opus', voice: true },
		},
	],
	[
		'a document',
		{
			type: 'document',
			document: {
				...media,
				mime_type: 'application/pdf',
				filename: 'Order 17.pdf',
				caption: 'My order',
			},
		},
		{
			text: 'My order',
			media: {
				kind: 'document',
				...mediaFacts,
				mimeType: 'application/pdf',
				fileName: 'Order 17.pdf',
				caption: 'My order',
			},
		},
	],
	[
		'a sticker',
		{ type: 'sticker', sticker: { ...media, mime_type: 'image/webp', animated: false } },
		{
			text: '',
			media: { kind: 'sticker', ...mediaFacts, mimeType: 'image/webp', animated: false },
		},
	],
	[
		'a location with name and address',
		{
			type: 'location',
			location: {
				latitude: 52.5,
				longitude: 13.4,
				name: 'Philz Coffee',
				address: '101 Forest Ave',
				url,
			},
		},
		{
			text: 'Philz Coffee, 101 Forest Ave',
			location: {
				latitude: 52.5,
				longitude: 13.4,
				name: 'Philz Coffee',
				address: '101 Forest Ave',
				url,
			},
		},
	],
	[
		'a bare location',
		{ type: 'location', location: { latitude: 0, longitude: -0.5 } },
		{ text: '', location: { latitude: 0, longitude: -0.5 } },
	],
	[
		'contacts',
		{
			type: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Barbara Johnson', first_name: 'Barbara' },
					phones: [{ phone: '+1 650' }],
				},
				{ name: { formatted_name: 'Bob' } },
			],
		},
		{
			text: 'Barbara Johnson, Bob',
			contacts: [
				{
					name: { formatted_name: 'Barbara Johnson', first_name: 'Barbara' },
					phones: [{ phone: '+1 650' }],
				},
				{ name: { formatted_name: 'Bob' } },
			],
		},
	],
	[
		'a contact that is but a vCard',
		{
			type: 'contacts',
			contacts: [
				{
					origin: 'other',
					vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Barbara Johnson\nEND:VCARD',
					phones: [{ phone: '+1 650' }],
				},
				{ origin: 'contact_request', phones: [{ phone: '+49 151 12345678', type: 'CELL' }] },
			],
		},
		{
			text: 'Barbara Johnson, +49 151 12345678',
			contacts: [
				{
					origin: 'other',
					vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Barbara Johnson\nEND:VCARD',
					phones: [{ phone: '+1 650' }],
				},
				{ origin: 'contact_request', phones: [{ phone: '+49 151 12345678', type: 'CELL' }] },
			],
		},
	],
	[
		'a reaction',
		{ type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍' } },
		{ text: '👍', reaction: { messageId: 'wamid.A', emoji: '👍', isRemoved: false } },
	],
	[
		'a reaction taken back',
		{ type: 'reaction', reaction: { message_id: 'wamid.A' } },
		{ text: '', reaction: { messageId: 'wamid.A', emoji: null, isRemoved: true } },
	],
	[
		'a reaction taken back with an empty text',
		{ type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '' } },
		{ text: '', reaction: { messageId: 'wamid.A', emoji: null, isRemoved: true } },
	],
	[
		'a tap on a quick reply of a template',
		{
			type: 'button',
			button: { payload: 'stop-promotions', text: 'Unsubscribe' },
			context: { from: '4930901820', id: 'wamid.B' },
		},
		{
			text: 'Unsubscribe',
			choice: { type: 'button', id: 'stop-promotions', title: 'Unsubscribe' },
			context: { messageId: 'wamid.B', from: '+4930901820' },
		},
	],
	[
		'a tap on a reply button',
		{
			type: 'interactive',
			interactive: { type: 'button_reply', button_reply: { id: 'change', title: 'Change' } },
		},
		{ text: 'Change', choice: { type: 'button_reply', id: 'change', title: 'Change' } },
	],
	[
		'a choice from a list',
		{
			type: 'interactive',
			interactive: {
				type: 'list_reply',
				list_reply: { id: 'express', title: 'Priority Mail Express', description: 'Next day' },
			},
		},
		{
			text: 'Priority Mail Express',
			choice: {
				type: 'list_reply',
				id: 'express',
				title: 'Priority Mail Express',
				description: 'Next day',
			},
		},
	],
	[
		'the answer of a Flow',
		{
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t","seats":2}' },
			},
		},
		{ text: 'Sent', form: { name: 'flow', response: { flow_token: 't', seats: 2 } } },
	],
	[
		'the answer of a Flow that is no JSON',
		{
			type: 'interactive',
			interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{broken' } },
		},
		{ text: '', form: { name: 'flow', response: '{broken' } },
	],
	[
		'an address',
		{
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'address_message',
					body: 'CUSTOMER',
					response_json: '{"values":{"city":"Pune"}}',
				},
			},
		},
		{ text: 'CUSTOMER', form: { name: 'address_message', response: { values: { city: 'Pune' } } } },
	],
	[
		'the permission to call',
		{
			type: 'interactive',
			interactive: {
				type: 'call_permission_reply',
				call_permission_reply: {
					response: 'accept',
					is_permanent: false,
					expiration_timestamp: '1795596054',
					response_source: 'user_action',
				},
			},
		},
		{
			text: '',
			callPermission: {
				response: 'accept',
				isPermanent: false,
				expiresAt: '2026-11-25T08:40:54.000Z',
				source: 'user_action',
			},
		},
	],
	[
		'the choice to pay with a card that is kept',
		{
			type: 'interactive',
			context: { from: '4930901820', id: 'wamid.B' },
			interactive: {
				type: 'payment_method',
				payment_method: {
					payment_method: 'offsite_card_pay',
					payment_timestamp: 1795509654,
					reference_id: 'order-17',
					last_four_digits: '5235',
					credential_id: '1234567',
				},
			},
		},
		{
			text: '',
			paymentMethod: {
				type: 'offsite_card_pay',
				referenceId: 'order-17',
				credentialId: '1234567',
				lastFourDigits: '5235',
				timestamp: '2026-11-24T08:40:54.000Z',
			},
			context: { messageId: 'wamid.B', from: '+4930901820' },
		},
	],
	[
		'an interactive message without its content',
		{ type: 'interactive', errors: [{ code: 131051, title: 'Message type unknown' }] },
		{ text: '', errors: [{ code: 131051, title: 'Message type unknown' }] },
	],
	[
		'an order',
		{
			type: 'order',
			order: {
				catalog_id: '194836987003835',
				text: 'Love these!',
				product_items: [
					{ product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30.5, currency: 'EUR' },
				],
			},
		},
		{
			text: 'Love these!',
			order: {
				catalogId: '194836987003835',
				text: 'Love these!',
				products: [
					{ productRetailerId: 'di9ozbzfi4', quantity: 2, itemPrice: 30.5, currency: 'EUR' },
				],
			},
		},
	],
	[
		'a changed number',
		{
			type: 'system',
			system: {
				body: 'Ada changed from 1 to 2',
				type: 'user_changed_number',
				wa_id: '4915187654321',
			},
		},
		{
			text: 'Ada changed from 1 to 2',
			system: { type: 'user_changed_number', phoneNumber: '+4915187654321' },
		},
	],
	[
		'a changed user ID',
		{
			type: 'system',
			system: {
				type: 'user_changed_user_id',
				user_id: 'DE.2',
				previous_user_id: 'DE.1',
				parent_user_id: 'DE.ENT.2',
				previous_parent_user_id: 'DE.ENT.1',
			},
		},
		{
			text: '',
			system: {
				type: 'user_changed_user_id',
				userId: 'DE.2',
				previousUserId: 'DE.1',
				parentUserId: 'DE.ENT.2',
				previousParentUserId: 'DE.ENT.1',
			},
		},
	],
	[
		'an edit',
		{
			type: 'edit',
			edit: { original_message_id: 'wamid.C', message: { type: 'text', text: { body: 'Better' } } },
		},
		{ text: 'Better', edit: { messageId: 'wamid.C', type: 'text', text: 'Better' } },
	],
	[
		'an edited caption',
		{
			type: 'edit',
			edit: {
				original_message_id: 'wamid.C',
				message: { type: 'image', image: { ...media, caption: 'New' } },
			},
		},
		{
			text: 'New',
			edit: {
				messageId: 'wamid.C',
				type: 'image',
				text: 'New',
				media: { kind: 'image', ...mediaFacts, caption: 'New' },
			},
		},
	],
	[
		'a message taken back',
		{ type: 'revoke', revoke: { original_message_id: 'wamid.C' } },
		{ text: '', revoke: { messageId: 'wamid.C' } },
	],
	[
		'what WhatsApp cannot pass on',
		{
			type: 'unsupported',
			errors: [
				{
					code: 131051,
					title: 'Message type unknown',
					message: 'Message type unknown',
					error_data: { details: 'Message type is currently not supported.' },
				},
			],
			unsupported: { type: 'poll' },
		},
		{
			text: '',
			unsupported: { type: 'poll' },
			errors: [
				{
					code: 131051,
					title: 'Message type unknown',
					message: 'Message type unknown',
					details: 'Message type is currently not supported.',
				},
			],
		},
	],
	['a type of the future', { type: 'hologram', hologram: { id: 7 } }, { text: '' }],
];
