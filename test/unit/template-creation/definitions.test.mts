import { describe, expect, it } from '@jest/globals';
import { BODY, definitionOf, examples, rows, SENT_BODY, type Values } from './form.mts';

const whole = (components: unknown[], more: Values = {}) => ({
	name: 'order_update',
	language: 'en_US',
	category: 'UTILITY',
	components,
	...more,
});
const buttons = (...list: unknown[]) => ({ type: 'BUTTONS', buttons: list });
const withButtons = (...row: object[]) => ({ buttons: rows(...row) });
const HANDLE = '4::aW1hZ2UvanBlZw==:ARZ0';
const handle = { example: { header_handle: [HANDLE] } };
const APPS = rows({ packageName: 'org.example.app', signatureHash: 'K8a/AINcGX7' });
const SENT_APPS = [{ package_name: 'org.example.app', signature_hash: 'K8a/AINcGX7' }];

const code = (values: Values) => ({
	templateType: 'authentication',
	addSecurityRecommendation: true,
	codeExpirationMinutes: 10,
	otpType: 'COPY_CODE',
	...values,
});
const sentCode = (
	button: object,
	footer: object[] = [{ type: 'FOOTER', code_expiration_minutes: 10 }],
) =>
	whole(
		[
			{ type: 'BODY', add_security_recommendation: true },
			...footer,
			buttons({ type: 'OTP', ...button }),
		],
		{ category: 'AUTHENTICATION' },
	);

const FLOW_JSON = { version: '7.3', screens: [{ id: 'A' }] };

