import type { Json } from '../../engine/engine.mts';
import { comparedWithSdk } from '../case.mts';
import { ODD, ODD_LINES, ODD_NAME, PHONE_ARN, PHONE_ID, located, phone, utf8 } from '../values.mts';

const TO = '+4915112345678';

/** Input of the SDK for a message to one person. */
const message = (content: Json, { id = PHONE_ID, metaApiVersion = 'v24.0' } = {}) => ({
	originationPhoneNumberId: id,
	metaApiVersion,
	message: utf8({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: TO,
		...content,
	}),
});

const text = (body: string, more: Json = {}) => ({ type: 'text', text: { body, ...more } });

const custom = (document: Json) => ({
	originationPhoneNumberId: PHONE_ID,
	metaApiVersion: 'v24.0',
	message: utf8(document),
});

const INTERACTIVE = {
	messaging_product: 'whatsapp',
	to: TO,
	type: 'interactive',
	interactive: { type: 'button', body: { text: ODD_LINES }, action: { buttons: [] } },
};

const READ = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.HBgA/+==' };

export const messageCases = [
	...comparedWithSdk(['message', 'send'], 'SendWhatsAppMessage', [
		{
			name: 'a plain text',
			parameters: { ...phone(PHONE_ID), to: TO, messageType: 'text', textBody: 'Hello' },
			input: message(text('Hello')),
		},
		{
			name: 'odd characters from data',
			parameters: {
				...phone(PHONE_ID),
				to: '={{ $json.to }}',
				messageType: 'text',
				textBody: '={{ $json.body }}',
			},
			item: { to: 4915112345678, body: ODD_LINES },
			input: message(text(ODD_LINES)),
		},
		{
			name: 'an ARN, a preview and another version',
			parameters: {
				originationPhoneNumberId: located('arn', '={{ $json.arn }}'),
				to: '0049 (151) 1234-5678',
				messageType: 'text',
				textBody: 'See https://example.org',
				options: { previewUrl: true, metaApiVersion: 'v21.0' },
			},
			item: { arn: PHONE_ARN },
			input: message(text('See https://example.org', { preview_url: true }), {
				id: PHONE_ARN,
				metaApiVersion: 'v21.0',
			}),
		},
		{
			name: 'a document by media ID with a caption',
			parameters: {
				...phone(PHONE_ID),
				to: TO,
				messageType: 'document',
				mediaSource: 'mediaId',
				mediaId: '={{ 1013859600285441 }}',
				caption: '={{ $json.odd }}',
				filename: '={{ $json.name }}',
			},
			item: { odd: ODD, name: ODD_NAME },
			input: message({
				type: 'document',
				document: { id: '1013859600285441', caption: ODD, filename: ODD_NAME },
			}),
		},
		{
			name: 'a voice note by link',
			parameters: {
				...phone(PHONE_ID),
				to: TO,
				messageType: 'audio',
				mediaSource: 'link',
				link: 'https://example.com/ü/%20a.ogg?x=1&y=+#z',
				options: { voice: true },
			},
			input: message({
				type: 'audio',
				audio: { link: 'https://example.com/%C3%BC/%20a.ogg?x=1&y=+#z', voice: true },
			}),
		},
		...['image', 'video'].map((type) => ({
			name: `${type} with a caption`,
			parameters: {
				...phone(PHONE_ARN),
				to: TO,
				messageType: type,
				mediaSource: 'mediaId',
				mediaId: '1013859600285441',
				caption: ODD,
			},
			input: message({ type, [type]: { id: '1013859600285441', caption: ODD } }, { id: PHONE_ARN }),
		})),
		{
			name: 'a sticker',
			parameters: {
				...phone(PHONE_ID),
				to: TO,
				messageType: 'sticker',
				mediaSource: 'mediaId',
				mediaId: '1013859600285441',
			},
			input: message({ type: 'sticker', sticker: { id: '1013859600285441' } }),
		},
		{
			name: 'custom JSON as text',
			parameters: {
				...phone(PHONE_ID),
				messageType: 'customJson',
				message: JSON.stringify(INTERACTIVE),
			},
			input: custom(INTERACTIVE),
		},
		{
			name: 'custom JSON as an object',
			parameters: {
				...phone(PHONE_ID),
				messageType: 'customJson',
				message: '={{ $json.message }}',
			},
			item: { message: INTERACTIVE },
			input: custom(INTERACTIVE),
		},
		{
			name: 'custom JSON without product and "+"',
			parameters: {
				...phone(PHONE_ID),
				messageType: 'customJson',
				message: '={{ ({ to: "4915112345678", type: "text", text: { body: "Hi" } }) }}',
			},
			input: custom({ messaging_product: 'whatsapp', to: TO, ...text('Hi') }),
		},
	]),
	...comparedWithSdk(['message', 'markAsRead'], 'SendWhatsAppMessage', [
		{
			name: 'the ticks alone',
			parameters: { ...phone(PHONE_ID), messageId: READ.message_id },
			input: custom(READ),
		},
		{
			name: 'typing, another version and an ARN',
			parameters: {
				...phone(PHONE_ARN),
				messageId: '={{ $json.id }}',
				typingIndicator: true,
				options: { metaApiVersion: 'v23.0' },
			},
			item: { id: READ.message_id },
			input: {
				originationPhoneNumberId: PHONE_ARN,
				metaApiVersion: 'v23.0',
				message: utf8({ ...READ, typing_indicator: { type: 'text' } }),
			},
		},
	]),
];
