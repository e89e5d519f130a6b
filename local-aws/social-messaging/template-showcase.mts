import type { Account } from './account.mts';
import type { Component } from './template-definition.mts';
import { body, headerHandle, template } from './template-seed.mts';
import type { TemplateSeed } from './template-seed.mts';

const mediaHeader = (format: 'IMAGE' | 'VIDEO', mimeType: string): Component => ({
	type: 'HEADER',
	format,
	example: { header_handle: [headerHandle(mimeType)] },
});

const buttons = (...all: Component[]): Component => ({ type: 'BUTTONS', buttons: all });

const urlButton = (text: string, path: string, example: string): Component => ({
	type: 'URL',
	text,
	url: `https://shop.example/${path}/{{1}}`,
	example: [`https://shop.example/${path}/${example}`],
});

const withManyButtons = template('season_offer', 'MARKETING', [
	mediaHeader('IMAGE', 'image/jpeg'),
	body('Hello {{1}}, take {{2}} off every coffee until {{3}}.', 'Ada', '20 %', 'Sunday'),
	{ type: 'FOOTER', text: 'Reply STOP to hear no more of this' },
	buttons(
		{ type: 'QUICK_REPLY', text: 'Tell me more' },
		{ type: 'QUICK_REPLY', text: 'Not for me' },
		urlButton('Order now', 'offers', 'spring'),
		{ type: 'URL', text: 'All our shops', url: 'https://shop.example/shops' },
		{ type: 'PHONE_NUMBER', text: 'Call the shop', phone_number: '+4930901820' },
		{ type: 'COPY_CODE', example: 'SPRING20' },
	),
]);

const withNames = template(
	'delivery_window',
	'UTILITY',
	[
		{
			type: 'HEADER',
			format: 'TEXT',
			text: 'Parcel {{parcel}}',
			example: { header_text_named_params: [{ param_name: 'parcel', example: 'A-17' }] },
		},
		{
			type: 'BODY',
			text: 'Hello {{first_name}}, we deliver on *{{day}}*. Is that convenient?',
			example: {
				body_text_named_params: [
					{ param_name: 'first_name', example: 'Ada' },
					{ param_name: 'day', example: 'Monday' },
				],
			},
		},
		buttons({
			type: 'URL',
			text: 'Track the parcel',
			url: 'https://shop.example/track/{{parcel}}',
			example: ['https://shop.example/track/A-17'],
		}),
	],
	{ parameterFormat: 'NAMED' },
);

const withHeaders = [
	template('brewing_course', 'MARKETING', [
		mediaHeader('VIDEO', 'video/mp4'),
		body('Learn to brew with {{1}}. The course starts on {{2}}.', 'Ada', 'Friday'),
	]),
	template('courier_here', 'UTILITY', [
		{ type: 'HEADER', format: 'LOCATION' },
		body('Your courier {{1}} waits for you here.', 'Ben'),
		buttons({ type: 'VOICE_CALL', text: 'Call the courier' }),
	]),
];

const oneTimePassword = template('login_code', 'AUTHENTICATION', [
	{
		type: 'BODY',
		text: '*{{1}}* is your verification code.',
		example: { body_text: [['123456']] },
	},
	buttons({
		type: 'URL',
		text: 'Copy code',
		url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=5&code=otp{{1}}',
		example: [
			'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=5&code=otp123456',
		],
	}),
]);

const limitedTimeOffer = template('flash_sale', 'MARKETING', [
	mediaHeader('IMAGE', 'image/jpeg'),
	{
		type: 'LIMITED_TIME_OFFER',
		limited_time_offer: { text: 'Flash sale!', has_expiration: true },
	},
	body('Good news, {{1}}: your code takes 20 % off.', 'Ada'),
	buttons({ type: 'COPY_CODE', example: 'FLASH20' }, urlButton('Shop now', 'sale', 'ref17')),
]);

const withProducts = [
	template('product_of_the_week', 'MARKETING', [
		{ type: 'HEADER', format: 'PRODUCT' },
		body('{{1}}, this one is for you.', 'Ada'),
		buttons({ type: 'SPM', text: 'View' }),
	]),
	template('favourite_products', 'MARKETING', [
		body('{{1}}, these are our most loved products:', 'Ada'),
		{
			type: 'CAROUSEL',
			cards: [1, 2].map(() => ({
				components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons({ type: 'SPM', text: 'View' })],
			})),
		},
	]),
	template('whole_catalog', 'MARKETING', [
		body('{{1}}, everything we have is a tap away.', 'Ada'),
		buttons({ type: 'CATALOG', text: 'View catalog' }),
	]),
	template('picked_for_you', 'MARKETING', [
		{ type: 'HEADER', format: 'TEXT', text: 'Picked for you' },
		body('{{1}}, we chose these with you in mind.', 'Ada'),
		buttons({ type: 'MPM', text: 'View items' }),
	]),
];

const withProcesses = [
	template('book_a_tasting', 'UTILITY', [
		body('Hello {{1}}, when would you like to taste our new beans?', 'Ada'),
		buttons({
			type: 'FLOW',
			text: 'Choose a day',
			flow_id: '1427005110020100',
			flow_action: 'NAVIGATE',
			navigate_screen: 'CHOOSE_DAY',
		}),
	]),
	template(
		'pay_order',
		'UTILITY',
		[
			body('Olá {{1}}, o seu pedido está pronto para pagamento.', 'Ada'),
			buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' }),
		],
		{ language: 'pt_BR', rest: { display_format: 'ORDER_DETAILS' } },
	),
	template('may_we_call', 'UTILITY', [
		body('Hello {{1}}, we would like to talk about your order.', 'Ada'),
		{ type: 'CALL_PERMISSION_REQUEST' },
	]),
	template('your_number', 'UTILITY', [
		body('Hello {{1}}, how may we reach you?', 'Ada'),
		buttons({ type: 'REQUEST_CONTACT_INFO', text: 'Share Contact Info' }),
	]),
];

const notToBeSent = [
	template('winter_sale', 'MARKETING', [body('Winter prices end on {{1}}.', 'Sunday')], {
		status: 'PAUSED',
		qualityScore: 'RED',
	}),
	template('summer_sale', 'MARKETING', [body('Summer prices start on {{1}}.', 'Monday')], {
		status: 'PENDING',
		qualityScore: 'UNKNOWN',
	}),
];

/** What the seed leaves out: templates of every other shape, to look at and to send. */
export function showcaseTemplates(): TemplateSeed[] {
	return structuredClone([
		withManyButtons,
		withNames,
		...withHeaders,
		oneTimePassword,
		limitedTimeOffer,
		...withProducts,
		...withProcesses,
		...notToBeSent,
	]);
}

/** For people to play with; tests count on the templates of the seed alone. */
export function addShowcaseTemplates(account: Account, businessAccountId: string): void {
	const templates = account.templates(businessAccountId);
	for (const seed of showcaseTemplates()) {
		const { status, qualityScore } = seed;
		const created = templates.create(seed);
		// They were reviewed long ago, and the one that is pending stays so.
		delete created.approvedAt;
		Object.assign(created, { status, qualityScore });
	}
}
