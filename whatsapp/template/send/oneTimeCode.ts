import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import type { TemplateField } from './component';
import { objectsIn, textIn, wordIn, type TemplateDefinition } from './definition';

/** WhatsApp's limit, in Unicode code points. */
const MAX_CODE = 15;

/** The code is given once, and goes into the text and behind the button. */
export const oneTimeCodeField: TemplateField = {
	id: 'oneTimeCode',
	label: 'One-time code: for the text and the button (e.g. 482913)',
	shortLabel: 'One-time code',
	type: 'string',
	required: true,
};

/**
 * The one-time code of an authentication template: up to 15 characters, no address, no emoji.
 *
 * @throws FieldError when WhatsApp would not take it
 */
export function oneTimeCode(form: Form): string {
	const { id } = oneTimeCodeField;
	const code = form.requiredText(id, MAX_CODE);
	if (/[\s\p{Extended_Pictographic}\p{Regional_Indicator}]|:\/\/|www\./iu.test(code)) {
		throw new FieldError(
			`'${form.label(id)}' has an invalid format`,
			'Use letters and digits, without spaces, URLs or emoji.',
		);
	}
	return code;
}

/** Meta gives a button that is created as OTP back as a link to this address. */
const CODE_ADDRESS = /^https:\/\/(www\.)?whatsapp\.com\/otp\/code/i;

export const isCodeButton = (button: IDataObject): boolean =>
	wordIn(button, 'type') === 'OTP' || CODE_ADDRESS.test(textIn(button, 'url'));

/** Whether the template is for a one-time code, which is then its only value. */
export const isAuthentication = ({ category, components }: TemplateDefinition): boolean =>
	category === 'AUTHENTICATION' ||
	components.some((component) => objectsIn(component, 'buttons').some(isCodeButton));
