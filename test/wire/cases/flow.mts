import { locator } from '../../engine/setting.mts';
import { comparedWithSdk } from '../case.mts';
import {
	GOV_WABA_ARN,
	ODD,
	ODD_LINES,
	SEEDED,
	WABA_ARN,
	WABA_ID,
	located,
	utf8,
	waba,
} from '../values.mts';

const FLOW_ID = '1013859600285441';
const FLOW = {
	version: '7.3',
	screens: [{ id: 'WELCOME', title: ODD_LINES, data: {}, list: [], no: null, ratio: 1.5 }],
};
const ENDPOINT = 'https://flows.example.com/ü/%20?a=1&b=+';

/** The ways to name a Flow, for the actions that take nothing else. */
const named = [
	{
		name: 'by IDs',
		parameters: { ...waba(WABA_ID), flowId: locator(FLOW_ID) },
		input: { id: WABA_ID, flowId: FLOW_ID },
	},
	{
		name: 'by ARN, chosen from the list',
		parameters: { ...waba(WABA_ARN), flowId: located('list', FLOW_ID) },
		input: { id: WABA_ARN, flowId: FLOW_ID },
	},
	{
		name: 'from data, a number among them',
		parameters: {
			businessAccountId: located('arn', '={{ $json.arn }}'),
			flowId: located('id', '={{ $json.flow }}'),
		},
		item: { arn: GOV_WABA_ARN, flow: Number(FLOW_ID) },
		input: { id: GOV_WABA_ARN, flowId: FLOW_ID },
	},
];

const create = comparedWithSdk(['flow', 'create'], 'CreateWhatsAppFlow', [
	{
		name: 'as little as possible',
		parameters: { ...waba(WABA_ID), flowName: 'Booking', categories: ['OTHER'] },
		input: { id: WABA_ID, flowName: 'Booking', categories: ['OTHER'] },
	},
	{
		name: 'everything, with the JSON as text',
		parameters: {
			...waba(WABA_ARN),
			flowName: '={{ $json.name }}',
			categories: ['SIGN_UP', 'SURVEY'],
			additionalFields: {
				cloneFlowId: locator(FLOW_ID),
				flowJson: JSON.stringify(FLOW, null, 2),
				publish: true,
			},
		},
		item: { name: ODD },
		input: {
			id: WABA_ARN,
			flowName: ODD,
			categories: ['SIGN_UP', 'SURVEY'],
			cloneFlowId: FLOW_ID,
			flowJson: utf8(FLOW),
			publish: true,
		},
	},
	{
		name: 'everything from data, with the JSON as an object and an endpoint',
		parameters: {
			businessAccountId: located('id', '={{ $json.id }}'),
			flowName: '={{ $json.name }}',
			categories: '={{ $json.categories }}',
			additionalFields: {
				cloneFlowId: located('id', '={{ $json.clone }}'),
				endpointUri: '={{ $json.endpoint }}',
				flowJson: '={{ $json.flow }}',
				publish: '={{ $json.publish }}',
			},
		},
		item: {
			id: WABA_ID,
			name: 4711,
			categories: ['SHOPPING', 'SIGN_IN'],
			clone: FLOW_ID,
			endpoint: ENDPOINT,
			flow: FLOW,
			publish: false,
		},
		input: {
			id: WABA_ID,
			flowName: '4711',
			categories: ['SHOPPING', 'SIGN_IN'],
			cloneFlowId: FLOW_ID,
			flowJson: utf8(FLOW),
			publish: false,
		},
		newMembers: { endpointUri: new URL(ENDPOINT).href },
	},
	{
		name: 'all categories in a text',
		parameters: {
			...waba(WABA_ID),
			flowName: 'x',
			categories:
				'={{ "APPOINTMENT_BOOKING, CONTACT_US, CUSTOMER_SUPPORT, LEAD_GENERATION, OTHER" }}',
			additionalFields: { flowJson: '', endpointUri: '', cloneFlowId: locator('') },
		},
		input: {
			id: WABA_ID,
			flowName: 'x',
			categories: [
				'APPOINTMENT_BOOKING',
				'CONTACT_US',
				'CUSTOMER_SUPPORT',
				'LEAD_GENERATION',
				'OTHER',
			],
		},
	},
]);

