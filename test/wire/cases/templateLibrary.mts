import { locator } from '../../engine/setting.mts';
import { comparedWithSdk } from '../case.mts';
import {
	GOV_WABA_ARN,
	ODD,
	ODD_NAME,
	SEEDED,
	WABA_ARN,
	WABA_ID,
	located,
	waba,
} from '../values.mts';

const base = {
	libraryTemplateName: locator('delivery_update_1'),
	templateName: 'my_delivery_1',
	templateLanguageCode: 'en_US',
};
const named = {
	libraryTemplateName: 'delivery_update_1',
	templateName: 'my_delivery_1',
	templateLanguage: 'en_US',
};
const APPS = [
	{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' },
	{ packageName: 'com.example.ü', signatureHash: '+/=' },
];
const supportedApps = APPS.map(({ packageName, signatureHash }) => ({
	package_name: packageName,
	signature_hash: signatureHash,
}));
const BARE = ['APP', 'CATALOG', 'FLOW', 'MPM', 'QUICK_REPLY', 'VOICE_CALL'];

const createFromLibrary = comparedWithSdk(
	['template', 'createFromLibrary'],
	'CreateWhatsAppMessageTemplateFromLibrary',
	[
		{
			name: 'as little as possible',
			parameters: { ...waba(WABA_ID), ...base },
			input: { id: WABA_ID, metaLibraryTemplate: { ...named, templateCategory: 'UTILITY' } },
		},
		{
			name: 'every button',
			parameters: {
				...waba(WABA_ARN),
				...base,
				templateCategory: 'AUTHENTICATION',
				libraryTemplateButtonInputs: {
					button: [
						{
							type: 'URL',
							baseUrl: '={{ $json.odd }}',
							urlSuffixExample: 'https://example.com/ü?a=1&b=%20',
						},
						{ type: 'URL', baseUrl: 'https://example.com/{{1}}' },
						{ type: 'PHONE_NUMBER', phoneNumber: '={{ $json.number }}' },
						{ type: 'OTP', otpType: 'COPY_CODE' },
						{ type: 'OTP', otpType: 'ONE_TAP', supportedApps: { app: APPS } },
						{
							type: 'OTP',
							otpType: 'ZERO_TAP',
							zeroTapTermsAccepted: true,
							supportedApps: { app: APPS },
						},
						...BARE.map((type) => ({ type })),
					],
				},
			},
			item: { odd: `https://example.com/${ODD_NAME}`, number: '+4915112345678' },
			input: {
				id: WABA_ARN,
				metaLibraryTemplate: {
					...named,
					templateCategory: 'AUTHENTICATION',
					libraryTemplateButtonInputs: [
						{
							type: 'URL',
							url: {
								base_url: new URL(`https://example.com/${ODD_NAME}`).href,
								url_suffix_example: 'https://example.com/%C3%BC?a=1&b=%20',
							},
						},
						{ type: 'URL', url: { base_url: 'https://example.com/{{1}}' } },
						{ type: 'PHONE_NUMBER', phoneNumber: '+4915112345678' },
						{ type: 'OTP', otpType: 'COPY_CODE' },
						{ type: 'OTP', otpType: 'ONE_TAP', supportedApps },
						{ type: 'OTP', otpType: 'ZERO_TAP', zeroTapTermsAccepted: true, supportedApps },
						...BARE.map((type) => ({ type })),
					],
				},
			},
		},
		{
			name: 'every addition to the text, from data',
			parameters: {
				businessAccountId: located('arn', '={{ $json.arn }}'),
				libraryTemplateName: located('id', '={{ $json.library }}'),
				templateName: '={{ $json.name }}',
				templateLanguageCode: 'fil',
				templateCategory: 'MARKETING',
				libraryTemplateBodyInputs: {
					addContactNumber: true,
					addLearnMoreLink: '={{ $json.no }}',
					addSecurityRecommendation: true,
					addTrackPackageLink: false,
					codeExpirationMinutes: '={{ $json.minutes }}',
				},
			},
			item: { arn: GOV_WABA_ARN, library: ODD, name: 'n_1', no: false, minutes: '90' },
			input: {
				id: GOV_WABA_ARN,
				metaLibraryTemplate: {
					libraryTemplateName: ODD,
					templateName: 'n_1',
					templateLanguage: 'fil',
					templateCategory: 'MARKETING',
					libraryTemplateBodyInputs: {
						addContactNumber: true,
						addLearnMoreLink: false,
						addSecurityRecommendation: true,
						addTrackPackageLink: false,
						codeExpirationMinutes: 90,
					},
				},
			},
		},
	],
);

const getLibrary = comparedWithSdk(['template', 'getLibrary'], 'ListWhatsAppTemplateLibrary', [
	...[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
		name: id,
		parameters: waba(id),
		input: { id, maxResults: 50 },
	})),
	{
		name: 'every filter',
		parameters: {
			...waba(WABA_ID),
			limit: 7,
			simplify: false,
			filters: {
				industry: 'E_COMMERCE',
				language: 'en_US',
				searchKey: '={{ $json.odd }}',
				topic: 'ORDER_MANAGEMENT',
				usecase: 'SHIPMENT_CONFIRMATION',
			},
		},
		item: { odd: ODD },
		input: {
			id: WABA_ID,
			maxResults: 7,
			filters: {
				industry: 'E_COMMERCE',
				language: 'en_US',
				searchKey: ODD,
				topic: 'ORDER_MANAGEMENT',
				usecase: 'SHIPMENT_CONFIRMATION',
			},
		},
	},
	{
		name: 'an empty filter',
		parameters: { ...waba(WABA_ID), returnAll: true, filters: { topic: '' } },
		input: { id: WABA_ID, maxResults: 100 },
	},
	{
		name: 'all of them, on the second page',
		parameters: { ...waba(SEEDED.arn), returnAll: true },
		input: { id: SEEDED.arn, maxResults: 100 },
		secondPage: (account) => account.addLibraryTemplates(150),
	},
]);

export const templateLibraryCases = [...createFromLibrary, ...getLibrary];
