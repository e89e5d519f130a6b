import type { Component } from './template-definition.mts';
import type { Template } from './templates.mts';

export type TemplateSeed = Omit<Template, 'metaTemplateId'>;

export const headerHandle = (mimeType: string): string =>
	`4::${Buffer.from(mimeType).toString('base64')}:ARbLocalAwsSample:e:1790000000:1:2`;

export function template(
	name: string,
	category: string,
	components: Component[],
	facts: Partial<TemplateSeed> = {},
): TemplateSeed {
	return {
		name,
		category,
		components,
		language: 'en_US',
		parameterFormat: 'POSITIONAL',
		status: 'APPROVED',
		qualityScore: 'GREEN',
		rest: {},
		...facts,
	};
}

export const body = (text: string, ...examples: string[]): Component => ({
	type: 'BODY',
	text,
	...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
});

const orderUpdate = (businessName: string): TemplateSeed[] => [
	template('order_update', 'UTILITY', [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['A-1042'] } },
		body(
			'Hello {{1}}, your order {{2}} leaves our shop today and arrives on {{3}}.',
			'Ada',
			'A-1042',
			'Friday',
		),
		{ type: 'FOOTER', text: businessName },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'Change address' },
				{ type: 'QUICK_REPLY', text: 'Call me' },
			],
		},
	]),
	template(
		'order_update',
		'UTILITY',
		[
			body(
				'Hallo {{1}}, Ihre Bestellung {{2}} ist unterwegs und kommt am {{3}} an.',
				'Ada',
				'A-1042',
				'Freitag',
			),
		],
		{ language: 'de', qualityScore: 'YELLOW' },
	),
];

const carousel = template('new_arrivals', 'MARKETING', [
	body('{{1}}, have a look at what is new this month:', 'Ada'),
	{
		type: 'CAROUSEL',
		cards: ['beans', 'cups'].map((product) => ({
			components: [
				{
					type: 'HEADER',
					format: 'IMAGE',
					example: { header_handle: [headerHandle('image/jpeg')] },
				},
				body(`Our new ${product}, only {{1}}.`, '12 EUR'),
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: `More ${product}` },
						{
							type: 'URL',
							text: 'Buy',
							url: `https://shop.example/${product}/{{1}}`,
							example: [`https://shop.example/${product}/1`],
						},
					],
				},
			],
		})),
	},
]);

const invoice = template('invoice_ready', 'UTILITY', [
	{
		type: 'HEADER',
		format: 'DOCUMENT',
		example: { header_handle: [headerHandle('application/pdf')] },
	},
	body('Your invoice {{1}} for {{2}} is attached.', '2026-118', '48.20 EUR'),
	{
		type: 'BUTTONS',
		buttons: [
			{
				type: 'URL',
				text: 'Pay now',
				url: 'https://shop.example/pay/{{1}}',
				example: ['https://shop.example/pay/2026-118'],
			},
		],
	},
]);

const signInCode = template('sign_in_code', 'AUTHENTICATION', [
	{
		type: 'BODY',
		text: '*{{1}}* is your verification code. For your security, do not share this code.',
		add_security_recommendation: true,
		example: { body_text: [['123456']] },
	},
	{
		type: 'FOOTER',
		text: 'This code expires in 10 minutes.',
		code_expiration_minutes: 10,
	},
	{
		type: 'BUTTONS',
		buttons: [
			{
				type: 'URL',
				text: 'Copy code',
				url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
				example: ['https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456'],
			},
		],
	},
]);

const appointment = template(
	'appointment_reminder',
	'UTILITY',
	[
		{
			type: 'BODY',
			text: 'Hello {{first_name}}, we expect you on {{day}} at {{time}}.',
			example: {
				body_text_named_params: [
					{ param_name: 'first_name', example: 'Ada' },
					{ param_name: 'day', example: 'Monday' },
					{ param_name: 'time', example: '10:30' },
				],
			},
		},
	],
	{ parameterFormat: 'NAMED' },
);

const springSale = template(
	'spring_sale',
	'MARKETING',
	[
		{
			type: 'HEADER',
			format: 'IMAGE',
			example: { header_handle: [headerHandle('image/png')] },
		},
		body('Spring is here, and with it {{1}} off everything.', '20 %'),
	],
	{ status: 'PENDING', qualityScore: 'UNKNOWN' },
);

const refused = template(
	'win_a_prize',
	'MARKETING',
	[body('You have won! Claim your prize now.')],
	{
		status: 'REJECTED',
		qualityScore: 'UNKNOWN',
		rest: { rejected_reason: 'PROMOTIONAL' },
	},
);

/** One of every kind that needs something else from the sender. */
export function seedTemplates(businessName: string): TemplateSeed[] {
	const seeds = [
		...orderUpdate(businessName),
		invoice,
		signInCode,
		carousel,
		appointment,
		springSale,
		refused,
	];
	// Each account changes its own.
	return structuredClone(seeds);
}

export function generateTemplate(number: number): TemplateSeed {
	const suffix = String(number).padStart(5, '0');
	return template(`notice_${suffix}`, 'UTILITY', [
		body(`Notice ${suffix} for {{1}}: your request has been received.`, 'Ada'),
	]);
}
