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
import { UNIQUE } from '../wire.mts';

const TEMPLATE_ID = '1013859600285441';
const COMPONENTS = [
	{ type: 'BODY', text: ODD_LINES, example: { body_text: [['Ada', '4711']] } },
	{ type: 'BUTTONS', buttons: [] },
];
const DEFINITION = {
	name: 'order_update',
	language: 'pt_BR',
	category: 'UTILITY',
	components: COMPONENTS,
};

const byJson = (templateDefinition: string) => ({ specifyTemplate: 'json', templateDefinition });

const create = comparedWithSdk(['template', 'create'], 'CreateWhatsAppMessageTemplate', [
	{
		name: 'the definition as text',
		parameters: { ...waba(WABA_ID), ...byJson(JSON.stringify(DEFINITION, null, 2)) },
		input: { id: WABA_ID, templateDefinition: utf8(DEFINITION) },
	},
	{
		name: 'the definition as an object',
		parameters: { ...waba(WABA_ARN), ...byJson('={{ $json.definition }}') },
		item: { definition: DEFINITION },
		input: { id: WABA_ARN, templateDefinition: utf8(DEFINITION) },
	},
]);

const byId = { metaTemplateId: locator(TEMPLATE_ID) };
const byName = {
	templateBy: 'templateName',
	templateName: '={{ $json.name }}',
	templateLanguageCode: 'zh_HK',
};

const get = comparedWithSdk(['template', 'get'], 'GetWhatsAppMessageTemplate', [
	...[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
		name: `by ID in ${id}`,
		parameters: { ...waba(id), ...byId },
		input: { id, metaTemplateId: TEMPLATE_ID },
	})),
	{
		name: 'by a name of odd characters and language',
		parameters: { ...waba(WABA_ID), ...byName },
		item: { name: ODD_LINES },
		input: { id: WABA_ID, templateName: ODD_LINES, templateLanguageCode: 'zh_HK' },
	},
]);

const update = comparedWithSdk(['template', 'update'], 'UpdateWhatsAppMessageTemplate', [
	{
		name: 'the category alone',
		parameters: { ...waba(WABA_ID), ...byId, updateFields: { templateCategory: 'MARKETING' } },
		input: { id: WABA_ID, metaTemplateId: TEMPLATE_ID, templateCategory: 'MARKETING' },
	},
	{
		name: 'everything by name, with the components as text',
		parameters: {
			...waba(WABA_ARN),
			...byName,
			updateFields: {
				ctaUrlLinkTrackingOptedOut: true,
				parameterFormat: 'NAMED',
				templateCategory: 'AUTHENTICATION',
				templateComponents: JSON.stringify(COMPONENTS),
			},
		},
		item: { name: ODD },
		input: {
			id: WABA_ARN,
			templateName: ODD,
			templateLanguageCode: 'zh_HK',
			ctaUrlLinkTrackingOptedOut: true,
			parameterFormat: 'NAMED',
			templateCategory: 'AUTHENTICATION',
			templateComponents: utf8(COMPONENTS),
		},
	},
	{
		name: 'the components as a list, and tracking',
		parameters: {
			...waba(WABA_ID),
			metaTemplateId: located('id', `={{ ${TEMPLATE_ID} }}`),
			updateFields: {
				ctaUrlLinkTrackingOptedOut: '={{ false }}',
				templateComponents: '={{ $json.components }}',
			},
		},
		item: { components: COMPONENTS },
		input: {
			id: WABA_ID,
			metaTemplateId: TEMPLATE_ID,
			ctaUrlLinkTrackingOptedOut: false,
			templateComponents: utf8(COMPONENTS),
		},
	},
]);

const del = comparedWithSdk(['template', 'delete'], 'DeleteWhatsAppMessageTemplate', [
	{
		name: 'one language',
		parameters: { ...waba(WABA_ID), templateName: 'order_update', ...byId },
		input: {
			id: WABA_ID,
			templateName: 'order_update',
			metaTemplateId: TEMPLATE_ID,
			deleteAllLanguages: false,
		},
	},
	{
		name: 'all languages of an odd name',
		parameters: {
			...waba(WABA_ARN),
			...byId,
			templateName: '={{ $json.name }}',
			deleteAllLanguages: true,
		},
		item: { name: ODD },
		input: { id: WABA_ARN, templateName: ODD, deleteAllLanguages: true },
	},
]);

const getAll = comparedWithSdk(['template', 'getAll'], 'ListWhatsAppMessageTemplates', [
	...[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
		name: id,
		parameters: waba(id),
		input: { id, maxResults: 50 },
	})),
	{
		name: 'more than a page, on the second page',
		parameters: { ...waba(SEEDED.id), limit: 101 },
		input: { id: SEEDED.id, maxResults: 1 },
		secondPage: (account) => account.addTemplates(SEEDED.id, 150),
	},
]);

const S3_FILE = { bucketName: 'whatsapp-media', key: `in/${ODD}.jpg` };

const uploadMedia = comparedWithSdk(
	['template', 'uploadMedia'],
	'CreateWhatsAppMessageTemplateMedia',
	[
		{
			name: 'an S3 object',
			parameters: {
				...waba(WABA_ID),
				mediaSource: 's3Object',
				bucketName: 'whatsapp-media',
				key: 'a.jpg',
			},
			input: { id: WABA_ID, sourceS3File: { bucketName: 'whatsapp-media', key: 'a.jpg' } },
		},
		{
			name: 'an S3 object with an odd key',
			parameters: {
				...waba(WABA_ARN),
				mediaSource: 's3Object',
				bucketName: '={{ $json.bucketName }}',
				key: '={{ $json.key }}',
			},
			item: S3_FILE,
			input: { id: WABA_ARN, sourceS3File: S3_FILE },
		},
		{
			name: 'a file of the input',
			parameters: {
				...waba(WABA_ARN),
				bucketName: 'whatsapp-media',
				options: { keyPrefix: 'examples/' },
			},
			file: { data: Buffer.from('%PDF-1.7'), fileName: 'Übung.pdf', mimeType: 'application/pdf' },
			input: {
				id: WABA_ARN,
				sourceS3File: { bucketName: 'whatsapp-media', key: `examples/${UNIQUE}/Übung.pdf` },
			},
		},
	],
);

export const templateCases = [...create, ...get, ...update, ...del, ...getAll, ...uploadMedia];