const choice = { ...waba(WABA_ID), flowId: locator(FLOW_ID) };
const chosen = { id: WABA_ID, flowId: FLOW_ID };

const update = comparedWithSdk(['flow', 'update'], 'UpdateWhatsAppFlow', [
	{
		name: 'the name alone, odd',
		parameters: { ...choice, updateFields: { flowName: '={{ $json.name }}' } },
		item: { name: ODD },
		input: { ...chosen, flowName: ODD },
	},
	{
		name: 'the categories alone',
		parameters: { ...choice, updateFields: { categories: ['SURVEY', 'CONTACT_US'] } },
		input: { ...chosen, categories: ['SURVEY', 'CONTACT_US'] },
	},
	{
		name: 'everything',
		parameters: {
			...waba(WABA_ARN),
			flowId: located('id', `={{ ${FLOW_ID} }}`),
			updateFields: {
				categories: ['OTHER'],
				endpointUri: ENDPOINT,
				flowName: 'New name',
				metaAppId: '={{ 1234567890123456 }}',
			},
		},
		input: { id: WABA_ARN, flowId: FLOW_ID, categories: ['OTHER'], flowName: 'New name' },
		newMembers: { endpointUri: new URL(ENDPOINT).href, metaAppId: '1234567890123456' },
	},
]);

const updateAssets = comparedWithSdk(['flow', 'updateAssets'], 'UpdateWhatsAppFlowAssets', [
	{
		name: 'the JSON as text',
		parameters: { ...choice, flowJson: JSON.stringify(FLOW) },
		input: { ...chosen, flowJson: utf8(FLOW) },
	},
	{
		name: 'the JSON as text from data',
		parameters: { ...waba(WABA_ARN), flowId: locator(FLOW_ID), flowJson: '={{ $json.text }}' },
		item: { text: JSON.stringify(FLOW, null, '\t') },
		input: { id: WABA_ARN, flowId: FLOW_ID, flowJson: utf8(FLOW) },
	},
	{
		name: 'the JSON as an object',
		parameters: { ...choice, flowJson: '={{ $json }}' },
		item: FLOW,
		input: { ...chosen, flowJson: utf8(FLOW) },
	},
]);

const getPreview = comparedWithSdk(['flow', 'getPreview'], 'GetWhatsAppFlowPreview', [
	...named,
	...[true, false].map((invalidate) => ({
		name: `an address made new: ${invalidate}`,
		parameters: { ...choice, additionalFields: { invalidate } },
		input: { ...chosen, invalidate },
	})),
]);

const getAssets = comparedWithSdk(['flow', 'getAssets'], 'ListWhatsAppFlowAssets', [
	...named.map((row) => ({ ...row, input: { ...row.input, maxResults: 50 } })),
	{
		name: 'all of them',
		parameters: { ...choice, returnAll: true },
		input: { ...chosen, maxResults: 100 },
	},
]);

const getAll = comparedWithSdk(['flow', 'getAll'], 'ListWhatsAppFlows', [
	...[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
		name: id,
		parameters: { ...waba(id), limit: 3 },
		input: { id, maxResults: 3 },
	})),
	{
		name: 'all of them, on the second page',
		parameters: { ...waba(SEEDED.arn), returnAll: true },
		input: { id: SEEDED.arn, maxResults: 100 },
		secondPage: (account) => account.addFlows(SEEDED.id, 150),
	},
]);

export const flowCases = [
	...create,
	...update,
	...updateAssets,
	...getPreview,
	...getAssets,
	...getAll,
	...comparedWithSdk(['flow', 'get'], 'GetWhatsAppFlow', named),
	...comparedWithSdk(['flow', 'delete'], 'DeleteWhatsAppFlow', named),
	...comparedWithSdk(['flow', 'publish'], 'PublishWhatsAppFlow', named),
	...comparedWithSdk(['flow', 'deprecate'], 'DeprecateWhatsAppFlow', named),
];