const CASES: Array<[name: string, values: Values, definition: object]> = [
	['a text', {}, whole([SENT_BODY])],
	[
		'header, body and footer',
		{ headerFormat: 'TEXT', headerText: 'News', footerText: 'Reply STOP' },
		whole([
			{ type: 'HEADER', format: 'TEXT', text: 'News' },
			SENT_BODY,
			{ type: 'FOOTER', text: 'Reply STOP' },
		]),
	],
	[
		'numbered variables with their examples, given in any order',
		{
			headerFormat: 'TEXT',
			headerText: 'Order {{1}}',
			headerExample: 'A-17',
			bodyText: 'Hi {{1}}, order {{2}} is on its way, {{1}}!',
			bodyExamples: examples({ '2': 'A-17', '{{1}}': 'Ada' }),
		},
		whole([
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Order {{1}}',
				example: { header_text: ['A-17'] },
			},
			{
				type: 'BODY',
				text: 'Hi {{1}}, order {{2}} is on its way, {{1}}!',
				example: { body_text: [['Ada', 'A-17']] },
			},
		]),
	],
	[
		'named variables',
		{
			headerFormat: 'TEXT',
			headerText: 'For {{first_name}}',
			headerExample: 'Ada',
			bodyText: 'Hi {{first_name}}, order {{order_id}} is here.',
			bodyExamples: examples({ first_name: 'Ada', order_id: 'A-17' }),
		},
		whole(
			[
				{
					type: 'HEADER',
					format: 'TEXT',
					text: 'For {{first_name}}',
					example: {
						header_text_named_params: [{ param_name: 'first_name', example: 'Ada' }],
					},
				},
				{
					type: 'BODY',
					text: 'Hi {{first_name}}, order {{order_id}} is here.',
					example: {
						body_text_named_params: [
							{ param_name: 'first_name', example: 'Ada' },
							{ param_name: 'order_id', example: 'A-17' },
						],
					},
				},
			],
			{ parameter_format: 'NAMED' },
		),
	],
	[
		'variables in single braces, with their examples in order',
		{
			headerFormat: 'TEXT',
			headerText: 'For {first_name}',
			headerExample: 'Ada',
			bodyText: 'Hi {first_name}, order { order_id } is here.',
			bodyExamples: rows({ variable: '', example: 'Ada' }, { example: 'A-17' }),
		},
		whole(
			[
				{
					type: 'HEADER',
					format: 'TEXT',
					text: 'For {{first_name}}',
					example: {
						header_text_named_params: [{ param_name: 'first_name', example: 'Ada' }],
					},
				},
				{
					type: 'BODY',
					text: 'Hi {{first_name}}, order {{order_id}} is here.',
					example: {
						body_text_named_params: [
							{ param_name: 'first_name', example: 'Ada' },
							{ param_name: 'order_id', example: 'A-17' },
						],
					},
				},
			],
			{ parameter_format: 'NAMED' },
		),
	],
	[
		'numbered variables, of which one example is named and the others come in order',
		{
			bodyText: 'Hi {2}, order {1} of {3} is here.',
			bodyExamples: rows(
				{ example: 'A-17' },
				{ variable: '{2}', example: 'Ada' },
				{ example: 'B' },
			),
		},
		whole([
			{
				type: 'BODY',
				text: 'Hi {{2}}, order {{1}} of {{3}} is here.',
				example: { body_text: [['A-17', 'Ada', 'B']] },
			},
		]),
	],
	...['DOCUMENT', 'GIF', 'IMAGE', 'VIDEO'].map((format): [string, Values, object] => [
		`a header of the format ${format}`,
		{ headerFormat: format, headerHandle: HANDLE },
		whole([{ type: 'HEADER', format, ...handle }, SENT_BODY]),
	]),
	[
		'a place as header',
		{ headerFormat: 'LOCATION' },
		whole([{ type: 'HEADER', format: 'LOCATION' }, SENT_BODY]),
	],
	[
		'quick replies and other buttons in two groups',
		withButtons(
			{ buttonType: 'QUICK_REPLY', text: 'Yes' },
			{ buttonType: 'QUICK_REPLY', text: 'No' },
			{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+49 (0)151/12345678' },
			{ buttonType: 'URL', text: 'Shop', url: 'https://example.com/' },
		),
		whole([
			SENT_BODY,
			buttons(
				{ type: 'QUICK_REPLY', text: 'Yes' },
				{ type: 'QUICK_REPLY', text: 'No' },
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
				{ type: 'URL', text: 'Shop', url: 'https://example.com/' },
			),
		]),
	],
	[
		'a link with a variable',
		withButtons({
			buttonType: 'URL',
			text: 'Track',
			url: 'https://example.com/orders/{{1}}',
			urlExample: 'https://example.com/orders/4711',
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'URL',
				text: 'Track',
				url: 'https://example.com/orders/{{1}}',
				example: ['https://example.com/orders/4711'],
			}),
		]),
	],
	[
		'a link with a variable in single braces, and the bare value as example',
		withButtons({
			buttonType: 'URL',
			text: 'Shop Now',
			url: 'https://example.com/shop?promo={1}',
			urlExample: 'summer2023',
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'URL',
				text: 'Shop Now',
				url: 'https://example.com/shop?promo={{1}}',
				example: ['summer2023'],
			}),
		]),
	],
	[
		'a link that opens an app',
		withButtons({
			buttonType: 'URL',
			text: 'View Deals',
			url: 'https://example.com/deals/{1}',
			urlExample: 'summer',
			options: { androidDeepLink: 'example://deals/{1}', metaAppId: 634974688087057 },
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'URL',
				text: 'View Deals',
				url: 'https://example.com/deals/{{1}}',
				example: ['summer'],
				app_deep_link: {
					meta_app_id: 634974688087057,
					android_deep_link: 'example://deals/{{1}}',
					android_fallback_playstore_url: 'https://example.com/deals/{{1}}',
				},
			}),
		]),
	],
	[
		'a link that opens an app, with a fallback and an ID that no number can hold',
		withButtons({
			buttonType: 'URL',
			text: 'View Deals',
			url: 'https://example.com/',
			options: {
				androidDeepLink: 'example://deals',
				androidFallbackPlaystoreUrl: 'https://play.google.com/store/apps/details?id=org.example',
				metaAppId: '99999999999999999',
			},
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'URL',
				text: 'View Deals',
				url: 'https://example.com/',
				app_deep_link: {
					meta_app_id: '99999999999999999',
					android_deep_link: 'example://deals',
					android_fallback_playstore_url:
						'https://play.google.com/store/apps/details?id=org.example',
				},
			}),
		]),
	],
	[
		'a link that is shown as a payment',
		withButtons({
			buttonType: 'URL',
			text: 'Pay now',
			url: 'https://rzp.io/i/{1}',
			urlExample: 'abc123XYZ',
			options: { paymentLinkPreview: true },
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'URL',
				text: 'Pay now',
				url: 'https://rzp.io/i/{{1}}',
				example: ['abc123XYZ'],
				payment_link_preview: true,
			}),
		]),
	],
	[
		'a link that is not shown as a payment',
		withButtons({
			buttonType: 'URL',
			text: 'Pay now',
			url: 'https://example.com/',
			options: { paymentLinkPreview: false },
		}),
		whole([SENT_BODY, buttons({ type: 'URL', text: 'Pay now', url: 'https://example.com/' })]),
	],
	[
		'a flow by its name',
		withButtons({
			buttonType: 'FLOW',
			text: 'Book',
			flowBy: 'flowName',
			flowName: 'Book an appointment',
			flowScreen: 'APPOINTMENT',
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'FLOW',
				text: 'Book',
				flow_name: 'Book an appointment',
				flow_action: 'navigate',
				navigate_screen: 'APPOINTMENT',
			}),
		]),
	],
	...[FLOW_JSON, JSON.stringify(FLOW_JSON, null, 2)].map((flowJson): [string, Values, object] => [
		`a flow that is made along with it, as ${typeof flowJson}`,
		withButtons({ buttonType: 'FLOW', text: 'Book', flowBy: 'flowJson', flowJson }),
		whole([
			SENT_BODY,
			buttons({
				type: 'FLOW',
				text: 'Book',
				flow_json: JSON.stringify(FLOW_JSON),
				flow_action: 'navigate',
			}),
		]),
	]),
	[
		'a coupon code',
		{
			...withButtons({ buttonType: 'COPY_CODE', codeExample: 'SPRING20' }),
			templateCategory: 'MARKETING',
		},
		whole([SENT_BODY, buttons({ type: 'COPY_CODE', example: 'SPRING20' })], {
			category: 'MARKETING',
		}),
	],
	[
		'a flow that opens with a screen',
		withButtons({
			buttonType: 'FLOW',
			text: 'Book',
			flowId: { __rl: true, mode: 'id', value: '1013859600285441' },
			flowAction: 'navigate',
			flowScreen: 'APPOINTMENT',
			flowIcon: 'REVIEW',
		}),
		whole([
			SENT_BODY,
			buttons({
				type: 'FLOW',
				text: 'Book',
				flow_id: '1013859600285441',
				flow_action: 'navigate',
				navigate_screen: 'APPOINTMENT',
				icon: 'REVIEW',
			}),
		]),
	],
	[
		'a flow that asks its endpoint',
		withButtons({ buttonType: 'FLOW', text: 'Book', flowId: '17', flowAction: 'data_exchange' }),
		whole([
			SENT_BODY,
			buttons({ type: 'FLOW', text: 'Book', flow_id: '17', flow_action: 'data_exchange' }),
		]),
	],
	[
		'a voice call',
		withButtons({ buttonType: 'VOICE_CALL', text: 'Call us' }),
		whole([SENT_BODY, buttons({ type: 'VOICE_CALL', text: 'Call us' })]),
	],
	[
		'the catalog',
		withButtons({ buttonType: 'CATALOG' }),
		whole([SENT_BODY, buttons({ type: 'CATALOG', text: 'View catalog' })]),
	],
	[
		'several products',
		withButtons({ buttonType: 'MPM' }),
		whole([SENT_BODY, buttons({ type: 'MPM', text: 'View items' })]),
	],
	[
		'a request for the phone number',
		withButtons({ buttonType: 'REQUEST_CONTACT_INFO' }),
		whole([SENT_BODY, buttons({ type: 'REQUEST_CONTACT_INFO', text: 'Share Contact Info' })]),
	],
	[
		'an order to pay',
		withButtons({ buttonType: 'ORDER_DETAILS', text: 'Review and Pay' }),
		whole([SENT_BODY, buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })], {
			display_format: 'ORDER_DETAILS',
		}),
	],
	['a code to copy', code({}), sentCode({ otp_type: 'COPY_CODE' })],
	[
		'a code without footer and with a text of its own on the button',
		code({ codeExpirationMinutes: 0, otpButtonText: 'Copy' }),
		sentCode({ otp_type: 'COPY_CODE', text: 'Copy' }, []),
	],
	[
		'a code with one tap',
		code({ otpType: 'ONE_TAP', autofillText: 'Autofill', supportedApps: APPS }),
		sentCode({ otp_type: 'ONE_TAP', autofill_text: 'Autofill', supported_apps: SENT_APPS }),
	],
	[
		'a code without a tap',
		code({ otpType: 'ZERO_TAP', zeroTapTermsAccepted: true, supportedApps: APPS }),
		sentCode({ otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true, supported_apps: SENT_APPS }),
	],
	[
		'a request for the permission to call',
		{ templateType: 'callPermissionRequest' },
		whole([SENT_BODY, { type: 'CALL_PERMISSION_REQUEST' }]),
	],
	[
		'a limited-time offer',
		{
			templateType: 'limitedTimeOffer',
			templateCategory: 'MARKETING',
			headerFormat: 'IMAGE',
			headerHandle: HANDLE,
			offerText: 'Expiring offer!',
			offerExpires: true,
			...withButtons(
				{ buttonType: 'COPY_CODE', codeExample: 'CARIBE25' },
				{ buttonType: 'URL', text: 'Book', url: 'https://example.com/' },
			),
		},
		whole(
			[
				{ type: 'HEADER', format: 'IMAGE', ...handle },
				{
					type: 'LIMITED_TIME_OFFER',
					limited_time_offer: { text: 'Expiring offer!', has_expiration: true },
				},
				SENT_BODY,
				buttons(
					{ type: 'COPY_CODE', example: 'CARIBE25' },
					{ type: 'URL', text: 'Book', url: 'https://example.com/' },
				),
			],
			{ category: 'MARKETING' },
		),
	],
	[
		'a carousel with pictures',
		{
			templateType: 'carousel',
			templateCategory: 'MARKETING',
			cardHeaderFormat: 'IMAGE',
			cards: rows(
				...['One', 'Two'].map((text) => ({
					headerHandle: HANDLE,
					bodyText: `${text}: {{1}} now.`,
					bodyExamples: examples({ '1': 'Shoes' }),
					buttons: rows({ buttonType: 'QUICK_REPLY', text: 'More' }),
				})),
			),
		},
		whole(
			[
				SENT_BODY,
				{
					type: 'CAROUSEL',
					cards: ['One', 'Two'].map((text) => ({
						components: [
							{ type: 'HEADER', format: 'IMAGE', ...handle },
							{
								type: 'BODY',
								text: `${text}: {{1}} now.`,
								example: { body_text: [['Shoes']] },
							},
							buttons({ type: 'QUICK_REPLY', text: 'More' }),
						],
					})),
				},
			],
			{ category: 'MARKETING' },
		),
	],
	[
		'a carousel with products',
		{
			templateType: 'carousel',
			templateCategory: 'MARKETING',
			cardHeaderFormat: 'PRODUCT',
			cards: rows(
				{ buttons: rows({ buttonType: 'SPM' }) },
				{ buttons: rows({ buttonType: 'SPM' }) },
			),
		},
		whole(
			[
				SENT_BODY,
				{
					type: 'CAROUSEL',
					cards: [1, 2].map(() => ({
						components: [
							{ type: 'HEADER', format: 'PRODUCT' },
							buttons({ type: 'SPM', text: 'View' }),
						],
					})),
				},
			],
			{ category: 'MARKETING' },
		),
	],
	[
		'one product',
		{ templateType: 'product', templateCategory: 'MARKETING', footerText: 'While stocks last' },
		whole(
			[
				{ type: 'HEADER', format: 'PRODUCT' },
				SENT_BODY,
				{ type: 'FOOTER', text: 'While stocks last' },
				buttons({ type: 'SPM', text: 'View' }),
			],
			{ category: 'MARKETING' },
		),
	],
	[
		'a time to live, and links that are not counted',
		{ additionalFields: { messageSendTtlSeconds: 3600, ctaUrlLinkTrackingOptedOut: true } },
		whole([SENT_BODY], {
			message_send_ttl_seconds: 3600,
			cta_url_link_tracking_opted_out: true,
		}),
	],
];

describe('a template by form', () => {
	it('is tested with 25 definitions or more', () => {
		expect(CASES.length).toBeGreaterThanOrEqual(25);
	});

	it.each(CASES)('becomes %s', (_name, values, definition) => {
		expect(definitionOf(values)).toEqual(definition);
	});

	it('ignores what was filled in for another type', () => {
		expect(
			definitionOf({
				...BODY,
				headerFormat: 'NONE',
				headerText: 'Old {{1}}',
				cards: rows({}),
				offerText: 'Old',
				otpType: 'ONE_TAP',
			}),
		).toEqual(whole([SENT_BODY]));
	});
});
