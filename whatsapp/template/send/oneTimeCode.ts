import type { IDataObject } from 'n8n-workflow';
import { mapped } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import { text } from '../../../form/texts';
import { objectsIn, textIn, wordIn } from '../parts';
import { asked } from './component';
import type { TemplateDefinition } from './definition';

function checkedCode(code: string, label: string): string {
	if (!/[\s\p{Extended_Pictographic}\p{Regional_Indicator}]|:\/\/|www\./iu.test(code)) return code;
	throw new FieldError(
		`'${label}' has an invalid format`,
		'Use letters and digits, without spaces, URLs or emoji.',
	);
}

/** The one-time code: no URL, no emoji. It is entered once, for the text and for the button. */
export const oneTimeCode = asked(
	mapped(text('One-time code', 'oneTimeCode', { max: 15, required: true }), checkedCode),
	{ about: 'for the text and the button (e.g. 482913)' },
);

/** Meta gives a button that is created as OTP back as a link to this address. */
const CODE_ADDRESS = /^https:\/\/(www\.)?whatsapp\.com\/otp\/code/i;

export const isCodeButton = (button: IDataObject): boolean =>
	wordIn(button, 'type') === 'OTP' || CODE_ADDRESS.test(textIn(button, 'url'));

/** Whether the template is for a one-time code, which is then its only value. */
export const isAuthentication = ({ category, components }: TemplateDefinition): boolean =>
	category === 'AUTHENTICATION' ||
	components.some((component) => objectsIn(component, 'buttons').some(isCodeButton));
