import type { IDataObject } from 'n8n-workflow';
import { flag, openChoice } from '../../../form/choices';
import { filledIn, given } from '../../../form/field';
import { rows } from '../../../form/rows';
import { id } from '../../../form/texts';
import type { Form } from '../../../form/form';
import type { TextRule } from '../../../form/rule';
import { oneTimeCode } from '../send/oneTimeCode';
import { buttonComponent, type BuildButton } from './sentButton';
import type { TemplateButton } from './templateButton';

/** How the code gets from the message into the app. */
export const OTP_TYPES = { COPY_CODE: 'Copy Code', ONE_TAP: 'One-Tap', ZERO_TAP: 'Zero-Tap' };

export const zeroTapTerms = flag('Zero-Tap Terms Accepted', 'zeroTapTermsAccepted', {
	default: false,
	description: "Whether you accept Meta's terms for zero-tap codes",
	displayOptions: { show: { otpType: ['ZERO_TAP'] } },
});

const otpType = openChoice('OTP Type', 'otpType', OTP_TYPES, {
	rule: { maxLength: 25, by: 'AWS' },
	default: 'COPY_CODE',
	description: 'How the app receives the code',
});

/** Source: the service model, LibraryTemplateButtonInput. */
const APP_RULE: TextRule = { minLength: 1, maxLength: 100, by: 'AWS' };

const app = {
	package_name: id('Package Name', 'packageName', {
		rule: APP_RULE,
		required: true,
		example: 'com.example.shop',
	}),
	signature_hash: id('Signature Hash', 'signatureHash', {
		rule: APP_RULE,
		required: true,
		example: 'K8a/AINcGX7',
	}),
};

const supportedApps = rows('Supported Apps', 'supportedApps', {
	row: 'App',
	rowName: 'app',
	fields: Object.values(app),
	typeOptions: { multipleValues: true },
	displayOptions: { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } },
});

function inputOf(row: Form): IDataObject {
	const type = given(row, otpType);
	if (type === 'COPY_CODE') return { otpType: type };
	const apps = supportedApps.of(row).map((each) => filledIn(each, app));
	return {
		otpType: type,
		...(type === 'ZERO_TAP' ? { zeroTapTermsAccepted: zeroTapTerms.of(row) } : {}),
		...(apps.length === 0 ? {} : { supportedApps: apps }),
	};
}

const send: BuildButton = (button) => ({
	fields: [oneTimeCode],
	component: (form) => buttonComponent(button, 'url', { type: 'text', text: oneTimeCode.of(form) }),
});

/** The button of a one-time code. A new template has it by being one for such codes; when it is sent, it is a link for WhatsApp. */
export const oneTimePassword = {
	name: 'One-Time Password',
	value: 'OTP',
	send,
	library: { fields: [otpType, zeroTapTerms, supportedApps], members: inputOf },
} satisfies TemplateButton;
