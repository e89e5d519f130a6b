import { comparedWithDocuments } from '../case.mts';
import { ODD_LINES, PHONE_ARN, PHONE_ID, located, phone } from '../values.mts';

const CONNECT = {
	messaging_product: 'whatsapp',
	to: '+4915112345678',
	action: 'connect',
	session: { sdp_type: 'offer', sdp: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n' },
	biz_opaque_callback_data: ODD_LINES,
};

const { messaging_product: _product, ...withoutProduct } = CONNECT;

export const callCases = [
	...comparedWithDocuments(
		['call', 'getPermission'],
		{
			action: 'GetWhatsAppCallPermission',
			method: 'POST',
			path: '/v1/whatsapp/call/permission/get',
			contentType: 'application/json',
		},
		[
			{
				name: 'by number',
				parameters: { ...phone(PHONE_ID), destinationPhoneNumber: '+4915112345678' },
				body: {
					originationPhoneNumberId: PHONE_ID,
					destinationPhoneNumber: '+4915112345678',
				},
			},
			{
				name: 'by a number from data',
				parameters: {
					originationPhoneNumberId: located('arn', '={{ $json.arn }}'),
					customerBy: 'destinationPhoneNumber',
					destinationPhoneNumber: '={{ $json.from }}',
					simplify: false,
				},
				item: { arn: PHONE_ARN, from: 4915112345678 },
				body: {
					originationPhoneNumberId: PHONE_ARN,
					destinationPhoneNumber: '+4915112345678',
				},
			},
			{
				name: "by a user's ID",
				parameters: {
					...phone(PHONE_ARN),
					customerBy: 'endUserBsuid',
					endUserBsuid: '={{ $json.user }}',
				},
				item: { user: 'DE.13491208655302741918' },
				body: { originationPhoneNumberId: PHONE_ARN, endUserBsuid: 'DE.13491208655302741918' },
			},
		],
	),
	...comparedWithDocuments(
		['call', 'sendEvent'],
		{
			action: 'SendWhatsAppCallEvent',
			method: 'POST',
			path: '/v1/whatsapp/call/event',
			contentType: 'application/json',
		},
		[
			{
				name: 'as text without product',
				parameters: {
					...phone(PHONE_ID),
					callEvent: '{ "action": "terminate", "call_id": "wacid.H=" }',
				},
				body: {
					originationPhoneNumberId: PHONE_ID,
					metaApiVersion: 'v24.0',
					callEvent: {
						messaging_product: 'whatsapp',
						action: 'terminate',
						call_id: 'wacid.H=',
					},
				},
			},
			{
				name: 'as text with odd characters',
				parameters: { ...phone(PHONE_ID), callEvent: JSON.stringify(CONNECT) },
				body: { originationPhoneNumberId: PHONE_ID, metaApiVersion: 'v24.0', callEvent: CONNECT },
			},
			{
				name: 'as an object, with another version',
				parameters: {
					...phone(PHONE_ARN),
					callEvent: '={{ $json.event }}',
					options: { metaApiVersion: 'v25.0' },
				},
				item: { event: withoutProduct },
				body: { originationPhoneNumberId: PHONE_ARN, metaApiVersion: 'v25.0', callEvent: CONNECT },
			},
		],
	),
];
