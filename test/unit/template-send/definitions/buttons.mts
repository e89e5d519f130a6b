import {
	body,
	bodyOf,
	button,
	buttons,
	field,
	named,
	OPTIONAL,
	STATIC_BODY,
	TAP_TARGET,
	template,
	text,
	type TemplateCase,
} from './definition.mts';

const TRACK = {
	type: 'URL',
	text: 'Track',
	url: 'https://example.org/track/{{1}}',
	example: ['https://example.org/track/A-17'],
};
const TRACK_FIELD = field(
	'button1UrlSuffix',
	'Button 1 link',
	'Button 1 link “Track”: the part after https://example.org/track/ (e.g. A-17)',
);

const action = (values: Record<string, unknown>) => ({ type: 'action', action: values });
const THUMBNAIL = 'Thumbnail product ID: product whose image is shown';

const ORDER = {
	reference_id: 'A-17',
	type: 'physical-goods',
	currency: 'BRL',
	payment_settings: [
		{
			type: 'pix_dynamic_code',
			pix_dynamic_code: {
				code: '00020101021226700014br.gov.bcb.pix',
				merchant_name: 'Acme',
				key: '39580525000189',
				key_type: 'CNPJ',
			},
		},
	],
	total_amount: { value: 2500, offset: 100 },
	order: {
		status: 'pending',
		items: [
			{ retailer_id: 'SKU-17', name: 'Cake', amount: { value: 2500, offset: 100 }, quantity: 1 },
		],
		subtotal: { value: 2500, offset: 100 },
		tax: { value: 0, offset: 100 },
	},
};

const CALL_FIELDS = [
	field(
		'callTtlMinutes',
		'Voice call button minutes',
		'Voice call button: validity in minutes (1 to 43,200)',
		{ ...OPTIONAL, type: 'number' },
	),
	field(
		'callPayload',
		'Voice call button payload',
		'Voice call button: payload returned with the call',
		OPTIONAL,
	),
];

const FLOW_FIELDS = [
	field(
		'flowToken',
		'Flow token',
		'Flow token “Book”: your own ID, returned with the reply',
		OPTIONAL,
	),
	field('flowData', 'Flow data', 'Flow data: values for the first screen, as JSON', {
		...OPTIONAL,
		type: 'object',
	}),
];

const CATALOG_FIELDS = [
	field(
		'thumbnailProductRetailerId',
		'Thumbnail product ID',
		`${THUMBNAIL}, by default the first one of the catalog`,
		OPTIONAL,
	),
];

