export interface LibraryButton {
	type: string;
	text: string;
	phoneNumber?: string;
	url?: string;
	otpType?: string;
	zeroTapTermsAccepted?: boolean;
	supportedApps?: Array<Record<string, string>>;
}

/** A template Meta has written and reviewed, in the words of the API. */
export interface LibraryTemplate {
	templateName: string;
	templateLanguage: string;
	templateCategory: string;
	templateTopic: string;
	templateUseCase: string;
	templateIndustry: string[];
	templateHeader?: string;
	templateBody: string;
	templateButtons?: LibraryButton[];
	templateId: string;
	templateBodyExampleParams: string[];
}

type Topic = [topic: string, useCase: string, industry: string[]];

const shopping = ['E_COMMERCE'];
const finance = ['FINANCIAL_SERVICES'];
const delivery: Topic = ['ORDER_MANAGEMENT', 'SHIPMENT_CONFIRMATION', shopping];
const firstId = 7_000_000_000_001;

function entry(
	templateName: string,
	[templateTopic, templateUseCase, templateIndustry]: Topic,
	templateBody: string,
	templateBodyExampleParams: string[],
	facts: Partial<LibraryTemplate> = {},
): Omit<LibraryTemplate, 'templateId'> {
	return {
		templateName,
		templateLanguage: 'en_US',
		templateCategory: 'UTILITY',
		templateTopic,
		templateUseCase,
		templateIndustry,
		templateBody,
		templateBodyExampleParams,
		...facts,
	};
}

const link = (text: string): LibraryButton => ({
	type: 'URL',
	text,
	url: 'https://www.example.com/',
});

const call: LibraryButton = { type: 'PHONE_NUMBER', text: 'Call us', phoneNumber: '+16505551234' };

export function seedLibrary(): LibraryTemplate[] {
	const entries = [
		entry(
			'delivery_update_1',
			delivery,
			'{{1}}, your order {{2}} has shipped and should arrive on {{3}}.',
			['Jim', '#12345', 'Jan 1, 2026'],
			{ templateHeader: 'Order shipped', templateButtons: [link('Track order')] },
		),
		entry(
			'delivery_update_1',
			delivery,
			'{{1}}, tu pedido {{2}} se envió y debería llegar el {{3}}.',
			['Jim', '#12345', '1 de enero de 2026'],
			{
				templateLanguage: 'es',
				templateHeader: 'Pedido enviado',
				templateButtons: [link('Rastrear')],
			},
		),
		entry(
			'delivery_failed_2',
			['ORDER_MANAGEMENT', 'DELIVERY_FAILED', shopping],
			'We could not deliver your order {{1}} today. Please choose another day.',
			['#12345'],
			{ templateButtons: [link('Choose a day'), call] },
		),
		entry(
			'order_confirmed_1',
			['ORDER_MANAGEMENT', 'ORDER_CONFIRMATION', shopping],
			'Thank you, {{1}}! Your order {{2}} is confirmed.',
			['Jim', '#12345'],
			{ templateHeader: 'Order confirmed' },
		),
		entry(
			'order_canceled_1',
			['ORDER_MANAGEMENT', 'ORDER_OR_TRANSACTION_CANCEL', shopping],
			'Your order {{1}} has been canceled. The refund of {{2}} is on its way.',
			['#12345', '$42.00'],
		),
		entry(
			'payment_received_1',
			['PAYMENTS', 'PAYMENT_CONFIRMATION', [...finance, ...shopping]],
			'We have received your payment of {{1}} for {{2}}.',
			['$42.00', 'invoice 2026-118'],
			{ templateHeader: 'Payment received' },
		),
		entry(
			'payment_due_3',
			['PAYMENTS', 'PAYMENT_DUE_REMINDER', finance],
			'Hi {{1}}, your payment of {{2}} is due on {{3}}.',
			['Jim', '$42.00', 'Jan 1, 2026'],
			{ templateButtons: [link('Pay now'), call] },
		),
		entry(
			'low_balance_warning_1',
			['ACCOUNT_UPDATE', 'LOW_BALANCE_WARNING', finance],
			'The balance of your account ending in {{1}} is below {{2}}.',
			['4711', '$100.00'],
		),
		entry(
			'account_created_1',
			['ACCOUNT_UPDATE', 'ACCOUNT_CREATION_CONFIRMATION', [...finance, ...shopping]],
			'Welcome, {{1}}! Your account has been created.',
			['Jim'],
			{ templateButtons: [{ type: 'QUICK_REPLY', text: 'Get started' }] },
		),
		entry(
			'feedback_survey_2',
			['CUSTOMER_FEEDBACK', 'FEEDBACK_SURVEY', shopping],
			'How did you like {{1}}? Your answer takes less than a minute.',
			['your visit'],
			{ templateButtons: [link('Take the survey')] },
		),
		entry(
			'appointment_reminder_1',
			['EVENT_REMINDER', 'APPOINTMENT_REMINDER', finance],
			'A reminder of your appointment with {{1}} on {{2}}.',
			['Ms Lovelace', 'Jan 1, 2026 at 10:30'],
		),
		entry(
			'verify_code_1',
			['ACCOUNT_UPDATE', 'VERIFY_CODE', finance],
			'{{1}} is your verification code.',
			['123456'],
			{
				templateCategory: 'AUTHENTICATION',
				templateButtons: [
					{
						type: 'OTP',
						text: 'Autofill',
						otpType: 'ONE_TAP',
						zeroTapTermsAccepted: false,
						supportedApps: [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }],
					},
				],
			},
		),
	];
	return entries.map((one, index) => ({ ...one, templateId: String(firstId + index) }));
}

export function generateLibraryTemplate(number: number): LibraryTemplate {
	const suffix = String(number).padStart(5, '0');
	return {
		...entry(`parcel_notice_${suffix}`, delivery, 'Parcel {{1}} is on its way.', [suffix]),
		templateId: String(firstId + number),
	};
}
