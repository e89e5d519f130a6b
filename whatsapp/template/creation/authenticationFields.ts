import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { MAX_BUTTON_TEXT } from '../buttons/buttonText';
import { plainText } from '../typedText';

const MAX_MINUTES = 90;
const MAX_APPS = 5;
const MAX_PACKAGE_NAME = 224;
const SIGNATURE_HASH_LENGTH = 11;

const OTP_TYPES = { COPY_CODE: 'Copy Code', ONE_TAP: 'One-Tap', ZERO_TAP: 'Zero-Tap' };

const WITH_APP = { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } };

/** WhatsApp writes the texts of one-time codes itself, so that there is little to choose. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName: 'Add Security Recommendation',
		name: 'addSecurityRecommendation',
		type: 'boolean',
		default: true,
		description: 'Whether the text says not to share the code',
	},
	{
		displayName: 'Code Expiration (Minutes)',
		name: 'codeExpirationMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MAX_MINUTES },
		default: 10,
		description: 'After how many minutes the footer says that the code expires. 0 for no footer.',
	},
	{
		displayName: 'OTP Type',
		name: 'otpType',
		type: 'options',
		options: [
			{
				name: OTP_TYPES.COPY_CODE,
				value: 'COPY_CODE',
				description: 'The customer copies the code',
			},
			{
				name: OTP_TYPES.ONE_TAP,
				value: 'ONE_TAP',
				description: 'The customer hands the code to your Android app with one tap',
			},
			{
				name: OTP_TYPES.ZERO_TAP,
				value: 'ZERO_TAP',
				description: 'Your Android app receives the code by itself',
			},
		],
		default: 'COPY_CODE',
		description: 'How the code gets from the message into the app',
	},
	{
		displayName: 'Button Text',
		name: 'otpButtonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Copy code',
		description:
			"At most 25 characters. Without it, WhatsApp's own in the language of the template.",
	},
	{
		displayName: 'Autofill Text',
		name: 'autofillText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Autofill',
		description:
			"What the button for one tap says, at most 25 characters. Without it, WhatsApp's own in the language of the template.",
		displayOptions: WITH_APP,
	},
	{
		displayName: 'Zero-Tap Terms Accepted',
		name: 'zeroTapTermsAccepted',
		type: 'boolean',
		default: false,
		description: "Whether you accept Meta's terms for zero-tap codes",
		displayOptions: { show: { otpType: ['ZERO_TAP'] } },
	},
	{
		...rowsField({
			displayName: 'Supported Apps',
			name: 'supportedApps',
			row: 'App',
			description: 'One to five Android apps that may receive the code',
			values: [
				{
					displayName: 'Package Name',
					name: 'packageName',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. com.example.shop',
					description: 'At most 224 characters',
				},
				{
					displayName: 'Signature Hash',
					name: 'signatureHash',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. K8a/AINcGX7',
					description: 'The 11 characters of the signing key of the app',
				},
			],
		}),
		displayOptions: WITH_APP,
	},
];

const appOf = (row: Form): IDataObject => ({
	package_name: row.id('packageName', { maxLength: MAX_PACKAGE_NAME, by: 'WhatsApp' }),
	signature_hash: row.id('signatureHash', {
		minLength: SIGNATURE_HASH_LENGTH,
		maxLength: SIGNATURE_HASH_LENGTH,
		by: 'WhatsApp',
	}),
});

function appsMember(form: Form): IDataObject {
	const rows = form.rows('supportedApps');
	if (rows.length === 0 || rows.length > MAX_APPS) {
		throw new FieldError(
			`'${form.label('supportedApps')}' ${rows.length === 0 ? 'is empty' : 'has too many entries'}`,
			`It has ${rows.length}, WhatsApp wants 1 to ${MAX_APPS}.`,
		);
	}
	return { supported_apps: rows.map(appOf) };
}

function termsMember(form: Form): IDataObject {
	if (form.flag('zeroTapTermsAccepted')) return { zero_tap_terms_accepted: true };
	throw new FieldError(
		`'${form.label('zeroTapTermsAccepted')}' is off`,
		"Meta does not create a template with zero-tap codes otherwise. Read Meta's terms and turn it on.",
	);
}

function optionalText(form: Form, key: string, name: string): IDataObject {
	const text = plainText(form, name, MAX_BUTTON_TEXT);
	return text.trim() === '' ? {} : { [key]: text };
}

function otpButton(form: Form): IDataObject {
	const otpType = form.member('otpType', oneOf(Object.keys(OTP_TYPES))) ?? 'COPY_CODE';
	const button = {
		type: 'OTP',
		otp_type: otpType,
		...optionalText(form, 'text', 'otpButtonText'),
	};
	if (otpType === 'COPY_CODE') return button;
	return {
		...button,
		...optionalText(form, 'autofill_text', 'autofillText'),
		...(otpType === 'ZERO_TAP' ? termsMember(form) : {}),
		...appsMember(form),
	};
}

/** The components of a template for one-time codes. */
export function authenticationComponents(form: Form): IDataObject[] {
	const minutes = form.number('codeExpirationMinutes', { min: 0, max: MAX_MINUTES, fallback: 0 });
	return [
		{
			type: 'BODY',
			add_security_recommendation: form.strictFlag('addSecurityRecommendation'),
		},
		...(minutes === 0 ? [] : [{ type: 'FOOTER', code_expiration_minutes: minutes }]),
		{ type: 'BUTTONS', buttons: [otpButton(form)] },
	];
}