/** Templates with every kind of button. */
export const buttonTemplates: TemplateCase[] = [
	{
		name: 'a link whose end is a number',
		definition: template([STATIC_BODY, buttons(TRACK)]),
		fields: [TRACK_FIELD, ...TAP_TARGET],
		values: { button1UrlSuffix: 'A 17/é?x=1&y=100%25' },
		components: [button('url', 0, text('A%2017/%C3%A9?x=1&y=100%25'))],
	},
	{
		name: 'a link whose end has a name',
		definition: template(
			[
				STATIC_BODY,
				buttons({ type: 'URL', text: 'Track', url: 'https://example.org/?order={{order_id}}' }),
			],
			{ parameter_format: 'NAMED' },
		),
		fields: [
			field(
				'order_id',
				'Button 1 link',
				'Button 1 link “Track”: the part after https://example.org/?order=',
			),
			...TAP_TARGET,
		],
		values: { order_id: 17 },
		components: [button('url', 0, named('order_id', '17'))],
	},
	{
		name: 'a link that is the same for everybody, and a telephone number',
		definition: template([
			STATIC_BODY,
			buttons(
				{ type: 'URL', text: 'Shop', url: 'https://example.org/' },
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
			),
		]),
		fields: TAP_TARGET,
		values: {},
	},
	{
		name: 'two links, of which the second has a variable',
		definition: template([
			body('Hi {{1}}.'),
			buttons(
				{ type: 'URL', text: 'Shop', url: 'https://example.org/' },
				{ type: 'URL', text: 'Pay', url: 'https://pay.example.org/{{1}}' },
			),
		]),
		fields: [
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Hi {{1}}.'),
			field(
				'button2UrlSuffix',
				'Button 2 link',
				'Button 2 link “Pay”: the part after https://pay.example.org/',
			),
			...TAP_TARGET,
		],
		values: { bodyText1: 'Ada', button2UrlSuffix: 'A-17' },
		components: [bodyOf(text('Ada')), button('url', 1, text('A-17'))],
	},
	{
		name: 'three replies, of which one carries a payload',
		definition: template([
			STATIC_BODY,
			buttons(
				{ type: 'QUICK_REPLY', text: 'Yes' },
				{ type: 'QUICK_REPLY', text: 'No' },
				{ type: 'QUICK_REPLY', text: 'Stop' },
			),
		]),
		fields: [
			field(
				'button1Payload',
				'Button 1 payload',
				'Button 1 payload “Yes”: payload returned with the reply',
				OPTIONAL,
			),
			field(
				'button2Payload',
				'Button 2 payload',
				'Button 2 payload “No”: payload returned with the reply',
				OPTIONAL,
			),
			field(
				'button3Payload',
				'Button 3 payload',
				'Button 3 payload “Stop”: payload returned with the reply',
				OPTIONAL,
			),
		],
		values: { button1Payload: '', button2Payload: null, button3Payload: 'stop_updates' },
		components: [button('quick_reply', 2, { type: 'payload', payload: 'stop_updates' })],
	},
	{
		name: 'a reply between a link and a telephone number, counted among all buttons',
		definition: template([
			STATIC_BODY,
			buttons(
				TRACK,
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
				{ type: 'QUICK_REPLY', text: 'Done' },
			),
		]),
		fields: [
			TRACK_FIELD,
			field(
				'button3Payload',
				'Button 3 payload',
				'Button 3 payload “Done”: payload returned with the reply',
				OPTIONAL,
			),
			...TAP_TARGET,
		],
		values: { button1UrlSuffix: 'A-17', button3Payload: 'done' },
		components: [
			button('url', 0, text('A-17')),
			button('quick_reply', 2, { type: 'payload', payload: 'done' }),
		],
	},
	{
		name: 'a coupon code',
		definition: template([STATIC_BODY, buttons({ type: 'COPY_CODE', example: ['SPRING25'] })], {
			category: 'MARKETING',
		}),
		fields: [
			field(
				'couponCode',
				'Coupon code',
				'Coupon code: the code that the button copies (e.g. SPRING25)',
			),
		],
		values: { couponCode: 'TWENTY-CHARACTERS-20' },
		components: [
			button('copy_code', 0, { type: 'coupon_code', coupon_code: 'TWENTY-CHARACTERS-20' }),
		],
	},
	{
		name: 'a flow that is given nothing',
		definition: template([
			STATIC_BODY,
			buttons({ type: 'FLOW', text: 'Book', flow_id: '1', flow_action: 'NAVIGATE' }),
		]),
		fields: FLOW_FIELDS,
		values: {},
		components: [button('flow', 0, action({ flow_token: 'unused' }))],
	},
	{
		name: 'a flow with a token and data',
		definition: template([STATIC_BODY, buttons({ type: 'FLOW', text: 'Book', flow_id: '1' })]),
		fields: FLOW_FIELDS,
		values: { flowToken: 'booking-17', flowData: '{ "name": "Ada", "seats": 2 }' },
		components: [
			button(
				'flow',
				0,
				action({ flow_token: 'booking-17', flow_action_data: { name: 'Ada', seats: 2 } }),
			),
		],
	},
	{
		name: 'the catalog with the first product as picture',
		definition: template([STATIC_BODY, buttons({ type: 'CATALOG', text: 'View catalog' })]),
		fields: CATALOG_FIELDS,
		values: {},
	},
	{
		name: 'the catalog with a product as picture',
		definition: template([STATIC_BODY, buttons({ type: 'CATALOG', text: 'View catalog' })]),
		fields: CATALOG_FIELDS,
		values: { thumbnailProductRetailerId: 'SKU-17' },
		components: [button('catalog', 0, action({ thumbnail_product_retailer_id: 'SKU-17' }))],
	},
	{
		name: 'several products',
		definition: template([
			{ type: 'HEADER', format: 'TEXT', text: 'For you' },
			STATIC_BODY,
			buttons({ type: 'MPM', text: 'View items' }),
		]),
		fields: [
			field('thumbnailProductRetailerId', 'Thumbnail product ID', THUMBNAIL),
			field(
				'catalogSections',
				'Sections',
				'Sections: products as JSON, e.g. [{ "title": "Shoes", "products": ["SKU-1"] }]',
				{ type: 'object' },
			),
		],
		values: {
			thumbnailProductRetailerId: 'SKU-1',
			catalogSections: [
				{ title: 'Shoes', products: ['SKU-1', 2] },
				{ title: 'Hats', product_items: [{ product_retailer_id: 'SKU-3' }] },
			],
		},
		components: [
			button(
				'mpm',
				0,
				action({
					thumbnail_product_retailer_id: 'SKU-1',
					sections: [
						{
							title: 'Shoes',
							product_items: [{ product_retailer_id: 'SKU-1' }, { product_retailer_id: '2' }],
						},
						{ title: 'Hats', product_items: [{ product_retailer_id: 'SKU-3' }] },
					],
				}),
			),
		],
	},
	{
		name: 'an order to pay',
		definition: template([STATIC_BODY, buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })]),
		fields: [
			field(
				'orderDetails',
				'Order details',
				"Order details: order and payment as WhatsApp's JSON, as in a message of the type order details",
				{ type: 'object' },
			),
		],
		values: { orderDetails: JSON.stringify(ORDER) },
		components: [button('order_details', 0, action({ order_details: ORDER }))],
	},
	{
		name: 'a call that is offered for a day',
		definition: template([STATIC_BODY, buttons({ type: 'VOICE_CALL', text: 'Call now' })]),
		fields: CALL_FIELDS,
		values: { callTtlMinutes: 1440, callPayload: 'case-17' },
		components: [
			{
				type: 'button',
				sub_type: 'voice_call',
				parameters: [
					{ type: 'ttl_minutes', ttl_minutes: 1440 },
					{ type: 'payload', payload: 'case-17' },
				],
			},
		],
	},
	{
		name: 'a call as WhatsApp has it',
		definition: template([STATIC_BODY, buttons({ type: 'VOICE_CALL', text: 'Call now' })]),
		fields: CALL_FIELDS,
		values: {},
	},
	{
		name: 'a request for the telephone number',
		definition: template([
			STATIC_BODY,
			buttons({ type: 'REQUEST_CONTACT_INFO', text: 'Share Contact Info' }),
		]),
		fields: [],
		values: {},
	},
];
