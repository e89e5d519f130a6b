import type { IDataObject } from 'n8n-workflow';
import { choice, flag, number } from '../../../form/choices';
import { filledIn } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { rows } from '../../../form/rows';
import { id, text } from '../../../form/texts';
import { MAX_BUTTON_TEXT } from '../buttons/buttonText';
import { oneTimePassword, OTP_TYPES, zeroTapTerms } from '../buttons/oneTimePassword.button';
import { withoutVariables } from '../typedText';

const WITH_APP = { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } };

const securityRecommendation = flag('Add Security Recommendation', 'addSecurityRecommendation', {
	default: true,
	strict: true,
	description: 'Whether the text tells customers not to share the code',
});

const codeExpiration = number('Code Expiration (Minutes)', 'codeExpirationMinutes', {
	min: 0,
	max: 90,
	default: 10,
	optional: true,
	description: 'Number of minutes after which the footer says the code expires. 0 for no footer.',
});

const otpType = choice(
	'OTP Type',
	'otpType',
	{
		COPY_CODE: [OTP_TYPES.COPY_CODE, 'The customer copies the code'],
		ONE_TAP: [OTP_TYPES.ONE_TAP, 'One tap autofills the code in your Android app'],
		ZERO_TAP: [OTP_TYPES.ZERO_TAP, 'Your Android app receives the code automatically'],
	},
	{ default: 'COPY_CODE', description: 'How the app receives the code' },
);

const buttonText = withoutVariables(
	text('Button Text', 'otpButtonText', {
		max: MAX_BUTTON_TEXT,
		example: 'Copy code',
		description:
			"At most {max} characters. Defaults to WhatsApp's own text in the template's language.",
	}),
);

const autofillText = withoutVariables(
	text('Autofill Text', 'autofillText', {
		max: MAX_BUTTON_TEXT,
		example: 'Autofill',
		description:
			"Text of the one-tap button, at most {max} characters. Defaults to WhatsApp's own text in the template's language.",
		displayOptions: WITH_APP,
	}),
);

const app = {
	package_name: id('Package Name', 'packageName', {
		rule: { maxLength: 224, by: 'WhatsApp' },
		required: true,
		example: 'com.example.shop',
		description: 'At most {max} characters',
	}),
	signature_hash: id('Signature Hash', 'signatureHash', {
		rule: { minLength: 11, maxLength: 11, by: 'WhatsApp' },
		required: true,
		example: 'K8a/AINcGX7',
		description: "The {max}-character hash of the app's signing key",
	}),
};

const supportedApps = rows('Supported Apps', 'supportedApps', {
	row: 'App',
	fields: Object.values(app),
	count: { max: 5 },
	description: '1 to 5 Android apps that may receive the code',
	displayOptions: WITH_APP,
});

/** WhatsApp writes the texts of one-time codes itself, so that there is little to choose. */
export const authenticationFields = [
	securityRecommendation,
	codeExpiration,
	otpType,
	buttonText,
	autofillText,
	zeroTapTerms,
	supportedApps,
];

function termsMember(form: Form): IDataObject {
	if (zeroTapTerms.of(form)) return { zero_tap_terms_accepted: true };
	throw new FieldError(
		`'${form.label(zeroTapTerms)}' is off`,
		'Meta creates templates with zero-tap codes only if you accept its terms. Read them, and turn it on.',
	);
}

function codeButton(form: Form): IDataObject {
	const type = otpType.of(form);
	const button = {
		type: oneTimePassword.value,
		otp_type: type,
		...filledIn(form, { text: buttonText }),
	};
	if (type === 'COPY_CODE') return button;
	return {
		...button,
		...filledIn(form, { autofill_text: autofillText }),
		...(type === 'ZERO_TAP' ? termsMember(form) : {}),
		supported_apps: supportedApps.of(form).map((row) => filledIn(row, app)),
	};
}

/** The components of a template for one-time codes. */
export function authenticationComponents(form: Form): IDataObject[] {
	const minutes = codeExpiration.of(form) ?? 0;
	return [
		{ type: 'BODY', add_security_recommendation: securityRecommendation.of(form) },
		...(minutes === 0 ? [] : [{ type: 'FOOTER', code_expiration_minutes: minutes }]),
		{ type: 'BUTTONS', buttons: [codeButton(form)] },
	];
}
