import { comparedWithDocuments } from '../case.mts';
import { GOV_WABA_ARN, ODD_LINES, WABA_ARN, WABA_ID, located, waba } from '../values.mts';

const LEAD = { event_name: 'LeadSubmitted', event_time: 1790000000 };
const PURCHASE = {
	event_name: 'Purchase',
	event_time: 1790000001,
	action_source: 'business_messaging',
	messaging_channel: 'whatsapp',
	user_data: { whatsapp_business_account_id: '106540352242922', ctwa_clid: 'ARAkLkA8/+=' },
	custom_data: { currency: 'EUR', value: 19.99, content_name: ODD_LINES },
};
const EVENTS = { data: [LEAD, PURCHASE], partner_agent: 'Ünïcode 👩‍👩‍👧' };

export const conversionCases = [
	...comparedWithDocuments(
		['conversion', 'createDataset'],
		{
			action: 'CreateWhatsAppDataset',
			method: 'POST',
			path: '/v1/whatsapp/waba/dataset',
			contentType: 'application/json',
		},
		[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
			name: id,
			parameters: waba(id),
			body: { id },
		})),
	),
	...comparedWithDocuments(
		['conversion', 'sendEvents'],
		{
			action: 'SendWhatsAppConversionEvent',
			method: 'POST',
			path: '/v1/whatsapp/waba/dataset/events',
			contentType: 'application/json',
		},
		[
			{
				name: 'the list alone as text',
				parameters: {
					...waba(WABA_ID),
					datasetId: '1013859600285441',
					eventData: JSON.stringify([LEAD]),
				},
				body: { id: WABA_ID, datasetId: '1013859600285441', eventData: { data: [LEAD] } },
			},
			{
				name: 'the whole as text',
				parameters: {
					...waba(WABA_ARN),
					datasetId: '={{ 1013859600285441 }}',
					eventData: JSON.stringify(EVENTS),
				},
				body: { id: WABA_ARN, datasetId: '1013859600285441', eventData: EVENTS },
			},
			{
				name: 'the whole as an object',
				parameters: {
					businessAccountId: located('id', '={{ $json.id }}'),
					datasetId: '={{ $json.dataset }}',
					eventData: '={{ $json.events }}',
				},
				item: { id: WABA_ID, dataset: '10138596002854419999', events: EVENTS },
				body: { id: WABA_ID, datasetId: '10138596002854419999', eventData: EVENTS },
			},
			{
				name: 'the list alone as a list',
				parameters: {
					...waba(WABA_ID),
					datasetId: '1013859600',
					eventData: '={{ $json.events }}',
				},
				item: { events: [PURCHASE] },
				body: { id: WABA_ID, datasetId: '1013859600', eventData: { data: [PURCHASE] } },
			},
		],
	),
];
