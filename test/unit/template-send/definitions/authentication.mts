import {
	body,
	bodyOf,
	button,
	buttons,
	field,
	template,
	text,
	type TemplateCase,
} from './definition.mts';

const CODE = field(
	'oneTimeCode',
	'One-time code',
	'One-time code: for the text and the button (e.g. 482913)',
);
const SENT = [bodyOf(text('482913')), button('url', 0, text('482913'))];

const authentication = (name: string, components: unknown[], more = {}): TemplateCase => ({
	name,
	definition: template(components, { category: 'AUTHENTICATION', ...more }),
	fields: [CODE],
	values: { oneTimeCode: '482913' },
	components: SENT,
});

const CREATED_BODY = { type: 'BODY', add_security_recommendation: true };
const FOOTER = { type: 'FOOTER', code_expiration_minutes: 10 };
const APPS = [{ package_name: 'org.example.app', signature_hash: 'K8a/AINcGX7' }];

/** Templates of one-time codes, as they are created and as Meta's API gives them back. */
export const authentications: TemplateCase[] = [
	authentication('a code to copy, as it is created', [
		CREATED_BODY,
		FOOTER,
		buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }),
	]),
	authentication('a code with one tap, as it is created', [
		CREATED_BODY,
		FOOTER,
		buttons({
			type: 'OTP',
			otp_type: 'ONE_TAP',
			text: 'Copy',
			autofill_text: 'Autofill',
			supported_apps: APPS,
		}),
	]),
	authentication('a code without a tap, as it is created', [
		CREATED_BODY,
		buttons({
			type: 'OTP',
			otp_type: 'ZERO_TAP',
			zero_tap_terms_accepted: true,
			supported_apps: APPS,
		}),
	]),
	authentication('a code as Meta gives the template back', [
		body('*{{1}}* is your verification code. For your security, do not share this code.', {
			body_text: [['123456']],
		}),
		{ type: 'FOOTER', text: 'This code expires in 10 minutes.' },
		buttons({
			type: 'URL',
			text: 'Copy code',
			url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}',
			example: [
				'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp123456',
			],
		}),
	]),
	authentication(
		'a code in a template that is not called authentication',
		[
			body('*{{1}}* is your code.'),
			buttons({
				type: 'URL',
				text: 'Copy code',
				url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
			}),
		],
		{ category: 'UTILITY' },
	),
];
