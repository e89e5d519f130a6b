import { chosen } from '../setting.mts';
import {
	asPhoneNumber,
	digits,
	forAll,
	letters,
	linkUpTo,
	spelled,
	switches,
	upTo,
	type Constraint,
} from './constraint.mts';

const byName = { templateBy: 'templateName', templateName: 'a', templateLanguageCode: 'en_US' };

const NINE = [
	'SIGN_UP',
	'SIGN_IN',
	'APPOINTMENT_BOOKING',
	'LEAD_GENERATION',
	'SHOPPING',
	'CONTACT_US',
	'CUSTOMER_SUPPORT',
	'SURVEY',
	'OTHER',
];
const categories = { inside: [['OTHER'], NINE], outside: [['NOPE'], [...NINE, 'TENTH']] };
const addresses = linkUpTo(2048);
const endpointUri = { ...addresses, outside: [...addresses.outside, 'http://a.example'] };
const sendsText = (value: unknown) => String(spelled(value));
const language = {
	inside: ['en', 'fil', 'pt_BR', 'es_CRI'],
	outside: ['en-US', 'EN_us', 'english', 'prs_AFG'],
};
const requiredLanguage = { ...language, outside: [...language.outside, '', ' \n', null] };

const flows: Constraint[] = [
	{ place: ['flow', 'create'], label: 'Flow Name', path: 'flowName', ...upTo(200, true) },
	{
		place: ['flow', 'create'],
		label: 'Categories',
		path: 'categories',
		...categories,
		outside: [...categories.outside, [], null],
	},
	{
		place: ['flow', 'create'],
		label: 'Endpoint URI',
		path: 'additionalFields.endpointUri',
		...endpointUri,
	},
	{ place: ['flow', 'create'], label: 'Publish', path: 'additionalFields.publish', ...switches },
	{ place: ['flow', 'update'], label: 'Flow Name', path: 'updateFields.flowName', ...upTo(200) },
	{
		place: ['flow', 'update'],
		label: 'Categories',
		path: 'updateFields.categories',
		...categories,
	},
	{
		place: ['flow', 'update'],
		label: 'Endpoint URI',
		path: 'updateFields.endpointUri',
		...endpointUri,
	},
	{ place: ['flow', 'update'], label: 'Meta App ID', path: 'updateFields.metaAppId', ...upTo(100) },
	{
		place: ['flow', 'getPreview'],
		label: 'Create New Link',
		path: 'additionalFields.invalidate',
		...switches,
		sent: sendsText,
	},
];

const templates: Constraint[] = [
	...forAll(
		[
			['template', 'get'],
			['template', 'update'],
		],
		{ label: 'Template Name', path: 'templateName', more: byName, ...upTo(512, true) },
	),
	...forAll(
		[
			['template', 'get'],
			['template', 'update'],
		],
		{ label: 'Language Code', path: 'templateLanguageCode', more: byName, ...requiredLanguage },
	),
	{
		place: ['template', 'delete'],
		label: 'Template Name',
		path: 'templateName',
		...upTo(512, true),
	},
	{
		place: ['template', 'update'],
		label: 'Category',
		path: 'updateFields.templateCategory',
		...upTo(100),
	},
	{
		place: ['template', 'update'],
		label: 'Parameter Format',
		path: 'updateFields.parameterFormat',
		...upTo(15),
	},
	{
		place: ['template', 'update'],
		label: 'Link Tracking Opted Out',
		path: 'updateFields.ctaUrlLinkTrackingOptedOut',
		...switches,
	},
	...[
		['Industry', 'industry'],
		['Search Text', 'searchKey'],
		['Topic', 'topic'],
		['Use Case', 'usecase'],
	].map(
		([label = '', name]): Constraint => ({
			place: ['template', 'getLibrary'],
			label,
			path: `filters.${name}`,
			...upTo(100),
		}),
	),
	{
		place: ['template', 'getLibrary'],
		label: 'Language Code',
		path: 'filters.language',
		...language,
	},
];

const FROM_LIBRARY: Constraint['place'] = ['template', 'createFromLibrary'];

const button = (
	label: string,
	field: string,
	values: object,
): Omit<Constraint, 'inside' | 'outside'> => ({
	place: FROM_LIBRARY,
	label: `Button Inputs 1: ${label}`,
	path: `libraryTemplateButtonInputs.button.0.${field}`,
	more: { libraryTemplateButtonInputs: { button: [values] } },
});
const otp = {
	type: 'OTP',
	otpType: 'ONE_TAP',
	supportedApps: { app: [{ packageName: 'a', signatureHash: 'b' }] },
};

const library: Constraint[] = [
	{ place: FROM_LIBRARY, label: 'Template Name', path: 'templateName', ...upTo(512, true) },
	{
		place: FROM_LIBRARY,
		label: 'Library Template',
		path: 'libraryTemplateName.value',
		more: { libraryTemplateName: chosen('a') },
		...upTo(512, true),
	},
	{ place: FROM_LIBRARY, label: 'Category', path: 'templateCategory', ...upTo(100, true) },
	{
		place: FROM_LIBRARY,
		label: 'Language Code',
		path: 'templateLanguageCode',
		...requiredLanguage,
	},
	{
		...button('Type', 'type', { type: 'a', phoneNumber: '1', baseUrl: 'https://b' }),
		...upTo(25, true),
	},
	{
		...button('Phone Number', 'phoneNumber', { type: 'PHONE_NUMBER' }),
		inside: ['+4915112345678', '+491234567890123'],
		outside: ['0151 12345678', `+4${digits(15)}`, '', ' \n', null],
		sent: asPhoneNumber,
	},
	{ ...button('Base URL', 'baseUrl', { type: 'URL' }), ...linkUpTo(400) },
	{
		...button('URL Example', 'urlSuffixExample', { type: 'URL', baseUrl: 'https://b' }),
		...upTo(400),
	},
	{ ...button('OTP Type', 'otpType', otp), ...upTo(25, true) },
	{
		...button('Supported Apps 1: Package Name', 'supportedApps.app.0.packageName', otp),
		...upTo(100, true),
	},
	{
		...button('Supported Apps 1: Signature Hash', 'supportedApps.app.0.signatureHash', otp),
		...upTo(100, true),
	},
	...[
		'addContactNumber',
		'addLearnMoreLink',
		'addSecurityRecommendation',
		'addTrackPackageLink',
	].map(
		(name): Constraint => ({
			place: FROM_LIBRARY,
			label: name.replace(/([A-Z])/g, ' $1').replace(/^a/, 'A'),
			path: `libraryTemplateBodyInputs.${name}`,
			...switches,
		}),
	),
	{
		place: FROM_LIBRARY,
		label: 'Code Expiration (Minutes)',
		path: 'libraryTemplateBodyInputs.codeExpirationMinutes',
		inside: [1, 90],
		outside: [0, 91, 1.5, 'ten'],
	},
];

const versions: Constraint[] = forAll(
	[
		['call', 'sendEvent'],
		['message', 'markAsRead'],
		['message', 'send'],
	],
	{
		label: 'Meta API Version',
		path: 'options.metaApiVersion',
		inside: ['v20.0', 'v24.0', 'v100.12'],
		outside: ['v19.0', '20.0', 'v20', 'V20.0', 'v2.0', letters(200)],
	},
);

const limits: Constraint[] = forAll(
	[
		['businessAccount', 'getAll'],
		['flow', 'getAll'],
		['template', 'getAll'],
		['template', 'getLibrary'],
	],
	{ label: 'Limit', path: 'limit', inside: [1, 100], outside: [0, -1, 1.5, 'x'] },
);

export const texts: Constraint[] = [...flows, ...templates, ...library, ...versions, ...limits];
